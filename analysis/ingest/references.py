"""Reads lists of references (BibTeX, RIS, CSL JSON, as Zotero and databases export them): titles and addresses.

Such lists hold no article; the text is fetched or pasted afterwards, on request.
"""

import re
from collections.abc import Iterator
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.exceptions import ParsingException

from analysis.errors import UnreadableInput
from analysis.ingest import credits
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.page_facts import host, iso_date
from analysis.ingest.repair import decode

RIS = re.compile(r"^\s*TY  - ", re.MULTILINE)
BRACES = re.compile(r"[{}]|\\[a-z]+\b")
COMMAND = re.compile(r"\\&")
NAMES = re.compile(r"\s+and\s+")
Fields = dict[str, Any]  # fields of a manuscript, all strings
NONE = "there is no reference in it that can be read; export it again as RIS, BibTeX or CSL JSON"


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """One manuscript without text per reference. Raises UnreadableInput where there is none."""
    text = decode(raw, "it")
    try:
        found = list(_from_ris(text) if RIS.search(text[:2000]) else _from_bibtex(text))
    except (ParsingException, rispy.parser.ParseError, OSError) as error:
        raise UnreadableInput(NONE) from error
    if not found:
        raise UnreadableInput(NONE)
    return [Manuscript(**fields, id=f"{id}-{number}", text="") for number, fields in enumerate(found, start=1)]


def from_csl(items: list[dict[str, Any]], id: str) -> list[Manuscript]:
    """The references of a CSL JSON list, as `read` gives them."""
    return [Manuscript(**_csl_fields(item), id=f"{id}-{n}", text="") for n, item in enumerate(items, start=1)]


def is_csl(item: object) -> bool:
    """Whether one entry of a JSON list is a reference: a title and a type, and no text of its own."""
    return isinstance(item, dict) and isinstance(item.get("title"), str) and "type" in item and "text" not in item


def _from_ris(text: str) -> Iterator[Fields]:
    for entry in rispy.loads(text):
        yield _fields(
            title=entry.get("title") or entry.get("primary_title") or "",
            outlet=entry.get("journal_name") or entry.get("secondary_title") or entry.get("publisher") or "",
            url=next(iter(entry.get("urls") or []), "") or entry.get("url") or "",
            published=entry.get("date") or entry.get("year") or entry.get("publication_year") or "",
            byline=", ".join(_name(author) for author in entry.get("authors") or entry.get("first_authors") or []),
        )


def _from_bibtex(text: str) -> Iterator[Fields]:
    for entry in parse_string(text).entries:
        told = {field.key.lower(): _plain(str(field.value)) for field in entry.fields}
        months = " ".join(filter(None, (told.get("day"), told.get("month"), told.get("year"))))
        yield _fields(
            title=told.get("title", ""),
            outlet=next(
                (told[name] for name in ("journal", "journaltitle", "publisher", "organization") if told.get(name)), ""
            ),
            url=told.get("url", ""),
            published=told.get("date") or months,
            byline=", ".join(_name(author) for author in NAMES.split(told.get("author", "")) if author),
        )


def _csl_fields(item: dict[str, Any]) -> Fields:
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    day = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    authors = [author for author in item.get("author") or [] if isinstance(author, dict)]
    return _fields(
        title=str(item.get("title") or ""),
        outlet=str(item.get("container-title") or item.get("publisher") or ""),
        url=str(item.get("URL") or ""),
        published="-".join(f"{int(number):02}" for number in day if str(number).isdigit()),
        byline=", ".join(
            str(a.get("literal") or f"{a.get('given', '')} {a.get('family', '')}").strip() for a in authors
        ),
    )


def _fields(*, title: str, outlet: str, url: str, published: str, byline: str) -> Fields:
    return {
        "title": " ".join(title.split()),
        "outlet": " ".join(outlet.split()),
        "url": url.strip() if host(url.strip()) else "",
        "published": iso_date(published.strip().replace("/", "-").rstrip("-")) or credits.without_dates(published)[1],
        "byline": byline,
    }


def _plain(value: str) -> str:
    """A BibTeX value without braces and commands."""
    return " ".join(BRACES.sub("", COMMAND.sub("&", value)).split())


def _name(author: str) -> str:
    """ "Okafor, Ines" as Ines Okafor."""
    last, comma, first = author.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else author.strip()

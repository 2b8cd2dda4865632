"""Reads one article from plain text, pasted or from a .txt file."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import assembly, cleanup, credits, mark_notes
from analysis.ingest.lines import Line, is_punctuated, words
from analysis.ingest.repair import decode, repair
from analysis.model import Article

FIRST_LINE = re.compile(r"([^\r\n]+)(\r\n|\r|\n)")


def read(  # noqa: PLR0913  every field of the record that a user can type
    raw: str | bytes,
    *,
    id: str,
    title: str = "",
    outlet: str = "",
    url: str = "",
    published: str = "",
    byline: str = "",
    event: str = "",
    as_is: bool = False,
    keep: frozenset[int] = frozenset(),
    kinds: Mapping[int, str] | None = None,
) -> list[Article]:
    """The one article in `raw`, as a list so that all readers give the same.

    as_is: the body is the input unchanged, nothing repaired or set aside; otherwise text is repaired and cleaned.
    keep: numbers of lines that clean-up would set aside and the user put back.
    kinds: where every line is a paragraph of a page or document, which lines are what; see cleanup.classify.
    Raises UnreadableInput where there is no text to read, too much of it, or bytes that are no text.
    """
    name = f"The text {id!r}" if id else "The text"
    _check_size(raw, name)
    typed = Article(
        id=id,
        body="",
        event=_one_line(event),
        outlet=_one_line(outlet),
        domain=domain(url),
        headline=_one_line(title),
        byline=_one_line(byline),
        published=_one_line(published),
        url=url.strip(),
    )
    if as_is:
        text = decode(raw, name) if isinstance(raw, bytes) else raw
        _check_words(text, name)
        return [_unchanged(text, typed)]
    text, notes = repair(raw, name, has_paragraphs=kinds is not None)
    _check_words(text, name)
    article = assembly.assemble(cleanup.classify(text, typed, kinds), typed, keep)
    return [replace(article, notes=(*notes, *mark_notes.find(article.body)))]


def lines(raw: str | bytes, typed: Article = cleanup.NOTHING_TYPED) -> tuple[Line, ...]:
    """Every line of `raw` with what clean-up decides about it, for a list of kept and set-aside lines.

    typed: an Article with the fields the user typed, as `read` gives it with `as_is`.
    """
    return cleanup.classify(repair(raw).text, typed)


def domain(url: str) -> str:
    """The lower-cased host of `url` without port or user name; "" where there is none."""
    address = url.strip()
    try:
        return (urlsplit(address if "//" in address else f"//{address}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _unchanged(text: str, typed: Article) -> Article:
    headline = typed.headline or _first_line_headline(text)
    return Article(
        id=typed.id,
        body=text,
        event=typed.event,
        outlet=typed.outlet,
        domain=typed.domain,
        headline=headline,
        byline=typed.byline,
        published=typed.published,
        url=typed.url,
    )


def _first_line_headline(text: str) -> str:
    """The first line where it looks like a headline: short, and set apart by a blank line or by how it ends."""
    first = FIRST_LINE.match(text)
    if not first or first.group(1)[0].isspace():
        return ""
    line, rest = first.group(1).rstrip(), text[first.end() :]
    following = rest.lstrip().split("\n", 1)[0]
    is_short = 2 <= words(line) <= 30 and len(line) <= 250
    is_signed = credits.byline(following.strip()) is not None
    stands_apart = rest[:1] in "\r\n" or not is_punctuated(line) or is_signed or words(following) > words(line)
    return line if is_short and words(following) and stands_apart else ""


def _one_line(typed: str) -> str:
    return " ".join(repair(typed).text.split())


def _check_size(raw: str | bytes, name: str) -> None:
    limit = int(lexicons.threshold("input_limit"))
    if len(raw) > limit * 1_000_000:
        raise UnreadableInput(f"{name} is longer than {limit} MB; split it into single articles and read those.")


def _check_words(text: str, name: str) -> None:
    if not text.strip():
        raise UnreadableInput(f"Nothing to analyse: {name[0].lower()}{name[1:]} is empty; paste or choose an article.")

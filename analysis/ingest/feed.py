"""Reads a list of articles from an RSS or Atom feed: as articles where it holds their text, else as references."""

from time import strftime, struct_time
from typing import Any

import feedparser
from lxml.etree import LxmlError

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import manuscript, page_blocks
from analysis.ingest.lines import words
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.page_facts import host

CUT = ("…", "...", "[…]", "[...]", "read more", "continue reading")
TEASER = "From a feed, which holds only the first lines: {}"


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """One manuscript per entry, with an empty text where the feed gives only a teaser.

    Raises UnreadableInput where there is no entry. Nothing is fetched.
    """
    found = feedparser.parse(raw)  # bytes are parsed, never taken as an address
    if not found.entries:
        raise UnreadableInput("there is no article in this feed")
    site = _line(found.feed.get("title"))
    return [_manuscript(entry, site, f"{id}-{number}") for number, entry in enumerate(found.entries, start=1)]


def _manuscript(entry: dict[str, Any], site: str, id: str) -> Manuscript:
    held = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    try:
        blocks = max((page_blocks.fragment(text) for text in held), key=_length)
    except (LxmlError, ValueError):
        blocks = []
    text, kinds = manuscript.lined(blocks)
    is_cut = _length(blocks) < lexicons.threshold("page_short") or text.casefold().endswith(CUT)
    link = str(entry.get("link", ""))
    return Manuscript(
        id=id,
        text="" if is_cut else text,
        title=_line(entry.get("title")),
        site=site,
        url=link if host(link) else "",
        published=_date(entry.get("published_parsed") or entry.get("updated_parsed")),
        byline=_line(entry.get("author")),
        kinds=None if is_cut else kinds,
        notes=(TEASER.format(" ".join(text.split())[:300]),) if is_cut and text else (),
    )


def _length(blocks: list[page_blocks.Block]) -> int:
    return sum(words(block.text) for block in blocks)


def _date(told: object) -> str:
    return strftime("%Y-%m-%dT%H:%M:%SZ", told) if isinstance(told, struct_time) and told.tm_year > 1990 else ""


def _line(told: object) -> str:
    """A title without its markup, on one line."""
    try:
        return " ".join(block.text for block in page_blocks.fragment(str(told or "")))[:500]
    except (LxmlError, ValueError):
        return ""

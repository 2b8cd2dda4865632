"""Sentences of a news text, as spans of the body. A paragraph break always ends a sentence.

Written for news because general splitters lose the offsets, or stop at "Sen.", "U.S." and at names with
full stops ("Moscow. Kremlin. Putin"). Linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons

PARAGRAPH = re.compile(r"\S[^\n]*")
STOP = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"”’'»)\]]*+\s++(?=[\"“”‘'«(\[–—-]*([\w$£€]))")
LAST_TOKEN = re.compile(r"([\w.&-]{1,24})\.[\"”’'»)\]]*\s+\Z")
CHAIN = re.compile(r"([A-Z]\w+)\.\s+(?:[A-Z]\w+\.\s+){1,5}(?=[A-Z])")  # "Moscow. Kremlin. Putin": one name
LONGEST_TOKEN = 24


class Sentence(NamedTuple):
    """`body[start:end]` is one sentence without the white space around it."""

    start: int
    end: int


@cache
def _abbreviations() -> Mapping[str, str]:
    return {term: row["class"] for term, row in lexicons.terms("sentences").items()}


def _is_abbreviation(token: str, following: str = "") -> bool:
    """Whether a full stop between `token` and `following` marks an abbreviation or an initial, not an end."""
    if len(token) == 1 and token.isupper() and token != "I":
        return True
    found = _abbreviations().get(token.lower())
    return found is not None and (found != "before a number" or following.isdigit())


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Sentence, ...]:
    """All sentences of `body`, in order."""
    found: list[Sentence] = []
    for paragraph in PARAGRAPH.finditer(body):
        start, end = paragraph.span()
        name_end = start
        for stop in STOP.finditer(body, start, end):
            if stop.end() <= name_end:
                continue
            chain = CHAIN.match(body, _token_start(body, start, stop.start()), end)
            if chain and not _is_abbreviation(chain.group(1)):
                name_end = chain.end()
            elif _ends_here(body, start, stop):
                found.append(Sentence(start, start + len(body[start : stop.end()].rstrip())))
                start = stop.end()
        rest = body[start:end].rstrip()
        if rest:
            found.append(Sentence(start, start + len(rest)))
    return tuple(found)


def at(body: str, offset: int) -> Sentence | None:
    """The sentence of `body` that holds `offset`; None between sentences."""
    found = find(body)
    index = bisect_left(found, (offset + 1,)) - 1
    return found[index] if index >= 0 and offset < found[index].end else None


def _token_start(body: str, start: int, end: int) -> int:
    """Where the word that ends at `end` begins."""
    first = max(start, end - LONGEST_TOKEN)
    return max(first, body.rfind(" ", first, end) + 1)


def _ends_here(body: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends at `stop`."""
    following = stop.group(1)
    if following.islower():
        return False
    if not stop.group().startswith("."):
        return True
    last = LAST_TOKEN.search(body, max(start, stop.start() - LONGEST_TOKEN), stop.end())
    return last is None or not _is_abbreviation(last.group(1), following)

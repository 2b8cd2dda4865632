"""Sentences of a news text, as spans of the body. A paragraph break always ends a sentence.

Written for news because general splitters lose the offsets, or stop at "Sen.", "U.S." and at names with
full stops ("Moscow. Kremlin. Putin"). Linear in the length of the text.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons

PARAGRAPH = re.compile(r"\S[^\n]*")
STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*\s+(?=[\"“”‘'«(\[–—-]*([\w$£€]))")
LAST_TOKEN = re.compile(r"([\w.&-]{1,24})\.[\"”’'»)\]]*\s+\Z")
ONE_WORD_NAME = re.compile(r"([A-Z]\w+)\.\s+(?=[A-Z])")


class Sentence(NamedTuple):
    """`body[start:end]` is one sentence without the white space around it."""

    start: int
    end: int


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicons.terms("sentences"))


def _is_abbreviation(token: str) -> bool:
    """Whether a full stop after `token` marks an abbreviation or an initial rather than an end."""
    return (len(token) == 1 and token.isupper() and token != "I") or token.lower() in _abbreviations()


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Sentence, ...]:
    """All sentences of `body`, in order."""
    found: list[Sentence] = []
    for paragraph in PARAGRAPH.finditer(body):
        start, end = paragraph.span()
        candidate = start
        for stop in STOP.finditer(body, start, end):
            previous, candidate = candidate, stop.end()
            if not _ends_here(body, previous, stop):
                continue
            found.append(Sentence(start, start + len(body[start : stop.end()].rstrip())))
            start = stop.end()
        rest = body[start:end].rstrip()
        if rest:
            found.append(Sentence(start, start + len(rest)))
    return tuple(found)


def _ends_here(body: str, previous: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at `stop`; `previous` is where the stop before it ended."""
    following = stop.group(1)
    if following.islower():
        return False
    if not stop.group().startswith("."):
        return True
    last = LAST_TOKEN.search(body, max(previous, stop.start() - 24), stop.end())
    if last and _is_abbreviation(last.group(1)):
        return False
    # "the Moscow. Kremlin. Putin programme": a lone name between two stops is part of a longer name.
    return not (_is_lone_name(body, stop.end()) or _is_lone_name(body, previous, until=stop.end()))


def _is_lone_name(body: str, start: int, until: int | None = None) -> bool:
    """Whether one capitalised word with a full stop stands at `start` (and reaches `until`)."""
    alone = ONE_WORD_NAME.match(body, start)
    return alone is not None and not _is_abbreviation(alone.group(1)) and until in (None, alone.end())

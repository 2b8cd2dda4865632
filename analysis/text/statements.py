"""Statements: which sentences of a text rest on a source that is named, and which on none.

A sentence rests on whoever says what is quoted or reported in it. Sentences in the reporter's own voice, and those
that report without anybody who says it ("it was reported"), have no source. Sources by role, sources without a name
and speakers that could not be told belong to neither group: they are counted elsewhere.
"""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from analysis.text import quotations, sentences, sources

NAMED, OTHER, NO_SOURCE = LEVELS = ("named source", "other source", "no source")
RUNGS = {"named": NAMED, "named body": NAMED, "agentless": NO_SOURCE}
LEAST_SPACES = 4  # a shorter sentence ("Enough is enough!") states nothing that a source could be asked for


class Statement(NamedTuple):
    """The sentence `body[start:end]`, the best of LEVELS that it rests on, and on whom."""

    start: int
    end: int
    level: str
    source: str


@lru_cache(maxsize=64)
def find(body: str, start: int = 0) -> tuple[Statement, ...]:
    """The statements of `body` from offset `start` on (behind a headline), in order."""
    found = [one for one in sentences.find(body) if one.start >= start and body.count(" ", *one) >= LEAST_SPACES]
    begins = [one.start for one in found]
    rests: dict[int, tuple[str, str]] = {}
    for quotation, source in zip(quotations.find(body), sources.find(body), strict=True):
        level = RUNGS.get(source.rung, OTHER)
        first = max(0, bisect_right(begins, quotation.start) - 1)
        for index in range(first, bisect_right(begins, quotation.end - 1)):
            known = rests.get(index)
            if found[index].end > quotation.start and (known is None or _rank(level) < _rank(known[0])):
                rests[index] = (level, quotation.speaker)
    return tuple(Statement(*one, *rests.get(index, (NO_SOURCE, ""))) for index, one in enumerate(found))


def _rank(level: str) -> int:
    return LEVELS.index(level)

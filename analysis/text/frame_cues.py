"""Lines that may help a reader answer the questions on the five generic frames: sentences with cue words.

They point to places to read and decide nothing: whether a frame is there is the reader's answer (analysis.comparison.
frames). Frames: Semetko & Valkenburg 2000, Journal of Communication 50(2):93-109; the words are ours.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import sentences


class CueLine(NamedTuple):
    """`body[start:end]` is a sentence; `words` are the places of the cue words of `frame` in it."""

    frame: str
    start: int
    end: int
    words: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def find(body: str) -> tuple[CueLine, ...]:
    """The sentences with cue words, by frame in the order of the list, then in reading order."""
    lines = []
    for sentence in sentences.find(body):
        places: dict[str, list[tuple[int, int]]] = {}
        for match in _cues().finditer(body, sentence.start, sentence.end):
            places.setdefault(_frame()[match.group().lower()], []).append(match.span())
        lines += [CueLine(frame, sentence.start, sentence.end, tuple(found)) for frame, found in places.items()]
    order = list(lexicons.classes("frames"))
    return tuple(sorted(lines, key=lambda line: (order.index(line.frame), line.start)))


@cache
def _frame() -> dict[str, str]:
    return {term: row["class"] for term, row in lexicons.terms("frames").items()}


@cache
def _cues() -> re.Pattern[str]:
    longest_first = sorted(_frame(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

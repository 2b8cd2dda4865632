"""Words: maximal runs of letters and digits, with inner apostrophes, hyphens, full stops and commas kept."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\w++(?:[’'.,\-]\w++)*+")

Words = tuple[tuple[int, int], ...]


class _All(NamedTuple):
    """The words of a whole text."""

    starts: tuple[int, ...]
    spans: Words
    texts: tuple[str, ...]
    low: tuple[str, ...]


def find(text: str, start: int = 0, end: int | None = None) -> Words:
    """(start, end) of every word in `text[start:end]`, in order; offsets refer to `text`.

    The words of a text are found once and sliced, because several measures ask for the same ones.
    """
    starts, spans, *_ = _all(text)
    stop = len(text) if end is None else end
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    if (first and spans[first - 1][1] > start) or (last > first and spans[last - 1][1] > stop):
        return tuple(match.span() for match in WORD.finditer(text, start, stop))  # an edge cuts a word
    return spans[first:last]


def texts(text: str) -> tuple[str, ...]:
    """Every word of `text`, as `find(text)` places them."""
    return _all(text).texts


def lowered(text: str) -> tuple[str, ...]:
    """Every word of `text` in small letters, as `find(text)` places them."""
    return _all(text).low


def between(text: str, start: int, end: int) -> tuple[int, int]:
    """Which words begin in `text[start:end]`: the first, and the one after the last, as indices into `find(text)`."""
    starts = _all(text).starts
    return bisect_left(starts, start), bisect_left(starts, end)


def count(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words `text[start:end]` has."""
    return len(find(text, start, end))


@lru_cache(maxsize=64)
def _all(text: str) -> _All:
    spans = tuple(map(re.Match.span, WORD.finditer(text)))
    texts = tuple([text[start:end] for start, end in spans])
    return _All(tuple([start for start, _ in spans]), spans, texts, tuple(map(str.lower, texts)))

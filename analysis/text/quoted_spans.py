"""Short quoted spans of a body: up to eight words between marks, whatever the marks are there for.

Besides the stretches of `analysis.text.marks`: quoted words inside a longer quotation, and values in stray computer
code (`id="…"`). A span includes its marks, because the marks are what the reader should look at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, words

NESTED = re.compile(r"‘([^‘“”\n]{1,80}?)’(?!\w)|(?<!\w)'([^'\"\n]{1,80})'(?!\w)|“([^“”\n]{1,80})”")
NUMBER = re.compile(r"(?<![^\s(\[—–:])‘(?!\d0s\b)(\d[^‘’“”\"\n]{0,40})’(?!\w)")  # the film ‘13th’; not the ‘90s
CODE = re.compile(r"=[\"“”]([^\"“”<>\n]{1,120})[\"“”]")


class QuotedSpan(NamedTuple):
    """`body[start:end]` with its marks; `body[inner_start:inner_end]` between them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    place: str  # outer, nested (inside a longer quotation) or code
    outer_start: int = 0  # where the longer quotation begins that a nested span stands in
    outer_end: int = 0


@lru_cache(maxsize=256)
def find(body: str) -> tuple[QuotedSpan, ...]:
    """All quoted spans of one to eight words, in order."""
    longest = int(lexicons.threshold("short_quotation"))
    stretches = marks.find(body)
    found = []
    for stretch in stretches:
        if _is_short(body, stretch.start, stretch.end, longest):
            end = stretch.closing + _mark_length(body, stretch) if stretch.closing >= 0 else stretch.end
            found.append(QuotedSpan(stretch.opening, end, stretch.start, stretch.end, "outer"))
        elif not stretch.single:
            found += _nested(body, stretch, longest)
    if "=" in body:
        found += _loose(body, stretches, CODE, "code", longest)
    if "‘" in body:
        found += _loose(body, stretches, NUMBER, "outer", longest)
    return tuple(sorted(found))


def _mark_length(body: str, stretch: marks.Stretch) -> int:
    return 2 if body.startswith(("''", "``"), stretch.closing) and not stretch.single else 1


def _is_short(body: str, start: int, end: int, longest: int) -> bool:
    return end - start < 40 * longest and 0 < words.count(body, start, end) <= longest


def _nested(body: str, stretch: marks.Stretch, longest: int) -> Iterator[QuotedSpan]:
    for match in NESTED.finditer(body, stretch.start, stretch.end):
        start, end = match.span(match.lastindex or 0)
        if _is_short(body, start, end, longest):
            yield QuotedSpan(match.start(), match.end(), start, end, "nested", stretch.start, stretch.end)


def _loose(
    body: str, stretches: Sequence[marks.Stretch], pattern: re.Pattern[str], place: str, longest: int
) -> Iterator[QuotedSpan]:
    """Spans that `pattern` finds outside the stretches between marks; its group 1 holds the words, the marks beside."""
    openings = [stretch.opening for stretch in stretches]
    for match in pattern.finditer(body):
        index = bisect_right(openings, match.end()) - 1
        is_free = index < 0 or stretches[index].end <= match.start()
        if is_free and _is_short(body, match.start(1), match.end(1), longest):
            yield QuotedSpan(match.start(1) - 1, match.end(1) + 1, match.start(1), match.end(1), place)

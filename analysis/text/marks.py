"""Quotation marks: which stretches of a body stand inside one pair of marks.

Knows double curly and straight marks, '' pairs, ``…'', «…», „…“ and single marks used as main marks. Not marks:
apostrophes, 'tis and the '90s, feet and inches, a stray closing mark. A mark that leans the wrong way opens when
it is glued to the word it opens ("hoped”nothing new”"). An opener that is never closed runs to the end of its
paragraph. Marks inside marks belong to the outer stretch. An indented paragraph under one that ends in a colon
is a block quotation, which needs no marks. Linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons

PARAGRAPH = re.compile(r"[^\n]+")
DOUBLE = re.compile(r"''|``|[\"“”„«»]")
# The mark comes first in these patterns and what stands before it second: re then looks at marks only.
SINGLE_OPENER = re.compile(r"[‘’'](?<![^\s(\[—–:\"“].)(?=[^\W\d_])(?!')")
SINGLE_CLOSER = re.compile(r"[’'](?<=[^\s'].)(?![\w'’])")
GLUED_SINGLE = re.compile(r"([’'‘])(?<=[a-z]{2}.)([^\W\d_]{5,40}(?<!s))[’'](?!\w)")
WORD_AFTER = re.compile(r"[‘’'](\w+)")
INCHES = re.compile(r"\d['’]\s?\d{1,2}\Z|\b\d{1,3}\Z")
BEFORE_OPENER = frozenset("([—–-―‘'/:")
ONLY_OPEN = frozenset(["“", "„", "«", "``"])
ONLY_CLOSE = frozenset(["”", "»"])
INDENT = "\u2003"  # before the paragraphs of a block quotation; readers of pages and documents write it
OPENING = re.compile(r"\s*(?:[\"“”„«»‘’'`–—―-]|$)", re.MULTILINE)  # it has marks of its own, or signs the quotation
SINGLE_REACH = 400  # characters a straight single mark may reach; longer ones are apostrophes by accident


class Stretch(NamedTuple):
    """`body[start:end]` stands inside one pair of marks; `opening` and `closing` are the offsets of the marks."""

    start: int
    end: int
    opening: int
    closing: int  # -1 where the mark is never closed
    single: bool = False


@cache
def _clipped() -> frozenset[str]:
    """Words that begin with an apostrophe of their own: 'tis, 'em, 'til."""
    return lexicons.classes("marks")["clipped"]


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Stretch, ...]:
    """All stretches inside quotation marks, in order, the outermost marks only."""
    found: list[Stretch] = []
    announced, last = False, ""  # whether the paragraph before leads into a block quotation, and its last character
    for paragraph in PARAGRAPH.finditer(body):
        start, end = paragraph.span()
        announced = body[start] == INDENT and (announced or last == ":")
        last = body[end - 1]
        if announced and not OPENING.match(body, start + 1):
            found.append(Stretch(start + 1, end, start, -1))
            continue
        double = _double(body, start, end)
        found += double
        found += _single(body, start, end, double)
    return tuple(sorted(found))


def is_inside(body: str, at: int) -> bool:
    """Whether offset `at` of `body` stands inside quotation marks."""
    return _inside(find(body), at)


def _double(body: str, start: int, end: int) -> list[Stretch]:
    """Stretches between double marks in the paragraph `body[start:end]`."""
    found: list[Stretch] = []
    marks = list(DOUBLE.finditer(body, start, end))
    first = end - len(body[start:end].lstrip())  # where the paragraph's text begins
    opener: re.Match[str] | None = None
    for index, mark in enumerate(marks):
        if opener is None:
            if _opens(body, mark, start, end) or (_is_glued(body, mark, start, end) and index + 1 < len(marks)):
                opener = mark
        elif _is_measure(body, mark, opener, start):
            continue
        elif _reopens(body, mark, opener, start, end):
            # The earlier opener was never closed: at the start of the paragraph it still opened a quotation.
            if opener.start() == first:
                found.append(Stretch(opener.end(), mark.start(), opener.start(), -1))
            opener = mark
        else:
            found.append(Stretch(opener.end(), mark.start(), opener.start(), mark.start()))
            opener = None
    if opener is not None:
        found.append(Stretch(opener.end(), end, opener.start(), -1))
    return [stretch for stretch in found if stretch.end > stretch.start]


def _around(body: str, mark: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """The characters beside `mark`; a space where the paragraph begins or ends."""
    before = body[mark.start() - 1] if mark.start() > start else " "
    after = body[mark.end()] if mark.end() < end else " "
    return before, after


def _opens(body: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether `mark` opens where nothing is open."""
    before, after = _around(body, mark, start, end)
    if mark.group() in ONLY_OPEN:
        return True
    if mark.group() in ONLY_CLOSE:
        return before.isspace() and not after.isspace()
    return (before.isspace() or before in BEFORE_OPENER) and not after.isspace()


def _is_glued(body: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a wrong-way mark is glued between two words, as in "hoped”nothing new”", and so opens."""
    before, after = _around(body, mark, start, end)
    return mark.group() in ONLY_CLOSE and before.isalpha() and after.isalpha()


def _reopens(body: str, mark: re.Match[str], opener: re.Match[str], start: int, end: int) -> bool:
    """Whether `mark` opens although `opener` is still open."""
    if mark.group() in ONLY_CLOSE or opener.group() in ("„", "»", "``"):
        return False
    before, after = _around(body, mark, start, end)
    if mark.group() in ONLY_OPEN:
        return not after.isspace()
    return (before.isspace() or before in BEFORE_OPENER) and not after.isspace()


def _is_measure(body: str, mark: re.Match[str], opener: re.Match[str], start: int) -> bool:
    """Whether a straight mark inside a quotation stands for inches: 6'2" tall."""
    if mark.group() not in ('"', "''"):
        return False
    before = INCHES.search(body, max(start, mark.start() - 8), mark.start())
    return before is not None and ("'" in before.group() or "’" in before.group())


def _single(body: str, start: int, end: int, double: list[Stretch]) -> list[Stretch]:
    """Stretches between single marks that stand outside `double`."""
    if not any(glyph in body[start:end] for glyph in "‘’'"):
        return []
    closers = [match.start() for match in SINGLE_CLOSER.finditer(body, start, end)]
    doubles = [match.start() for match in DOUBLE.finditer(body, start, end)]
    found: list[Stretch] = []
    position = start
    openers = list(SINGLE_OPENER.finditer(body, start, end))
    curly = [opener.start() for opener in openers if opener.group() == "‘"]
    for opener in openers:
        at = opener.start()
        if at < position or _inside(double, at) or _is_clipped(body, at):
            continue
        stop = bisect_left(doubles, at + 1)
        reach = doubles[stop] if stop < len(doubles) else end
        if opener.group() != "‘":
            reach = min(reach, at + SINGLE_REACH)
        closing = _closing(body, closers, at, _next(curly, at, reach)) if opener.group() == "‘" else -1
        closing = closing if closing > at else _closing(body, closers, at, reach)
        if closing > at:
            found.append(Stretch(at + 1, closing, at, closing, single=True))
            position = closing + 1
    found += [
        Stretch(match.start(2), match.end(2), match.start(1), match.end(2), single=True)
        for match in GLUED_SINGLE.finditer(body, start, end)
        if not _inside(double, match.start()) and not _inside(found, match.start())
    ]
    return found


def _next(openings: list[int], at: int, reach: int) -> int:
    """The next of `openings` behind `at`, at most `reach`: ‘…’ does not reach over the ‘ that opens the next one."""
    index = bisect_left(openings, at + 1)
    return min(reach, openings[index]) if index < len(openings) else reach


def _closing(body: str, closers: list[int], opening: int, reach: int) -> int:
    """The mark that closes `opening` before `reach`, or -1. A plural's apostrophe closes only as the last one."""
    last = -1
    for index in range(bisect_left(closers, opening + 1), len(closers)):
        at = closers[index]
        if at >= reach:
            break
        last = at
        if body[at - 1] != "s":
            break
    return last


def _inside(stretches: Sequence[Stretch], at: int) -> bool:
    """Whether `at` lies inside one of the sorted, disjoint `stretches`."""
    index = bisect_left(stretches, (at + 1,)) - 1
    return index >= 0 and stretches[index].opening <= at <= stretches[index].end


def _is_clipped(body: str, at: int) -> bool:
    """Whether the mark at `at` is the apostrophe of a clipped word such as 'tis."""
    word = WORD_AFTER.match(body, at)
    return word is not None and body[at] != "‘" and word.group(1).lower() in _clipped()

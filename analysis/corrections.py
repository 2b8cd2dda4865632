"""Corrections and the words they concern: made from them, found again by them, never applied to other words.

A body changes when a line that was set aside is put back, or when a later version reads the same text better. What a
person said of words holds for those words, wherever they then stand; where they stand no more, it holds for nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.model import Article, Correction, Corrections
from analysis.text.quotations import QUOTATION, SPEAKER


class Stretch(NamedTuple):
    """`body[start:end]`, which read `words`; "" where they were not recorded."""

    start: int
    end: int
    words: str


class Change(NamedTuple):
    """From one body to another: what stands before `same_until` stays, what stands from `same_from` on moves."""

    before: str
    same_until: int
    same_from: int
    moves_by: int


def make(article: Article, subject: str, start: int, end: int, was: str, now: str) -> Correction:
    """The correction of `body[start:end]`, with its words."""
    return Correction(subject, start, end, was, now, words=article.body[start:end])


def holding(body: str, corrections: Iterable[Correction]) -> Corrections:
    """The corrections whose words stand in `body`, each at the place where they stand now."""
    return tuple(one for one in (located(body, one) for one in corrections) if one is not None)


def located(body: str, one: Correction) -> Correction | None:
    """The correction where its words stand now; None where they do not, or stand in several other places."""
    place = find(body, Stretch(one.start, one.end, one.words))
    return None if place is None else replace(one, start=place.start, end=place.end)


def find(body: str, one: Stretch) -> Stretch | None:
    """The stretch where its words stand now: at its place, else at the only other place that has them."""
    if not one.words:
        return one if one.end <= len(body) else None
    if body.startswith(one.words, one.start):
        return one
    start = body.find(one.words)
    if start < 0 or body.find(one.words, start + 1) >= 0:
        return None
    return Stretch(start, start + len(one.words), one.words)


def change(before: str, after: str) -> Change:
    """What one insertion or removal did to a body."""
    start = _alike(before, after)
    end = min(_alike(before[::-1], after[::-1]), min(len(before), len(after)) - start)
    return Change(before, start, len(before) - end, len(after) - len(before))


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def moved(one: Stretch, changed: Change) -> Stretch:
    """The stretch after the change; one that the change cuts stays as it is, to be looked for by its words."""
    words = one.words or changed.before[one.start : one.end]
    if changed.before[one.start : one.end] == words and one.start >= changed.same_from:
        return Stretch(one.start + changed.moves_by, one.end + changed.moves_by, words)
    return Stretch(one.start, one.end, words)


def all_moved(corrections: Iterable[Correction], changed: Change) -> Iterator[Correction]:
    """Every correction after the change of the body."""
    for one in corrections:
        place = moved(Stretch(one.start, one.end, one.words), changed)
        yield replace(one, start=place.start, end=place.end, words=place.words)


def laid_over(earlier: Corrections, body: str, *new: Correction) -> Corrections:
    """`earlier` with `new` behind them; a new one replaces an earlier one of the same subject and words.

    It then keeps the automatic value of the earlier one, and what a person added and takes out again leaves no trace.
    """
    kept = list(earlier)
    for one in new:
        before = next((old for old in kept if _same(body, old, one)), None)
        if before is not None:
            kept.remove(before)
            one = replace(one, was=before.was)  # noqa: PLW2901
        if one.was or one.now:
            kept.append(one)
        elif one.subject == QUOTATION:
            kept = [old for old in kept if not _same(body, old, replace(one, subject=SPEAKER))]
    return tuple(kept)


def without(earlier: Corrections, body: str, one: Correction) -> Corrections:
    """`earlier` without `one`, as it was recorded or as it stands in `body` now."""
    return tuple(old for old in earlier if one not in (old, located(body, old)))


def _same(body: str, old: Correction, new: Correction) -> bool:
    """Whether two corrections are of the same subject and of the same words of `body`."""
    place = located(body, old)
    return place is not None and (place.subject, place.start, place.end) == (new.subject, new.start, new.end)

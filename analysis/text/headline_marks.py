"""Marks in the headline: whether somebody in the body says what stands between them.

supported: words between marks in the body hold the same words, or most of their content words. paraphrased: no marks,
but a reported statement or a sentence of the reporter shares at least half of the content words. unsupported: nobody
in the text says it, and the text does not tell it either.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, quotations, sentences, stems, words

SUPPORTED, PARAPHRASED, UNSUPPORTED = KINDS = ("supported", "paraphrased", "unsupported")


class HeadlineMark(NamedTuple):
    """`body[start:end]` stands between marks in the headline; `body[passage_start:passage_end]` supports it."""

    start: int
    end: int
    kind: str  # one of KINDS
    passage_start: int  # 0, as passage_end, where nothing supports it
    passage_end: int
    reason: str  # one sentence


class Passage(NamedTuple):
    """A part of the body that may support a headline."""

    start: int
    end: int
    told: str  # how it stands there


@lru_cache(maxsize=64)
def find(body: str, headline_end: int) -> tuple[HeadlineMark, ...]:
    """The marks in `body[:headline_end]`, in order, each with what supports it in the rest of the body."""
    stretches = marks.find(body)
    own = [one for one in stretches if one.start < headline_end]
    if not own:
        return ()
    quoted = [Passage(one.start, one.end, "stands between marks") for one in stretches if one.start >= headline_end]
    return tuple(_judge(body, one.start, min(one.end, headline_end), quoted, headline_end) for one in own)


def _judge(body: str, start: int, end: int, quoted: Sequence[Passage], headline_end: int) -> HeadlineMark:
    said = _words(body, start, end)
    for passage in quoted:
        if said and f" {said} " in f" {_words(body, passage.start, passage.end)} ":
            return _mark(start, end, SUPPORTED, passage, "The same words stand between marks in the body.")
    wanted = {stem for at, to in words.find(body, start, end) if (stem := stems.of(body[at:to]))}
    if not wanted:
        return _mark(start, end, UNSUPPORTED, None, "The body does not have these words between marks.")
    near = _nearest(body, wanted, quoted, headline_end)
    if near and near[1] >= lexicons.threshold("headline_quoted") and (near[1] == 1 or len(wanted) > 1):
        return _mark(start, end, SUPPORTED, near[0], f"{_share(near[1], wanted)} in one quotation of the body.")
    told = _nearest(body, wanted, _told(body, headline_end), headline_end)
    if told and told[1] >= lexicons.threshold("headline_told"):
        return _mark(start, end, PARAPHRASED, told[0], f"{_share(told[1], wanted)} {told[0].told}.")
    return _mark(start, end, UNSUPPORTED, None, "Nobody in the text says it, and the text does not tell it.")


def _mark(start: int, end: int, kind: str, passage: Passage | None, reason: str) -> HeadlineMark:
    where = (passage.start, passage.end) if passage else (0, 0)
    return HeadlineMark(start, end, kind, *where, reason)


def _share(share: float, wanted: Iterable[str]) -> str:
    count = len(list(wanted))
    return f"{round(share * count)} of its {count} content words stand" if count > 1 else "Its content word stands"


def _words(body: str, start: int, end: int) -> str:
    """The words of a stretch, without case and punctuation."""
    return " ".join(body[at:to].lower().replace("’", "'") for at, to in words.find(body, start, end))


def _told(body: str, headline_end: int) -> list[Passage]:
    """What the body reports without marks, and its sentences; disjoint enough to find the one that a word stands in."""
    own = "in a sentence without marks"
    found = [Passage(*sentence, own) for sentence in sentences.find(body) if sentence.start >= headline_end]
    reported = {
        one.start: f"in what {one.speaker} is reported to say"
        for one in quotations.find(body)
        if one.kind == "indirect" and one.speaker
    }
    starts = [passage.start for passage in found]
    for start, told in reported.items():
        index = bisect_right(starts, start) - 1
        if index >= 0:
            found[index] = found[index]._replace(told=told)
    return found


def _nearest(
    body: str, wanted: set[str], passages: Sequence[Passage], headline_end: int
) -> tuple[Passage, float] | None:
    """The passage with the largest share of the wanted stems, the first of equals, and that share."""
    starts = [passage.start for passage in passages]
    held: Mapping[int, set[str]] = defaultdict(set)
    for one in stems.find(body):
        if one.start >= headline_end and one.stem in wanted:
            index = bisect_right(starts, one.start) - 1
            if index >= 0 and one.end <= passages[index].end:
                held[index].add(one.stem)
    if not held:
        return None
    best = max(sorted(held), key=lambda index: len(held[index]))
    return passages[best], len(held[best]) / len(wanted)

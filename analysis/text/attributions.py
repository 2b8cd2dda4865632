"""Attributions: one speaker, one cue, and all the words that hang on them.

“No,” he said, “not today. Tomorrow.” are two stretches in marks and one attribution. Words are counted once: those of
a marked stretch inside a reported clause belong to the stretch.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.model import Corrections
from analysis.text import quotations, words
from analysis.text.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one voice says with one cue."""

    speaker: str  # "" where the text names nobody
    quotations: tuple[Quotation, ...]
    words: int


@lru_cache(maxsize=256)
def find(body: str, indirect: bool = False, corrections: Corrections = ()) -> tuple[Attribution, ...]:
    """The attributions of `body` in order of their first words; `indirect`: reported clauses without marks too."""
    found = [one for one in quotations.find(body, corrections) if indirect or one.kind != "indirect"]
    grouped: dict[tuple[str, int], list[int]] = {}
    for index, one in enumerate(found):
        # Without a cue every quotation is an attribution of its own; no offset is negative.
        grouped.setdefault((one.speaker, -1 - index if one.cue_start is None else one.cue_start), []).append(index)
    lengths = _own_words(body, found)
    return tuple(
        Attribution(speaker, tuple(found[index] for index in indices), sum(lengths[index] for index in indices))
        for (speaker, _), indices in grouped.items()
    )


def _own_words(body: str, found: Sequence[Quotation]) -> list[int]:
    """The words of each quotation that none before it has, and no marked stretch inside it."""
    marked = [one for one in found if one.kind != "indirect"]
    starts = [one.start for one in marked]
    lengths, reached = [], 0
    for one in found:
        if one.kind != "indirect":
            lengths.append(words.count(body, one.start, one.end))
            continue
        start = max(one.start, reached)
        reached = max(reached, one.end)
        own = words.count(body, start, one.end) if start < one.end else 0
        for inside in marked[max(0, bisect_right(starts, start) - 1) :]:
            if inside.start >= one.end:
                break
            if inside.end > start:
                own -= words.count(body, max(start, inside.start), min(one.end, inside.end))
        lengths.append(max(0, own))
    return lengths

"""Tone of two articles side by side: in words that claim no more than the sentences can carry.

Counts: for every pair of articles and each voice, the difference between the mean tones of their sentences.
Unit: difference of mean tone (−2 to 2) with a bootstrap 95 % interval, and its wording.
Read as: "no clear difference" where the interval covers 0 or the gap is under 0.10; "weak" up to 0.20; else "clear".
    Clear means that the order is probably right, not that the gap is large or that an outlet meant it.
Misses: what the word tone misses. Two articles about different events differ in tone for that reason alone.
Source: the steps were measured on the NYT editorials of Hutto & Gilbert 2014: under .10 the order of two means was
    right in 54–59 % of pairs, from .10 to .20 in 68 %, over .30 in 89–96 %; with an interval off 0 in 88 %.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis import lexicons, resampling
from analysis.measures import sentiment
from analysis.model import Article

NONE = "no clear difference"


@dataclass(frozen=True, slots=True)
class ToneDifference:
    """Mean tone of the second article minus that of the first, in one voice. `gap` None has its reason in `missing`."""

    first: str  # id of an article
    second: str
    voice: str  # narration or quoted
    gap: float | None
    low: float | None
    high: float | None
    n_first: int  # sentences
    n_second: int
    wording: str  # "no clear difference", "second is more negative (weak)" …
    missing: str = ""


def compare(articles: Sequence[Article]) -> tuple[ToneDifference, ...]:
    """The difference in tone between every two articles, narration first, then quoted words."""
    return tuple(
        difference(first, second, voice)
        for voice in ("narration", "quoted")
        for first, second in combinations(articles, 2)
    )


def difference(first: Article, second: Article, voice: str = "narration") -> ToneDifference:
    """The difference in mean tone between the sentences that two articles give to one voice."""
    tones = [_tones(article, voice) for article in (first, second)]
    counts = (len(tones[0]), len(tones[1]))
    least = int(lexicons.threshold("tone_sentences"))
    if min(counts) < least:
        reason = f"{counts[0]} and {counts[1]} sentences in this voice; a comparison needs {least} in both articles"
        return ToneDifference(first.id, second.id, voice, None, None, None, *counts, "not compared", reason)
    gap = sum(tones[1]) / counts[1] - sum(tones[0]) / counts[0]
    resampled = sentiment.resampled_means(tones[1], resampling.SEED + 1) - sentiment.resampled_means(tones[0])
    low, high = (float(bound) for bound in resampling.interval(resampled))
    return ToneDifference(first.id, second.id, voice, gap, low, high, *counts, wording(gap, low, high))


def wording(gap: float, low: float, high: float) -> str:
    """What may be said of a gap with this interval."""
    if low <= 0 <= high or abs(gap) < lexicons.threshold("tone_gap_none"):
        return NONE
    direction = "more positive" if gap > 0 else "more negative"
    strength = "weak" if abs(gap) < lexicons.threshold("tone_gap_weak") else "clear"
    return f"the second is {direction} ({strength})"


def _tones(article: Article, voice: str) -> list[float]:
    return [one.tone for one in sentiment.sentences(article) if one.voice == voice and one.has_number]

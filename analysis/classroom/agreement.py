"""Agreement of coders: percent, Krippendorff's alpha with its interval and reading, prevalence.

Counts: the answers that coders gave to the same units (sentences, words, claims …); a unit counts where two judged it.
Unit: “Pairs that agree” is the mean over units of the share of pairs of coders that gave the same answer. Alpha sets
  that against chance: 1 where all agree, 0 where they agree as often as by chance, below 0 where they agree less.
Read as: from .800 on rely on the codings, from .667 on draw tentative conclusions, below that none. The 95 % interval
  says how far alpha might lie elsewhere had other units been judged; where it is wide, there are too few.
Misses: why coders differ. Read the list of disagreements; a rare answer makes alpha low though most pairs agree.
Source: Krippendorff 2004, Content Analysis, ch. 11; Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
  Interval: bootstrap over units (2.5 % to 97.5 %). Checked against the package krippendorff and the example of 2011.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis import lexicons, resampling
from analysis import notes as module_notes
from analysis.resampling import Floats

NOMINAL, ORDINAL, INTERVAL = "nominal", "ordinal", "interval"

Units = Sequence[Mapping[str, int]]  # for each unit: value -> how many coders gave it


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree. `alpha` None has its reason in `missing`; then percent and counts are all there is.

    units: judged by at least two. coders: the most that judged one unit. prevalence: value -> share of all codings.
    """

    units: int
    coders: int
    percent: float | None
    alpha: float | None
    low: float | None
    high: float | None
    reading: str
    prevalence: Mapping[str, float]
    missing: str = ""


def notes() -> Mapping[str, str]:
    """What the numbers mean, from the docstring of this module."""
    return module_notes.of(__name__)


def compare(
    units: Units, values: Sequence[str], level: str = NOMINAL, groups: Sequence[int] | None = None
) -> Agreement:
    """The agreement over `units`; `values`: all that may be given, in their order where `level` is not nominal.

    groups: a number for each unit; units of one group (the words of a sentence) are drawn together in the bootstrap.
    """
    counts = np.array([[unit.get(value, 0) for value in values] for unit in units], dtype=np.float64)
    counts = counts.reshape(len(units), len(values))
    judged = counts.sum(axis=1) >= 2
    prevalence = _prevalence(units)
    group = np.asarray(range(len(units)) if groups is None else groups)[judged]
    counts, drawn = counts[judged], len(set(group.tolist()))
    coders = int(counts.sum(axis=1).max(initial=0))
    percent = float(_pairs_agreeing(counts).mean()) if len(counts) else None
    if reason := _too_little(drawn, coders, counts):
        return Agreement(len(counts), coders, percent, None, None, None, "", prevalence, reason)
    terms = _terms(counts, level)
    point = float(_alphas(terms.sum(axis=0)[None], level)[0])
    by_group = np.zeros((drawn, terms.shape[1]))
    np.add.at(by_group, np.unique(group, return_inverse=True)[1], terms)
    resampled = _alphas(resampling.sums(by_group), level)
    low, high = (float(edge) for edge in resampling.interval(resampled[~np.isnan(resampled)]))
    return Agreement(len(counts), coders, percent, point, low, high, read(point, low), prevalence)


def read(point: float, low: float) -> str:
    """What an alpha with the lower end of its interval allows to conclude, in one sentence."""
    rely, tentative = lexicons.threshold("alpha_rely"), lexicons.threshold("alpha_tentative")
    if point >= rely:
        doubt = "" if low >= tentative else ", though the interval reaches into what allows no conclusion"
        return f"The coders agree well enough to rely on the codings{doubt}."
    if point >= tentative:
        return "The coders agree well enough for tentative conclusions only."
    return "The coders agree too little to conclude anything from the codings: talk about the disagreements."


def share_agreeing(unit: Mapping[str, int]) -> float:
    """The share of pairs of coders that gave `unit` the same value; 1 where there is no pair."""
    coders = sum(unit.values())
    return sum(n * (n - 1) for n in unit.values()) / (coders * (coders - 1)) if coders > 1 else 1.0


def _too_little(units: int, coders: int, counts: Floats) -> str:
    least = int(lexicons.threshold("small_n"))
    if coders < 2:
        return "Fewer than two coders have judged the same unit: counts only."
    if units < least:
        return f"Only {units} judged by two coders or more; under {least} there are counts only."
    if int((counts.sum(axis=0) > 0).sum()) < 2:
        return "Everybody gave the same value everywhere: alpha needs units that differ."
    return ""


def _prevalence(units: Units) -> Mapping[str, float]:
    given: Counter[str] = Counter()
    for unit in units:
        given.update(unit)
    return {value: count / given.total() for value, count in given.most_common()}


def _pairs_agreeing(counts: Floats) -> Floats:
    """Shape (units,): the share of pairs of coders that agree."""
    coders = counts.sum(axis=1)
    return np.asarray((counts * (counts - 1)).sum(axis=1) / (coders * (coders - 1)))


def _terms(counts: Floats, level: str) -> Floats:
    """What each unit adds to alpha, shape (units, terms); a unit weighs as much as it has coders.

    Nominal: for each value how often it meets itself, then how often it was given. Else: how often two values meet.
    """
    others = counts.sum(axis=1)[:, None] - 1
    if level == NOMINAL:
        return np.hstack([counts * (counts - 1) / others, counts])
    size = counts.shape[1]
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(size)
    return np.asarray((pairs / others[:, :, None]).reshape(len(counts), size * size))


def _alphas(terms: Floats, level: str) -> Floats:
    """Alpha of each row of summed terms, shape (draws,); NaN where only one value occurs."""
    if level == NOMINAL:
        itself, times = np.hsplit(terms, 2)
        total = times.sum(axis=1)
        found, expected = total - itself.sum(axis=1), (total**2 - (times**2).sum(axis=1)) / (total - 1)
    else:
        size = round(terms.shape[1] ** 0.5)
        seen = terms.reshape(-1, size, size)
        times = seen.sum(axis=2)  # how often each value was given
        apart = _distances(times, level)
        chance = times[:, :, None] * times[:, None, :] - times[:, :, None] * np.eye(size)
        found = (seen * apart).sum(axis=(1, 2))
        expected = (chance * apart).sum(axis=(1, 2)) / (times.sum(axis=1) - 1)
    return np.asarray(1 - np.divide(found, expected, out=np.full_like(found, np.nan), where=expected > 0))


def _distances(times: Floats, level: str) -> Floats:
    """Shape (draws or 1, values, values): how far two values lie apart."""
    if level == INTERVAL:
        place = np.arange(times.shape[1], dtype=np.float64)
        return np.asarray((place[:, None] - place[None, :]) ** 2)[None]
    # Ordinal: as many codings as lie between two values, with half of those of the two themselves.
    middle = times.cumsum(axis=1) - times / 2
    return np.asarray((middle[:, :, None] - middle[:, None, :]) ** 2)

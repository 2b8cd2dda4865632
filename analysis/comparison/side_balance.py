"""Side balance: how each article shares out the floor over the sides of the event, and whether two articles differ.

Counts: the attributions (one speaker, one cue) of each side and their words, in quotation marks or, if asked for, with
    reported speech too. A voice on no side is counted apart.
Unit: words; attributions; shares of all attributed words (or attributions); six indices over the possible sides.
Read as: the shares first. An index says how even they are, never how even they should be.
Misses: what quotations and affiliations miss, sides that are never heard unless they are in the list, and everything
    that is said of a side instead of by it.
Source: indices after Deacon & Stanyer 2021, doi 10.1177/20570473211006481; false balance: Boykoff & Boykoff 2004.
    Intervals: bootstrap over attributions, because the words of one statement are no independent draws. Difference of
    two articles: permutation of their attributions (Good 2005), p = (1 + as far apart) / (1 + permutations).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import lexicons, resampling
from analysis.comparison import evenness
from analysis.comparison.sides import Side
from analysis.model import Article, Result, Span, Value
from analysis.text import attributions, words
from analysis.text.attributions import Attribution

MEASURE = "side_balance"
NO_SIDE = "on no side"
NOBODY = "no speaker named"
SHARES = "shares of the sides"
SEED = 20210406
INDICES: Mapping[str, Callable[[Any], evenness.Index]] = {
    "relative entropy": evenness.relative_entropy,
    "Simpson’s D": evenness.simpson,
    "IQV": evenness.iqv,
    "DM": evenness.dm,
    "concentration (HHI)": evenness.hhi,
    "effective sides": evenness.effective_voices,
}

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two articles are apart in one respect. `gap` None has its reason in `missing`.

    gap: value of the second minus that of the first; for the shares of the sides half the sum of their absolute
    differences, the part of the floor that would have to change sides (0 to 1).
    """

    first: str  # id of an article
    second: str
    part: str  # SHARES or the name of an index
    gap: float | None
    p: float | None  # two-sided
    permutations: int
    n_first: int  # attributions on a side
    n_second: int
    wording: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class SideBalance:
    """One result for each article; the differences where exactly two articles were compared."""

    results: tuple[Result, ...]
    differences: tuple[Difference, ...] = ()


class _Floor(NamedTuple):
    """The attributions of one article: which column (side, last column: no side) and what each weighs."""

    found: tuple[Attribution, ...]
    column: NDArray[np.intp]
    weight: Numbers  # words, or 1 each

    def table(self, columns: int) -> Numbers:
        """One row for each attribution, its weight in the column of its side."""
        own = np.zeros((len(self.found), columns))
        own[np.arange(len(self.found)), self.column] = self.weight
        return own


def note(name: str = "false_balance") -> str:
    """The sentence of data/notes.csv that is printed beside every figure of balance, with its source."""
    row = next(row for row in lexicons.rows("notes.csv") if row["name"] == name)
    return f"{row['text']} ({row['source']})"


def compare(
    articles: Sequence[Article],
    sides: Sequence[Side],
    assignment: Mapping[str, str],
    indirect: bool = False,
    by: str = "words",
) -> SideBalance:
    """The balance of each article over `sides`, and the difference where there are two articles.

    assignment: voice -> side id, "" or no entry for no side. by: "words" or "attributions" as base of shares and
    indices. Raises ValueError for another `by`.
    """
    if by not in ("words", "attributions"):
        raise ValueError(f'by is "words" or "attributions", not {by!r}')
    results = tuple(_result(article, sides, assignment, indirect, by) for article in articles)
    if len(articles) != 2:
        return SideBalance(results)
    return SideBalance(results, difference(articles[0], articles[1], sides, assignment, indirect, by))


def rows(
    articles: Sequence[Article], sides: Sequence[Side], assignment: Mapping[str, str], indirect: bool = False
) -> tuple[tuple[str, str, str, int, int], ...]:
    """(article id, side name, voice, words, attributions) of every voice, by article, side and words."""
    found: list[tuple[str, str, str, int, int]] = []
    for article in articles:
        floor = _floor(article, sides, assignment, indirect, "words")
        counted: dict[tuple[int, str], list[int]] = {}
        for one, column in zip(floor.found, floor.column.tolist(), strict=True):
            tally = counted.setdefault((column, one.speaker or NOBODY), [0, 0])
            tally[0] += one.words
            tally[1] += 1
        found += [
            (article.id, _name(sides, column), voice, spoken, times)
            for (column, voice), (spoken, times) in sorted(counted.items(), key=lambda one: (one[0][0], -one[1][0]))
        ]
    return tuple(found)


def difference(
    first: Article,
    second: Article,
    sides: Sequence[Side],
    assignment: Mapping[str, str],
    indirect: bool = False,
    by: str = "words",
) -> tuple[Difference, ...]:
    """How far two articles are apart in the shares of the sides and in every index, with a permutation test.

    One test of all shares together instead of one for each side, because among many tests some look clear by chance.
    """
    tables = [_on_sides(article, sides, assignment, indirect, by) for article in (first, second)]
    counts = (len(tables[0]), len(tables[1]))
    parts = (SHARES, *(name for name in INDICES if by == "attributions" or name != "Simpson’s D"))
    make = partial(Difference, first.id, second.id)
    missing = next((reason for table in tables if (reason := _why_no_index(table, len(sides)))), "")
    if missing:
        reason = f"{missing} ({counts[0]} and {counts[1]} attributions on a side)"
        return tuple(make(part, None, None, 0, *counts, "not compared", reason) for part in parts)
    observed = np.stack([table.sum(axis=0) for table in tables])
    shuffled = _permuted(np.concatenate(tables), counts[0])
    found = []
    for part in parts:
        gap = float(_gap(part, observed[None])[0])
        gaps = _gap(part, shuffled)
        p = float((1 + np.sum(np.abs(gaps) >= abs(gap) - 1e-12)) / (1 + len(gaps)))
        found.append(make(part, gap, p, len(gaps), *counts, wording(p)))
    return tuple(found)


def wording(p: float) -> str:
    """What may be said of a difference that chance alone makes with probability `p`."""
    shown = "p < .001" if p < 0.001 else f"p = {p:.3f}".replace("0.", ".", 1)
    clear = p < lexicons.threshold("clear_difference")
    return f"a difference that chance alone seldom makes ({shown})" if clear else f"no clear difference ({shown})"


def _floor(article: Article, sides: Sequence[Side], assignment: Mapping[str, str], indirect: bool, by: str) -> _Floor:
    found = attributions.find(article.body, indirect, article.corrections)
    column_of = {side.id: column for column, side in enumerate(sides)}
    column = [column_of.get(assignment.get(one.speaker, ""), len(sides)) for one in found]
    weight = [one.words if by == "words" else 1 for one in found]
    return _Floor(found, np.array(column, dtype=np.intp), np.array(weight, dtype=float))


def _on_sides(
    article: Article, sides: Sequence[Side], assignment: Mapping[str, str], indirect: bool, by: str
) -> Numbers:
    """One row for each attribution on a side, one column for each side."""
    floor = _floor(article, sides, assignment, indirect, by)
    return floor.table(len(sides) + 1)[floor.column < len(sides), : len(sides)]


def _result(article: Article, sides: Sequence[Side], assignment: Mapping[str, str], indirect: bool, by: str) -> Result:
    if not words.count(article.body):
        return Result(MEASURE, article.id, missing="The article has no words.")
    if not sides:
        return Result(MEASURE, article.id, missing="No sides are set for this event.")
    floor = _floor(article, sides, assignment, indirect, by)
    table = floor.table(len(sides) + 1)
    values = [*_counts(floor, sides), *_shares(table, sides, by), *_indices(table, sides, by)]
    spans = [
        Span(one.start, one.end, one.kind, f"{attribution.speaker or NOBODY}. {one.rule}", _name(sides, column))
        for attribution, column in zip(floor.found, floor.column.tolist(), strict=True)
        for one in attribution.quotations
    ]
    return Result(MEASURE, article.id, tuple(values), tuple(sorted(spans, key=lambda span: (span.start, span.end))))


def _name(sides: Sequence[Side], column: int) -> str:
    return sides[column].name if column < len(sides) else NO_SIDE


def _counts(floor: _Floor, sides: Sequence[Side]) -> Iterator[Value]:
    """Attributions and words of every side, and of the voices on none."""
    lengths = [one.words for one in floor.found]
    attributed = np.bincount(floor.column, minlength=len(sides) + 1)
    spoken = np.bincount(floor.column, weights=lengths, minlength=len(sides) + 1)
    for column in range(len(sides) + 1):
        name = _name(sides, column)
        yield Value(f"attributions: {name}", int(attributed[column]), "attributions", len(lengths), labels=(name,))
        yield Value(f"words: {name}", int(spoken[column]), "words", sum(lengths), labels=(name,))


def _shares(table: Numbers, sides: Sequence[Side], by: str) -> Iterator[Value]:
    """The share of every side, and of no side, in all that is attributed, with a 95 % interval."""
    unit, n = f"share of attributed {by}" if by == "words" else "share of attributions", int(table.sum())
    missing = _too_few(len(table)) or ("" if n else "the attributions have no words")
    shares = table.sum(axis=0) / n if not missing else None
    resampled = _resampled(table) if not missing else None
    for column in range(len(sides) + 1):
        name = _name(sides, column)
        part = f"share: {name}"
        if shares is None or resampled is None:
            yield Value(part, None, unit, n, missing=missing, labels=(name,))
        else:
            share = float(shares[column])
            low, high = _interval(share, resampled[:, column] / resampled.sum(axis=1))
            yield Value(part, share, unit, n, low, high, labels=(name,))


def _indices(table: Numbers, sides: Sequence[Side], by: str) -> Iterator[Value]:
    """Every index over the sides, the voices on no side set aside, with a 95 % interval."""
    own = table[table[:, : len(sides)].sum(axis=1) > 0, : len(sides)]
    counts = own.sum(axis=0)
    n, labels = int(counts.sum()), tuple(side.name for side in sides)
    missing = _why_no_index(own, len(sides))
    resampled = _resampled(own) if not missing else None
    for name, index in INDICES.items():
        unit = "sides" if name == "effective sides" else "index, 0 to 1"
        if name == "Simpson’s D" and by == "words":
            reason = "defined for attributions only: the words of one statement are no independent draws"
            yield Value(name, None, unit, n, missing=reason, labels=labels)
        elif resampled is None:
            yield Value(name, None, unit, n, missing=missing, labels=labels)
        else:
            value = float(index(counts))
            low, high = _interval(value, index(resampled))
            yield Value(name, value, unit, n, low, high, labels=labels)


def _too_few(n: int) -> str:
    """Why nothing but counts is given for `n` attributions; "" where there are enough."""
    least = int(lexicons.threshold("small_n"))
    if n >= least:
        return ""
    return f"{n or 'no'} {'attribution' if n == 1 else 'attributions'}, and a share needs {least}: see the counts"


def _why_no_index(own: Numbers, sides: int) -> str:
    """Why there is no index over the attributions on `sides` sides; "" where there is one."""
    return evenness.why_not([1.0] * sides) or _too_few(len(own)) or evenness.why_not(own.sum(axis=0))


def _resampled(table: Numbers) -> Numbers:
    """(draws, columns): the sums of attributions drawn with replacement; draws in which nothing was said are left."""
    sums: Numbers = resampling.sums(table)
    heard: Numbers = sums[sums.sum(axis=1) > 0]
    return heard


def _interval(value: float, resampled: Numbers) -> tuple[float, float] | tuple[None, None]:
    """The central 95 %, widened to hold the value itself: resamples are a little less even than the sample.

    None where all resamples are alike: what was never said cannot be drawn, and no interval follows from that.
    """
    low, high = (float(bound) for bound in resampling.interval(resampled))
    return (min(low, value), max(high, value)) if high - low > 1e-9 else (None, None)


def _permuted(table: Numbers, first: int) -> Numbers:
    """(permutations, 2, sides): the sums of both articles after their attributions are shuffled between them."""
    draws = int(lexicons.threshold("permutation_draws"))
    order = np.random.default_rng(SEED).random((draws, len(table))).argsort(axis=1)
    taken = np.zeros((draws, len(table)))
    np.put_along_axis(taken, order[:, :first], 1.0, axis=1)
    sums = np.stack([taken @ table, (1 - taken) @ table], axis=1)
    heard: Numbers = sums[(sums.sum(axis=2) > 0).all(axis=1)]
    return heard


def _gap(part: str, sums: Numbers) -> Numbers:
    """How far the two articles in `sums` (…, 2, sides) are apart in `part`."""
    if part == SHARES:
        shares = sums / sums.sum(axis=2, keepdims=True)
        apart: Numbers = np.abs(shares[:, 1] - shares[:, 0]).sum(axis=1) / 2
        return apart
    values = INDICES[part](sums)
    return values[:, 1] - values[:, 0]

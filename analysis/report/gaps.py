"""How far the articles lie apart in a number, where that is more than chance: what a first draft is chosen by.

A gap is the difference between two articles as a share of the scale of the number; those beyond chance have an interval
that leaves out 0. The interval of the difference is put together from those of both numbers (Newcombe 1998, Statistics
in Medicine 17:873-890; Zou & Donner 2008, Statistics in Medicine 27:1693-1702).
"""

from collections.abc import Iterator
from itertools import permutations
from math import hypot, sqrt
from typing import NamedTuple

from analysis import lexicons, rates
from analysis.model import Value
from analysis.report.compared import Compared

Z = 1.96  # standard errors of a 95 % interval
SHARE_END = "1"  # the upper end of the scale of a share


class Gap(NamedTuple):
    """The largest well supported difference in one number. size: share of its scale."""

    measure: str
    part: str
    size: float


class _Estimate(NamedTuple):
    """A number of one article on its scale, with its 95 % interval."""

    number: float
    low: float
    high: float


def is_share(row: lexicons.Row) -> bool:
    """Whether a row of the table of scores is a share of cases."""
    return row["scale_high"] == SHARE_END and row["signed"] == "no"


def find(found: Compared) -> tuple[Gap, ...]:
    """The gaps of all numbers of the table of scores, the largest first; none where chance could explain them."""
    gaps = (Gap(row["measure"], row["part"], _size(found, row)) for row in lexicons.rows("overview.csv"))
    return tuple(sorted((gap for gap in gaps if gap.size), key=lambda gap: -gap.size))


def _size(found: Compared, row: lexicons.Row) -> float:
    pairs = permutations(_estimates(found, row), 2)
    return max((one.number - other.number for one, other in pairs if _apart(one, other)), default=0.0)


def _apart(more: _Estimate, less: _Estimate) -> bool:
    """Whether the interval of the difference lies above 0."""
    return more.number - less.number > hypot(more.number - more.low, less.high - less.number)


def _estimates(found: Compared, row: lexicons.Row) -> Iterator[_Estimate]:
    """The number of every article that has enough cases and an interval."""
    least = lexicons.threshold("small_n")
    for article in found.articles:
        for value in found.results[article.id][row["measure"]].values:
            if value.part == row["part"] and value.number is not None and value.n >= least:
                yield from _estimate(value, value.number, row)


def _estimate(value: Value, number: float, row: lexicons.Row) -> Iterator[_Estimate]:
    if is_share(row) and value.low is None:
        yield _Estimate(number, *_wilson(number, value.n))
    elif row["scale_high"] and value.low is not None and value.high is not None:
        width = float(row["scale_high"]) - float(row["scale_low"])
        yield _Estimate(number / width, value.low / width, value.high / width)
    elif not row["scale_high"] and row["n_of"] == "words of narration":
        width = value.n * lexicons.threshold("report_rate") / 1000
        low, high = rates.poisson_interval(int(number))
        yield _Estimate(number / width, low / width, high / width)


def _wilson(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share of `n` cases (Wilson 1927)."""
    square = Z * Z / n
    middle = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * sqrt(share * (1 - share) / n + square / (4 * n))
    return middle - half, middle + half

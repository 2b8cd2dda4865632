"""The accountability of an outlet, 0 to 100 with a band, from yes, partly and no facts that each have a citation.

It measures accountability, not truth. The same facts give the same score in every country; what nobody has checked
widens the band and never lowers the point. Weights stand in data/outlets/components.csv and were fixed before the
score was compared with any published rating.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis import lexicons
from analysis.model import Fact

WORTH: Mapping[str, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0}
NOT_APPLICABLE = "n.a."
SEED = 2023


class Component(NamedTuple):
    """One question put to every outlet."""

    key: str
    title: str
    weight: float
    after: str
    why: str  # why the answer matters to a reader


class Score(NamedTuple):
    """point: None where the coverage is too small; `missing` is the reason.

    low, high: with every unknown component at no and at yes. coverage: known share of the weight that applies.
    known, asked: components known, and components that apply.
    sensitivity: where 95 % of 1,000 other weightings put the point; None without a point.
    """

    point: float | None
    low: float
    high: float
    coverage: float
    known: int
    asked: int
    sensitivity: tuple[float, float] | None = None
    missing: str = ""


@cache
def components() -> tuple[Component, ...]:
    """The questions in the order of the file; their weights add up to 100."""
    return tuple(
        Component(row["component"], row["title"], float(row["weight"]), row["after"], row["why"])
        for row in lexicons.rows("outlets/components.csv")
    )


def cited(facts: Iterable[Fact]) -> dict[str, str]:
    """Component -> value, for the facts that name a page and the day it was read. The others do not score."""
    return {fact.component: fact.value for fact in facts if fact.source_url and fact.checked_on}


def score(facts: Mapping[str, str], without: frozenset[str] = frozenset()) -> Score:
    """The score from component -> yes, partly, no or n.a.; components in `without` are left out of the base."""
    asked = [part for part in components() if part.key not in without and facts.get(part.key) != NOT_APPLICABLE]
    known = [part for part in asked if facts.get(part.key) in WORTH]
    base = sum(part.weight for part in asked)
    if not base:
        return Score(None, 0.0, 100.0, 0.0, 0, 0, missing="none of the components applies to this outlet")
    weight = sum(part.weight for part in known)
    earned = sum(part.weight * WORTH[facts[part.key]] for part in known)
    low = 100 * earned / base
    high = 100 * (earned + base - weight) / base
    found = Score(None, low, high, weight / base, len(known), len(asked))
    needed = lexicons.threshold("accountability_coverage")
    if found.coverage < needed:
        return found._replace(
            missing=f"not enough evidence: {len(known)} of {len(asked)} components known, {found.coverage:.0%} of the "
            f"weight ({needed:.0%} is needed)"
        )
    point = _rounded(100 * earned / weight, low, high)
    worth = tuple((part.key, WORTH[facts[part.key]]) for part in known)
    return found._replace(point=point, sensitivity=_sensitivity(worth))


def _rounded(number: float, low: float, high: float) -> float:
    """`number` to the nearest step, kept inside the band."""
    step = lexicons.threshold("accountability_step")
    return min(max(step * math.floor(number / step + 0.5), low), high)


@cache
def _sensitivity(worth: tuple[tuple[str, float], ...]) -> tuple[float, float]:
    """The central 95 % of the point under other weights (after OECD/JRC Handbook on composite indicators, 2008)."""
    columns = [position for position, part in enumerate(components()) if part.key in dict(worth)]
    weights = _weightings()[:, columns]
    values = np.array([dict(worth)[components()[position].key] for position in columns])
    points = 100 * weights @ values / weights.sum(axis=1)
    low, high = np.percentile(points, [2.5, 97.5])
    return round(float(low), 1), round(float(high), 1)


@cache
def _weightings() -> NDArray[np.float64]:
    """Draws x components: each weight times a number drawn evenly between the two bounds, from a fixed seed."""
    draws = int(lexicons.threshold("sensitivity_draws"))
    bounds = lexicons.threshold("sensitivity_low"), lexicons.threshold("sensitivity_high")
    weights = np.array([part.weight for part in components()], dtype=np.float64)
    drawn: NDArray[np.float64] = np.random.default_rng(SEED).uniform(*bounds, size=(draws, len(weights))) * weights
    return drawn

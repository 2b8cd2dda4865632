"""Verbs of saying by side: whose words are claimed, whose are explained, and what may be said of the difference.

Sides are the user's: a mapping of voices to sides. Voices without a side are counted under "on no side".
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis import lexicons
from analysis.comparison.side_balance import NO_SIDE
from analysis.measures import attribution_verbs
from analysis.model import Article, Span

Z = 1.959964  # standard normal, two-sided 95 %


@dataclass(frozen=True, slots=True)
class SideCount:
    """How many verbs of one class one article gives to one side, and the verbs themselves."""

    article: str  # id
    side: str
    verb_class: str  # one of attribution_verbs.CLASSES
    n: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OddsRatio:
    """Odds of a class on side A over its odds on side B, with a 95 % interval. None has its reason in `missing`."""

    value: float | None
    low: float | None
    high: float | None
    missing: str = ""


def compare(articles: Sequence[Article], sides: Mapping[str, str]) -> tuple[SideCount, ...]:
    """One count per article, side and class, zeros included; `sides` maps a voice to its side.

    Sides come in the order in which `sides` first names them; "on no side" comes last, where a voice has none.
    """
    found = {article.id: attribution_verbs.find(article) for article in articles}
    order = list(dict.fromkeys(side for side in sides.values() if side))
    if any(not sides.get(span.label) for spans in found.values() for span in spans):
        order.append(NO_SIDE)
    return tuple(
        _count(article, side, kind, spans, sides)
        for article, spans in found.items()
        for side in order
        for kind in attribution_verbs.CLASSES
    )


def _count(article: str, side: str, kind: str, spans: tuple[Span, ...], sides: Mapping[str, str]) -> SideCount:
    own = tuple(span for span in spans if span.kind == kind and (sides.get(span.label) or NO_SIDE) == side)
    return SideCount(article, side, kind, len(own), own)


def table(counts: Sequence[SideCount], verb_class: str, side: str) -> tuple[int, int]:
    """(verbs of the class, verbs of the other classes) of one side, over the articles in `counts`; "other" left out."""
    classed = [one for one in counts if one.side == side and one.verb_class in attribution_verbs.CLASSED]
    within = sum(one.n for one in classed if one.verb_class == verb_class)
    return within, sum(one.n for one in classed) - within


def odds_ratio(counts_a: tuple[int, int], counts_b: tuple[int, int]) -> OddsRatio:
    """Odds ratio of two sides, each (verbs of the class, verbs of the other classes), with Woolf's 95 % interval.

    Above 1: side A gets the class more often than side B. No value unless every cell has at least `small_n` verbs;
    so no cell is 0, and the log odds need no Haldane-Anscombe correction. Source: Woolf 1955, Annals of Human
    Genetics 19:251-253.
    """
    cells, least = (*counts_a, *counts_b), int(lexicons.threshold("small_n"))
    if min(cells) < least:
        few = ", ".join(map(str, cells))
        return OddsRatio(None, None, None, f"cells of {few} verbs; an odds ratio needs {least} in each: see the counts")
    (a, b), (c, d) = counts_a, counts_b
    log = math.log(a * d / (b * c))
    error = math.sqrt(sum(1 / cell for cell in cells))
    return OddsRatio(math.exp(log), math.exp(log - Z * error), math.exp(log + Z * error))

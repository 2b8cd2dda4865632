"""Order: where in each article the shared claims stand, from the first word to the last.

Counts: for every claim of at least two articles the words before its first place in each of them.
Unit: share of the article's words that stand before it, 0 (the top) to 1; and its rank among the shared claims there.
    Two articles are compared by Kendall's tau-b over the claims that both have: 1 the same order, −1 the reverse.
Read as: what comes first is stressed, and many readers never reach the end.
Misses: length, pictures, and claims that only one article has.
Source: Kendall 1945, Biometrika 33:239-251 (tau-b).
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis import lexicons
from analysis.comparison.claims import Claim
from analysis.model import Article
from analysis.text import words


@dataclass(frozen=True, slots=True)
class Position:
    """Where a claim first stands in an article. share: of the words before it, 0 to 1; rank: from 1."""

    claim: str  # id
    article: str  # id
    start: int
    end: int
    share: float
    rank: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike the order of the shared claims is in two articles. `tau` None has its reason in `missing`."""

    first: str  # id of an article
    second: str
    tau: float | None
    n: int  # claims that both have
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """All positions, article by article from the top down, and the agreement of every two articles."""

    positions: tuple[Position, ...]
    agreements: tuple[Agreement, ...]


def compare(articles: Sequence[Article], claims: Sequence[Claim]) -> Order:
    """The order in which `articles` tell the claims that at least two of them report."""
    shared = [claim for claim in claims if len(claim.articles) > 1]
    found = {article.id: _positions(article, shared) for article in articles}
    agreements = tuple(_agreement(one, other, found[one], found[other]) for one, other in combinations(found, 2))
    return Order(tuple(position for positions in found.values() for position in positions), agreements)


def _positions(article: Article, claims: Sequence[Claim]) -> tuple[Position, ...]:
    starts = [start for start, _ in words.find(article.body)]
    firsts = []
    for claim in claims:
        own = [place for place in claim.places if place.article == article.id]
        if own:
            first = min(own, key=lambda place: place.start)
            firsts.append((first.start, first.end, claim.id))
    firsts.sort()
    order = sorted({start for start, _, _ in firsts})
    return tuple(
        Position(ident, article.id, start, end, bisect_left(starts, start) / len(starts), bisect_left(order, start) + 1)
        for start, end, ident in firsts
    )


def _agreement(first: str, second: str, mine: Sequence[Position], theirs: Sequence[Position]) -> Agreement:
    there = {position.claim: position.rank for position in theirs}
    pairs = [(position.rank, there[position.claim]) for position in mine if position.claim in there]
    least = int(lexicons.threshold("small_n"))
    if len(pairs) < least:
        return Agreement(first, second, None, len(pairs), f"{len(pairs)} shared claims; an order needs {least}")
    tau = _tau(pairs)
    if tau is None:
        return Agreement(first, second, None, len(pairs), "all shared claims stand in one sentence")
    return Agreement(first, second, tau, len(pairs))


def _tau(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Kendall's tau-b; None where all values of one side are tied."""
    ranks = np.array(pairs)
    signs = np.sign(ranks[:, None, :] - ranks[None, :, :])
    mine, theirs = (float(np.abs(signs[:, :, side]).sum()) for side in (0, 1))
    score = float((signs[:, :, 0] * signs[:, :, 1]).sum())
    return score / math.sqrt(mine * theirs) if mine and theirs else None

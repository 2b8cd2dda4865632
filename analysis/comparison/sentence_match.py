"""Sentence match: how likely two sentences of the compared articles say the same thing.

Two sentences are alike by the words they share, weighted by rarity in news at large and in these articles: .7 × the
share of both (Dice) + .3 × the share of the shorter one (containment), because one outlet packs into one sentence what
another says in two. Shared phrases and shared numbers count beside. The weights are fitted on pairs judged by reading
(tests/benchmarks/fit_claim_match.py). No meaning is known: a claim in quite other words is missed.
"""

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from analysis import lexicons
from analysis.comparison import profiles, vectors
from analysis.comparison.vectors import Numbers, Places
from analysis.errors import BrokenData
from analysis.lexicons import DATA
from analysis.text import numbers, rarity, sentences, stems

MODEL = "models/claim_match.json"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`body[start:end]` of the article with number `article` in the compared sequence."""

    article: int
    start: int
    end: int
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """All sentences of the articles, in order, and the pairs of them that have words in common.

    first, second, log_odds: for each pair the numbers of its sentences (first < second) and the log odds that both say
    the same. Sentences of fewer than `statement_words` content words are in no pair. weights: what a stem counts.
    """

    sentences: tuple[Sentence, ...]
    first: Places
    second: Places
    log_odds: Numbers
    weights: Mapping[str, float]


@lru_cache(maxsize=8)
def find(bodies: tuple[str, ...]) -> SentenceMatch:
    """The sentences of `bodies` and how likely any two of them say the same."""
    found = tuple(one for number, body in enumerate(bodies) for one in _sentences(number, body))
    weights = _weights(found, bodies)
    first, second, features = _features(found, weights, bodies)
    fitted = _fitted()
    log_odds = fitted["constant"] + sum(fitted[name] * feature for name, feature in features.items())
    return SentenceMatch(found, first, second, np.asarray(log_odds), weights)


def unlike() -> float:
    """The log odds of a pair with nothing in common."""
    return _fitted()["constant"]


def read(bodies: tuple[str, ...]) -> tuple[tuple[Sentence, ...], Places, Places, dict[str, Numbers]]:
    """(sentences, first, second, features) before they are weighed, for fitting the weights."""
    found = tuple(one for number, body in enumerate(bodies) for one in _sentences(number, body))
    return (found, *_features(found, _weights(found, bodies), bodies))


def _sentences(number: int, body: str) -> list[Sentence]:
    content = stems.find(body)
    starts = [stem.start for stem in content]
    return [
        Sentence(number, start, end, tuple(stem.stem for stem in content[first:last]))
        for start, end in sentences.find(body)[: int(lexicons.threshold("compared_sentences"))]
        for first, last in [(bisect_left(starts, start), bisect_left(starts, end))]
    ]


def _weights(found: Sequence[Sentence], bodies: Sequence[str]) -> dict[str, float]:
    """Rarity in news × rarity in these articles; names and titles count less: they tell who and not what."""
    times = Counter(stem for one in found for stem in set(one.stems))
    whole, reduced = math.log1p(len(found)), lexicons.threshold("name_weight")
    who = frozenset().union(*(profiles.name_stems(body, titles=True) for body in bodies))
    return {
        stem: rarity.of(stem) * math.log1p(len(found) / count) / whole * (reduced if stem in who else 1.0)
        for stem, count in times.items()
    }


def _features(
    found: Sequence[Sentence], weights: Mapping[str, float], bodies: Sequence[str]
) -> tuple[Places, Places, dict[str, Numbers]]:
    """(first, second, features): likeness (0 to 1), phrases and numbers (how many are shared) of each pair."""
    least = lexicons.threshold("statement_words")
    root = {stem: math.sqrt(weight) for stem, weight in weights.items()}
    fit = [set(one.stems) if len(set(one.stems)) >= least else set() for one in found]
    totals = np.array([sum(weights[stem] for stem in own) for own in fit])
    first, second, (shared, times, phrases, same_numbers) = vectors.pairs(
        [{stem: root[stem] for stem in own} for own in fit],
        [dict.fromkeys(own, 1.0) for own in fit],
        [dict.fromkeys(zip(one.stems, one.stems[1:], strict=False), 1.0) for one in found],
        _numbers(found, bodies),
    )
    several = times > 1  # one word in common, however rare, says nothing
    first, second = first[several], second[several]
    shared, phrases, same_numbers = shared[several], phrases[several], same_numbers[several]
    dice = 2 * shared / (totals[first] + totals[second])
    containment = shared / np.minimum(totals[first], totals[second])
    likeness = 0.7 * dice + 0.3 * containment
    return first, second, {"likeness": likeness, "phrases": phrases, "numbers": np.minimum(same_numbers, 1.0)}


def _numbers(found: Sequence[Sentence], bodies: Sequence[str]) -> list[dict[str, float]]:
    """The numbers with their units in each sentence."""
    given = [numbers.find(body) for body in bodies]
    starts = [[one.start for one in own] for own in given]
    rows = []
    for one in found:
        first, last = bisect_left(starts[one.article], one.start), bisect_left(starts[one.article], one.end)
        rows.append({f"{number.value} {number.unit}": 1.0 for number in given[one.article][first:last]})
    return rows


@cache
def _fitted() -> Mapping[str, float]:
    try:
        weights: dict[str, float] = json.loads((DATA / MODEL).read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(f"data/{MODEL} cannot be read ({error}); restore it from the repository.") from error
    return weights

"""The profile of one article: its names, words and phrases, each weighted by how rare and how early it stands.

Words near the top say what an article is about; background further down is what articles of different events share.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from analysis import lexicons
from analysis.model import Article
from analysis.text import rarity, sentences, stems, tokens

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """Stem -> weight for the names and for the other words; a phrase is two content words in a row."""

    names: Weights
    words: Weights
    phrases: Mapping[tuple[str, str], float]
    content: int  # how many content words there are


@lru_cache(maxsize=256)
def find(body: str) -> Profile:
    """The profile of one body. The weight of a stem is ln(1 + Σ 1 / (1 + sentence / `lead_decay`)) × rarity."""
    decay = lexicons.threshold("lead_decay")
    ends = [sentence.end for sentence in sentences.find(body)]
    amounts: dict[str, float] = {}
    phrases: dict[tuple[str, str], float] = {}
    rank, before = 0, ""
    for start, _, stem in stems.find(body):
        while rank < len(ends) and start >= ends[rank]:
            rank, before = rank + 1, ""
        amounts[stem] = amounts.get(stem, 0.0) + 1 / (1 + rank / decay)
        if before:
            phrases[before, stem] = rarity.of(before) + rarity.of(stem)
        before = stem
    weights = {stem: math.log1p(amount) * rarity.of(stem) for stem, amount in amounts.items()}
    named = name_stems(body)
    return Profile(
        names={stem: weight for stem, weight in weights.items() if stem in named},
        words={stem: weight for stem, weight in weights.items() if stem not in named},
        phrases=phrases,
        content=len(stems.find(body)),
    )


@lru_cache(maxsize=256)
def name_stems(body: str, titles: bool = False) -> frozenset[str]:
    """The stems of the words that `body` uses in names, outside quotation marks; `titles`: and in titles."""
    read = tokens.find(body)
    return frozenset(
        stem
        for index, kind in enumerate(read.kinds)
        if kind == "N" or (titles and kind == "T")
        for part in stems.SEPARATOR.findall(body[read.starts[index] : read.ends[index]])
        if (stem := stems.of(part))
    )


def published(article: Article) -> date | None:
    """The day of publication; None where it is not known or not written as ISO 8601."""
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None


def cosine(first: Weights, second: Weights) -> float:
    """Cosine of two sparse vectors: 0 nothing in common, 1 the same; 0 where one of them is empty."""
    if len(first) > len(second):
        first, second = second, first
    shared = sum(weight * second[stem] for stem, weight in first.items() if stem in second)
    return shared / (_length(first) * _length(second)) if shared else 0.0


def _length(weights: Weights) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))

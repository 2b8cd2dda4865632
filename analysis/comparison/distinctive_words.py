"""Distinctive words: which words one article uses more than the others of the set, with every place.

Counts: words and phrases of two content words, in any form of the word, without function words. A name counts too.
Unit: z, the log odds of a word in one article against all the others together, divided by their standard error, under a
    Dirichlet prior that has the set's own shares of words. n: how often it stands in the article.
Read as: above 1.96 the word marks this article; the context tells why. A topic that one article has alone gives
    distinctive words just as a choice of words does.
Misses: meaning, irony and negation; a word used for different things; single uses, which prove nothing.
Source: Monroe, Colaresi & Quinn 2008, “Fightin’ Words”, Political Analysis 16:372-403, equations 16, 19 and 22.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis import lexicons
from analysis.comparison.common_ground import Place
from analysis.model import Article
from analysis.text import sentences, stems


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word or phrase that marks `article`: `word` as it is most often written there, n uses, z as above."""

    article: str  # id
    word: str
    z: float
    n: int
    elsewhere: int  # uses in all other articles
    places: tuple[Place, ...]

    @property
    def clear(self) -> bool:
        """Whether chance alone seldom makes such a difference (two standard errors)."""
        return self.z >= lexicons.threshold("distinctive_z")


def compare(articles: Sequence[Article]) -> tuple[DistinctiveWord, ...]:
    """The words that mark each of `articles`, highest z first, doubtful ones too; none for only one article."""
    if len(articles) < 2:
        return ()
    counts = [Counter({key: len(places) for key, places in _uses(article.body).items()}) for article in articles]
    everything: Counter[str] = Counter()
    for own in counts:
        everything.update(own)
    return tuple(one for article, own in zip(articles, counts, strict=True) for one in _of(article, own, everything))


def _of(article: Article, own: Mapping[str, int], everything: Counter[str]) -> list[DistinctiveWord]:
    least, line = lexicons.threshold("distinctive_uses"), lexicons.threshold("distinctive_shown_z")
    size, whole = sum(own.values()), everything.total()
    # "re-open" says more than "re", where that stands nowhere else.
    covered = {part for key, times in own.items() if " " in key for part in key.split() if own[part] == times}
    found = []
    for key, times in own.items():
        if times >= least and key not in covered:
            z = log_odds_z(times, size, everything[key] - times, whole - size, everything[key] / whole)
            if z >= line:
                found.append(_word(article, key, z, times, everything[key] - times))
    return sorted(found, key=lambda one: (-one.z, one.word))[: int(lexicons.threshold("distinctive_shown"))]


def log_odds_z(here: int, size: int, elsewhere: int, other_size: int, share: float) -> float:
    """z of a word with `here` of `size` uses in one text and `elsewhere` of `other_size` in the others.

    share: of the word in both together; the prior has `distinctive_prior` words in these shares.
    """
    prior = lexicons.threshold("distinctive_prior")
    pseudo = prior * share
    first = math.log((here + pseudo) / (size + prior - here - pseudo))
    second = math.log((elsewhere + pseudo) / (other_size + prior - elsewhere - pseudo))
    return (first - second) / math.sqrt(1 / (here + pseudo) + 1 / (elsewhere + pseudo))


def _word(article: Article, key: str, z: float, times: int, elsewhere: int) -> DistinctiveWord:
    places = _uses(article.body)[key]
    written = Counter(" ".join(article.body[start:end].lower().split()) for start, end in places)
    shown = max(written, key=lambda form: (written[form], form))
    return DistinctiveWord(
        article.id, shown, z, times, elsewhere, tuple(Place(article.id, start, end) for start, end in places)
    )


@lru_cache(maxsize=256)
def _uses(body: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Stem, or two stems in a row in one sentence -> the places where it stands."""
    found: dict[str, list[tuple[int, int]]] = {}
    ends = iter([sentence.end for sentence in sentences.find(body)])
    until = next(ends, len(body))
    before: stems.Stem | None = None
    for one in stems.find(body):
        while one.start >= until:
            until, before = next(ends, len(body) + 1), None
        if _is_word(one.stem):
            found.setdefault(one.stem, []).append((one.start, one.end))
            if before is not None and one.start - before.end == 1:
                found.setdefault(f"{before.stem} {one.stem}", []).append((before.start, one.end))
        before = one if _is_word(one.stem) else None
    return {key: tuple(places) for key, places in found.items()}


def _is_word(stem: str) -> bool:
    """Whether a stem is a word and no number or single letter (R-Ohio)."""
    return len(stem) > 1 and not stem[0].isdigit()

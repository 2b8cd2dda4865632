"""Statements: clusters of sentences of several articles that say the same thing.

Sentences are joined by average linkage on the log odds of analysis.comparison.sentence_match, inside the groups that
sure pairs make; so a sentence joins a cluster only if it is like its members on average. The core of a cluster is what
most of its articles have in common; an article whose sentences hold most of the core may well report it in other words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from analysis import lexicons
from analysis.comparison import linkage, sentence_match
from analysis.comparison.sentence_match import Sentence, SentenceMatch
from analysis.model import Article

WINDOW = 2  # sentences in a row that may hold together what another article says in one


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentences that say the same; `best` is the one most like the others; perhaps: articles that may say it too.

    articles and perhaps are numbers in the compared sequence.
    """

    sentences: tuple[Sentence, ...]
    best: Sentence
    articles: frozenset[int]
    perhaps: frozenset[int]


def compare(articles: Sequence[Article]) -> tuple[Statement, ...]:
    """All statements of `articles`, those of one sentence too, in the order of their first sentence."""
    found = sentence_match.find(tuple(article.body for article in articles))
    clusters = list(_clusters(found))
    near = _near(found, clusters)
    return tuple(
        _statement(articles, found, members, likeness, near.get(number, set()))
        for number, (members, likeness) in enumerate(clusters)
    )


def holding(articles: Sequence[Article], core: frozenset[str]) -> frozenset[int]:
    """The numbers of the articles that have most of the weight of `core` within a few sentences."""
    bodies = tuple(article.body for article in articles)
    weights = sentence_match.find(bodies).weights
    line = lexicons.threshold("statement_core") * sum(weights.get(stem, 0.0) for stem in core)
    return frozenset(
        number
        for number, stretches in enumerate(_windows(bodies))
        if line and any(sum(weights[stem] for stem in core & stretch) >= line for stretch in stretches)
    )


def _statement(
    articles: Sequence[Article],
    found: SentenceMatch,
    members: Sequence[int],
    likeness: NDArray[np.float64],
    near: set[int],
) -> Statement:
    sentences = tuple(found.sentences[member] for member in members)
    own = frozenset(one.article for one in sentences)
    best = sentences[int(np.argmax(likeness.sum(axis=0)))] if len(members) > 1 else sentences[0]
    held = holding(articles, _core(sentences)) if len(own) > 1 else frozenset()
    return Statement(sentences, best, own, (held | near) - own)


def _core(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The stems that more than half of the articles of a cluster use; all of a single sentence."""
    by_article: dict[int, set[str]] = {}
    for one in sentences:
        by_article.setdefault(one.article, set()).update(one.stems)
    times = Counter(stem for stems in by_article.values() for stem in stems)
    return frozenset(stem for stem, count in times.items() if 2 * count > len(by_article))


@lru_cache(maxsize=8)
def _windows(bodies: tuple[str, ...]) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each article the stems of every few sentences in a row."""
    own: list[list[frozenset[str]]] = [[] for _ in bodies]
    for one in sentence_match.find(bodies).sentences:
        own[one.article].append(frozenset(one.stems))
    return tuple(
        tuple(frozenset().union(*stems[at : at + WINDOW]) for at in range(max(1, len(stems) - WINDOW + 1)))
        for stems in own
    )


def _clusters(found: SentenceMatch) -> Iterator[tuple[list[int], NDArray[np.float64]]]:
    """(the numbers of the sentences of each cluster, their log odds as a square), in reading order."""
    line = lexicons.threshold("same_statement")
    least = lexicons.threshold("statement_words")
    sure = found.log_odds >= line
    component = _components(len(found.sentences), found.first[sure], found.second[sure])
    inside = component[found.first] == component[found.second]
    by_component: dict[int, list[int]] = {}
    for number, one in enumerate(found.sentences):
        if len(set(one.stems)) >= least:
            by_component.setdefault(int(component[number]), []).append(number)
    pairs: dict[int, list[tuple[int, int, float]]] = {}
    triples = (found.first[inside].tolist(), found.second[inside].tolist(), found.log_odds[inside].tolist())
    for first, second, odds in zip(*triples, strict=True):
        pairs.setdefault(int(component[first]), []).append((first, second, odds))
    clusters = []
    for root, members in by_component.items():
        place = {member: at for at, member in enumerate(members)}
        square = np.full((len(members), len(members)), sentence_match.unlike())
        for first, second, odds in pairs.get(root, ()):
            square[place[first], place[second]] = square[place[second], place[first]] = odds
        for group in linkage.groups(square, line)[0]:
            clusters.append(([members[at] for at in group], square[np.ix_(group, group)]))
    yield from sorted(clusters, key=lambda cluster: cluster[0][0])


def _components(size: int, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[np.intp]:
    """One number for all that is joined, directly or through others, shape (size,)."""
    joined = sparse.coo_array((np.ones(len(first)), (first, second)), shape=(size, size))
    return np.asarray(csgraph.connected_components(joined, directed=False)[1], dtype=np.intp)


def _near(found: SentenceMatch, clusters: Sequence[tuple[list[int], NDArray[np.float64]]]) -> dict[int, set[int]]:
    """Cluster -> the articles with a sentence that may say the same as one of its sentences."""
    cluster_of = {member: number for number, (members, _) in enumerate(clusters) for member in members}
    doubtful = found.log_odds >= lexicons.threshold("perhaps_same_statement")
    near: dict[int, set[int]] = {}
    for first, second in zip(found.first[doubtful].tolist(), found.second[doubtful].tolist(), strict=True):
        for one, other in ((first, second), (second, first)):
            if one in cluster_of:
                near.setdefault(cluster_of[one], set()).add(found.sentences[other].article)
    return near

"""Text reuse: which of the articles repeat each other’s words, so that they are one source and not two.

Counts: the narration of each article (words outside quotation marks, because two reporters may hear the same words) as
    shingles of five words in a row; and the sentences of two articles that say the same in the same order.
Unit: containment, the share of the shorter article’s shingles that the other has too, 0 to 1 (Jaccard beside it);
    for rewriting, the share of the longer article’s sentences that are matched in the same order, 0 to 1.
Read as: a verdict with the matched words on both sides. A repost or a close rewriting is no second outlet.
Misses: which of two texts came first, where neither date nor credit tells; a rewriting that changes the order; two
    articles that both shorten a third one.
Source: shingles and containment: Broder 1997, Proc. Compression and Complexity of Sequences, 21-29; for news agencies'
    copy: Nicholls 2019, International Journal of Communication 13:4173-4197. Lines: data/thresholds.csv.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from analysis import lexicons, outlets
from analysis.comparison import event_reasons, profiles, sentence_match
from analysis.comparison.sentence_match import Sentence, SentenceMatch
from analysis.model import Article
from analysis.text import marks, words

REPOST, SHARED, REWRITTEN, INDEPENDENT = "repost", "wire copy or shared source", "close rewriting", "independent"
TOO_SHORT = "too short to tell"
ONE_SOURCE = frozenset([REPOST, REWRITTEN])
LENGTH = 5  # words in a shingle

Shingles = dict[tuple[str, ...], int]  # the shingle -> the number of its first word


@dataclass(frozen=True, slots=True)
class Match:
    """`body[first_start:first_end]` of the first article stands in the second one at second_start:second_end."""

    first_start: int
    first_end: int
    second_start: int
    second_end: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles have of each other's text. `containment` None has its reason in `missing`."""

    first: str  # id of an article
    second: str
    containment: float | None
    jaccard: float | None
    in_order: float  # share of the longer one's sentences that the other says too, in the same order
    verdict: str
    matches: tuple[Match, ...] = ()
    wording: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Narration:
    """The words outside quotation marks: their spans, and for each word the shingle that begins there, or none."""

    spans: tuple[tuple[int, int], ...]
    shingles: tuple[tuple[str, ...] | None, ...]
    first: Shingles


def compare(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """One record for every pair of `articles`, in their order."""
    return _compared(tuple(articles))


@lru_cache(maxsize=8)
def _compared(articles: tuple[Article, ...]) -> tuple[Reuse, ...]:
    """Kept, because several findings ask which articles are one source."""
    found = sentence_match.find(tuple(article.body for article in articles))
    alike = _alike(found)
    lengths = Counter(one.article for one in found.sentences if _is_fit(one))
    return tuple(
        _pair(
            articles[one],
            articles[other],
            found.sentences,
            alike.get((one, other), []),
            max(lengths[one], lengths[other]),
        )
        for one, other in combinations(range(len(articles)), 2)
    )


def sources(articles: Sequence[Article], found: Sequence[Reuse]) -> tuple[tuple[str, ...], ...]:
    """The ids of `articles` in groups that are one source each: reposts and rewritings stand with their original."""
    group = {article.id: [article.id] for article in articles}
    for one in found:
        if one.verdict in ONE_SOURCE and group[one.first] is not group[one.second]:
            joined = group[one.first] + group[one.second]
            group.update(dict.fromkeys(joined, joined))
    order = {article.id: number for number, article in enumerate(articles)}
    return tuple(dict.fromkeys(tuple(sorted(members, key=order.__getitem__)) for members in group.values()))


def _alike(found: SentenceMatch) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Two articles -> the pairs of their sentences that say much the same, in the order of the first one."""
    owner = np.array([one.article for one in found.sentences], dtype=np.intp)
    kept = found.log_odds >= lexicons.threshold("reuse_sentences")
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for first, second in zip(found.first[kept].tolist(), found.second[kept].tolist(), strict=True):
        if owner[first] != owner[second]:
            pairs.setdefault((int(owner[first]), int(owner[second])), []).append((first, second))
    return pairs


def _pair(
    first: Article, second: Article, found: Sequence[Sentence], alike: list[tuple[int, int]], longer: int
) -> Reuse:
    """longer: how many sentences the longer of the two articles has."""
    mine, theirs = _narration(first.body), _narration(second.body)
    shared = len(mine.first.keys() & theirs.first.keys())
    shorter = min(len(mine.first), len(theirs.first))
    if shorter < lexicons.threshold("reuse_shingles"):
        why = f"one of the articles has fewer than {lexicons.threshold('reuse_shingles'):.0f} runs of {LENGTH} words"
        return Reuse(first.id, second.id, None, None, 0.0, TOO_SHORT, missing=why)
    containment = shared / shorter
    aligned = _in_order(alike)
    in_order = len(aligned) / max(1, longer)
    verdict = _verdict(containment, in_order)
    matches: tuple[Match, ...] = ()
    if verdict == REWRITTEN:
        matches = tuple(_sentences(found[one], found[other]) for one, other in aligned)
    elif shared:
        matches = tuple(_runs(mine, theirs))
    jaccard = shared / (len(mine.first) + len(theirs.first) - shared)
    wording = _wording(first, second, verdict, containment, in_order)
    return Reuse(first.id, second.id, containment, jaccard, in_order, verdict, matches, wording)


def _verdict(containment: float, in_order: float) -> str:
    if containment >= lexicons.threshold("reuse_repost"):
        return REPOST
    if in_order >= lexicons.threshold("reuse_rewriting"):
        return REWRITTEN
    return SHARED if containment >= lexicons.threshold("reuse_shared") else INDEPENDENT


@lru_cache(maxsize=256)
def _narration(body: str) -> _Narration:
    stretches = marks.find(body)
    starts = [stretch.start for stretch in stretches]
    spans = []
    for start, end in words.find(body):
        near = bisect_left(starts, start + 1) - 1
        if near < 0 or start >= stretches[near].end:
            spans.append((start, end))
    low = [body[start:end].lower().replace("’", "'") for start, end in spans]
    shingles: list[tuple[str, ...] | None] = [None] * len(low)
    first: Shingles = {}
    for at in range(len(low) - LENGTH + 1):
        if spans[at + LENGTH - 1][1] - spans[at][0] < 30 * LENGTH:  # nothing long was left out between them
            shingles[at] = shingle = tuple(low[at : at + LENGTH])
            first.setdefault(shingle, at)
    return _Narration(tuple(spans), tuple(shingles), first)


def _runs(mine: _Narration, theirs: _Narration) -> Iterator[Match]:
    """The longest runs of the same words, in the order of the first article."""
    at = 0
    while at < len(mine.shingles):
        shingle = mine.shingles[at]
        there = theirs.first.get(shingle) if shingle else None
        if there is None:
            at += 1
            continue
        steps = 0
        while (
            at + steps < len(mine.shingles)
            and there + steps < len(theirs.shingles)
            and mine.shingles[at + steps] is not None
            and mine.shingles[at + steps] == theirs.shingles[there + steps]
        ):
            steps += 1
        last = steps + LENGTH - 2
        yield Match(mine.spans[at][0], mine.spans[at + last][1], theirs.spans[there][0], theirs.spans[there + last][1])
        at += steps + LENGTH - 1


def _in_order(alike: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of `alike` that goes down both articles."""
    ends: list[int] = []  # the second sentence in which the best chain of each length ends
    chains: list[list[tuple[int, int]]] = []
    for first, second in sorted(alike, key=lambda pair: (pair[0], -pair[1])):
        place = bisect_left(ends, second)
        chain = [*(chains[place - 1] if place else []), (first, second)]
        ends[place : place + 1], chains[place : place + 1] = [second], [chain]
    return chains[-1] if chains else []


def _is_fit(one: Sentence) -> bool:
    return len(set(one.stems)) >= lexicons.threshold("statement_words")


def _sentences(one: Sentence, other: Sentence) -> Match:
    return Match(one.start, one.end, other.start, other.end)


def _wording(first: Article, second: Article, verdict: str, containment: float, in_order: float) -> str:
    """What follows for a reader, with the credits that the articles give."""
    if verdict == INDEPENDENT:
        return ""
    dated = bool(profiles.published(first) and profiles.published(second)) and first.published != second.published
    earlier, later = (second, first) if dated and second.published < first.published else (first, second)
    names = event_reasons.name(earlier), event_reasons.name(later)
    if verdict == REPOST:
        what = f"{containment:.0%} of the narration stands word for word in both"
    elif verdict == REWRITTEN:
        what = f"{in_order:.0%} of the sentences say the same in the same order, in other words"
    else:
        what = f"{containment:.0%} of the shorter narration stands word for word in the other"
    follows = {
        REPOST: "they count as one source, not two",
        REWRITTEN: "one rewrites the other or both rewrite a third text; they count as one source, not two",
        SHARED: "they share a source, often an agency; what both take from it is no second report",
    }[verdict]
    order = f" {names[0]} was published first." if dated else ""
    return f"{names[0]} and {names[1]}: {what}; {follows}.{order}{_credits(first)}{_credits(second)}"


def _credits(article: Article) -> str:
    """Whom the article credits, as far as it says so."""
    described = outlets.describe(article)
    credited = [mention.name for mention in described.credited]
    upstream = [mention.name for mention in described.upstream]
    if not credited and not upstream:
        return ""
    chain = " → ".join(filter(None, [event_reasons.name(article), ", ".join(credited), ", ".join(upstream)]))
    return f" Credits: {chain}."

"""Event match: whether articles report the same event, the same running story or different events, and why.

Counts: for each pair of articles how alike their names and their other words are (the geometric mean of two cosines),
    and the share of the shorter one's phrases (two content words in a row) that the other has too; each word weighs
    more the rarer it is in news at large and the nearer it stands to the top. And the days between the dates of
    publication, where both are known.
Unit: a score from 0 to 1 for a pair: the fitted probability that both report one event, moved so that .5 is the line.
    The score of a set is that of the weakest joint when its articles are joined group by group (average linkage).
Read as: the verdict and its reasons. What one article leaves out means something only inside one event.
Misses: two events with the same people on the same day look alike; a commentary that hardly speaks of the event looks
    like another one. Without dates of publication, moments of one running story are harder to tell apart.
Source: weights fitted by tests/benchmarks/fit_event_match.py on BASIL (Fan et al. 2019, EMNLP), cross-validated by
    event. Rarity: Spärck Jones 1972, Journal of Documentation 28:11-21. Average linkage: Sokal & Michener
    1958, University of Kansas Science Bulletin 38:1409-1438.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis import lexicons
from analysis.comparison import common_ground, event_pairs, event_reasons, linkage, profiles
from analysis.comparison.common_ground import Shared
from analysis.model import Article

SAME_EVENT, SAME_STORY, DIFFERENT = "same event", "same story", "different events"
EXPLAINED = 12  # articles that stand apart and get a sentence each


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles side by side. `score` None has its reason in `missing`; `days` None: a date is not known."""

    first: str  # id of an article
    second: str
    score: float | None
    names: float = 0.0  # cosine, 0 to 1
    words: float = 0.0  # cosine, 0 to 1
    phrases: float = 0.0  # share of the shorter one's phrases, 0 to 1
    days: int | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class EventMatch:
    """What a set of articles has in common. `verdict` is "" and `score` None where there is nothing to compare.

    groups: ids of the articles that report one event each, the largest group first. odd: the ids outside the largest
    group, or all of them where no two articles belong together. reasons: sentences for a reader. shared: what all
    articles of the largest group name, with every place.
    """

    verdict: str
    score: float | None
    pairs: tuple[Pair, ...]
    groups: tuple[tuple[str, ...], ...]
    odd: tuple[str, ...]
    reasons: tuple[str, ...]
    shared: tuple[Shared, ...] = ()

    @property
    def same_event(self) -> bool:
        """Whether findings that hold only inside one event may be shown without a warning."""
        return self.verdict == SAME_EVENT


def compare(articles: Sequence[Article]) -> EventMatch:
    """How `articles`, whose ids differ, belong together. Articles under `event_words` belong nowhere, with a reason."""
    least = lexicons.threshold("event_words")
    usable = [article for article in articles if profiles.find(article.body).content >= least]
    short = [article.id for article in articles if article not in usable]
    if len(usable) < 2:
        reason = "Event match needs two articles." if len(articles) < 2 else "Fewer than two articles are long enough."
        return EventMatch("", None, _pairs(articles, usable, None), (), tuple(short), (reason,))
    alike = event_pairs.likeness(usable)
    groups, weakest = linkage.groups(event_pairs.logits(alike), 0.0)
    verdict = SAME_EVENT if len(groups) == 1 else _story(alike)
    apart = [one for group in (groups[1:] if len(groups[0]) > 1 else groups) for one in group]
    outside = {usable[one].id for one in apart} | set(short)
    main = [usable[one] for one in groups[0]]
    return EventMatch(
        verdict=verdict,
        score=_probability(weakest),
        pairs=_pairs(articles, usable, alike),
        groups=tuple(tuple(usable[one].id for one in group) for group in groups),
        odd=tuple(article.id for article in articles if article.id in outside),
        reasons=(*_reasons(verdict, usable, main, apart), *_too_short(articles, short)),
        shared=common_ground.compare(main) if len(main) > 1 else (),
    )


def explain(first: Article, second: Article) -> tuple[str, ...]:
    """What speaks for and against one event in a pair: what both name, and what only the second speaks of."""
    return (*event_reasons.together([first, second]), event_reasons.apart([first], second))


def _story(alike: event_pairs.Likeness) -> str:
    """The verdict on articles that do not all report one event. Dates do not part a running story."""
    line = lexicons.threshold("story_line")
    return SAME_STORY if linkage.groups(event_pairs.logits(alike, dated=False), line)[1] >= line else DIFFERENT


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, log_odds))))


def _pairs(
    articles: Sequence[Article], usable: Sequence[Article], alike: event_pairs.Likeness | None
) -> tuple[Pair, ...]:
    """Every pair of `articles`, in their order."""
    row = {article.id: number for number, article in enumerate(usable)}
    log_odds = event_pairs.logits(alike) if alike is not None else np.zeros((0, 0))
    found = []
    for first, second in combinations([article.id for article in articles], 2):
        if alike is None or first not in row or second not in row:
            found.append(Pair(first, second, None, missing="an article with too few words has no score"))
            continue
        at = row[first], row[second]
        days = None if np.isnan(alike.days[at]) else int(alike.days[at])
        names, words, phrases = (float(one[at]) for one in (alike.names, alike.words, alike.phrases))
        found.append(Pair(first, second, _probability(float(log_odds[at])), names, words, phrases, days))
    return tuple(found)


def _reasons(
    verdict: str, articles: Sequence[Article], main: Sequence[Article], apart: Sequence[int]
) -> tuple[str, ...]:
    if verdict == SAME_EVENT:
        return event_reasons.together(articles)
    opening = {
        SAME_STORY: "One running story, but not one event.",
        DIFFERENT: "Not all of these articles report one event.",
    }[verdict]
    found = [opening, event_reasons.days(articles)]
    for number in apart[:EXPLAINED]:
        others = [article for article in (main if len(main) > 1 else articles) if article is not articles[number]]
        found.append(event_reasons.apart(others, articles[number]))
    if len(apart) > EXPLAINED:
        found.append(f"{len(apart) - EXPLAINED} more stand apart.")
    return tuple(found)


def _too_short(articles: Sequence[Article], short: Sequence[str]) -> list[str]:
    return [
        f"“{event_reasons.name(article)}” has too few words to be compared."
        for article in articles
        if article.id in short
    ]

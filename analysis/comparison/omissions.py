"""Omissions: what at least two other sources of the event report and an article does not, and its gap.

Counts: for each article the claims that it does not report, not even perhaps, and that two or more other sources do. A
    source is an article with its reposts and rewritings, which count once.
Unit: cov(u) is the share of the other sources that report claim u. gap = Σ cov(u) over the claims not reported here
    and in at least two others ÷ Σ cov(u) over all claims in at least two others: 0 all of them are here, 1 none is.
Read as: “not reported here”, never “left out on purpose”. Whoever writes later knows more: see the dates.
Misses: what claims miss; and it says nothing of how much a claim matters.
Source: the formula is our own; no standard was found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.comparison import reuse
from analysis.comparison.claims import Claim, Claims
from analysis.model import Article

LEAST = 2  # other sources that must report a claim


@dataclass(frozen=True, slots=True)
class NotReported:
    """A claim that `article` does not report. reported_by: one article of each other source that does.

    later: whether all of these were published after `article`, so that it may not have been known.
    """

    article: str  # id
    claim: str  # id
    reported_by: tuple[str, ...]
    coverage: float  # share of the other sources, 0 to 1
    later: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """How much of what the others report is not found in `article`. `value` None has its reason in `missing`."""

    article: str  # id
    value: float | None
    claims: int  # claims in at least two other sources
    not_reported: int
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Omissions:
    """The lists and gaps of all articles. sources: ids of the articles that are one source each."""

    not_reported: tuple[NotReported, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[tuple[str, ...], ...]
    warning: str = ""
    missing: str = ""


def compare(articles: Sequence[Article], found: Claims) -> Omissions:
    """What each article does not report, the claims of most sources first. Needs three sources."""
    groups = reuse.sources(articles, reuse.compare(articles))
    if found.missing:
        return Omissions((), _no_gaps(articles, found.missing), groups, missing=found.missing)
    if len(groups) <= LEAST:
        missing = f"“Not reported here” needs {LEAST + 1} independent sources; there are {len(groups)}."
        return Omissions((), _no_gaps(articles, missing), groups, found.warning, missing)
    source = {ident: number for number, group in enumerate(groups) for ident in group}
    listed: list[NotReported] = []
    gaps = []
    for article in articles:
        entries, gap = _of(article, articles, found.claims, source, len(groups))
        listed += entries
        gaps.append(gap)
    return Omissions(tuple(listed), tuple(gaps), groups, found.warning)


def _of(
    article: Article, articles: Sequence[Article], claims: Sequence[Claim], source: Mapping[str, int], groups: int
) -> tuple[list[NotReported], Gap]:
    """(the claims that `article` does not report, its gap)."""
    published = {one.id: one.published for one in articles}
    entries = []
    asked = missed = 0.0
    number = 0
    for claim in claims:
        others = {source[ident]: ident for ident in reversed(claim.articles) if source[ident] != source[article.id]}
        if len(others) < LEAST or article.id in claim.perhaps:
            continue
        coverage = len(others) / (groups - 1)
        asked += coverage
        number += 1
        if article.id not in claim.articles:
            missed += coverage
            reporters = tuple(ident for ident in claim.articles if ident in others.values())
            later = bool(article.published) and all(published[one] > article.published for one in reporters)
            entries.append(NotReported(article.id, claim.id, reporters, coverage, later))
    if not asked:
        none = "no claim is reported by two other sources"
        return entries, Gap(article.id, None, 0, 0, none)
    entries.sort(key=lambda one: -one.coverage)
    return entries, Gap(article.id, missed / asked, number, len(entries))


def _no_gaps(articles: Sequence[Article], missing: str) -> tuple[Gap, ...]:
    return tuple(Gap(article.id, None, 0, 0, missing) for article in articles)

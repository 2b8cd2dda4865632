"""Outlets: who published an article, and what is known and cited about the accountability of that outlet.

`describe(article)` answers both for the command line and the pages; the score itself is in `accountability`,
the recognition in `resolver`, the facts in data/outlets/.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.model import Article, Fact
from analysis.outlets import accountability, resolver
from analysis.outlets.registry import Outlet, Rating, load
from analysis.outlets.resolver import Mention, Resolution

__all__ = ["OutletRecord", "describe", "medium", "name"]


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """What Parallax knows of the publisher of one article.

    status: registered, described by you, invented (in a teaching case), unknown, or not scored (primary sources,
    satire, platforms). role: publisher, or "" where none was found. score: points of 100, None with the reason in
    `missing`. low, high: the band; None where nothing is scored. sensitivity: where other weights put the point.
    state_relation: "" is unknown.
    """

    status: str
    name: str
    domain: str
    role: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    known: int
    asked: int
    missing: str
    sensitivity: tuple[float, float] | None
    facts: tuple[Fact, ...]
    ratings: tuple[Rating, ...]
    state_relation: str
    state_code: str
    state_year: str
    publisher: Mention | None
    credited: tuple[Mention, ...]
    upstream: tuple[Mention, ...]
    note: str


_resolved = lru_cache(maxsize=256)(resolver.resolve)  # one page asks for the name and the record many times


def describe(article: Article, without: frozenset[str] = frozenset()) -> OutletRecord:
    """The publisher of `article`, its score without the components in `without`, and the outlets it draws on."""
    found = _resolved(article)
    registry = load()
    outlet = registry.outlets.get(found.publisher.outlet_id) if found.publisher else None
    if outlet is None:
        unknown = _unknown(article, found)
        own = article.publisher
        if own is None and article.facts:
            return _scored(replace(unknown, status="invented"), article.facts, without)
        if own and found.publisher:
            return _scored(replace(unknown, status="described by you"), own.facts, without)
        return unknown
    record = replace(
        _unknown(article, found),
        status="registered" if outlet.scored else "not scored",
        name=outlet.name,
        domain=_domain(outlet.outlet_id),
        low=None,
        high=None,
        missing="" if outlet.scored else not_scored(outlet),
        ratings=registry.ratings.get(outlet.outlet_id, ()),
        state_relation=outlet.state_relation,
        state_code=outlet.smm_code,
        state_year=outlet.smm_year,
    )
    facts = registry.facts.get(outlet.outlet_id, ())
    return _scored(record, facts, without) if outlet.scored else replace(record, facts=_cited(facts))


def _scored(record: OutletRecord, facts: Iterable[Fact], without: frozenset[str]) -> OutletRecord:
    """`record` with what `facts` score."""
    scored = accountability.score(accountability.cited(facts), without)
    return replace(
        record,
        score=scored.point,
        low=scored.low,
        high=scored.high,
        coverage=scored.coverage,
        known=scored.known,
        asked=scored.asked,
        missing=scored.missing,
        sensitivity=scored.sensitivity,
        facts=_cited(facts),
    )


def _cited(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that name a page and the day it was read."""
    return tuple(fact for fact in facts if fact.source_url and fact.checked_on)


def name(article: Article) -> str:
    """The name to show for the publisher: as corrected, as typed or printed, as resolved; "" where it is unknown."""
    found = _resolved(article).publisher
    return (found.name if found else "") if article.publisher or not article.outlet else article.outlet


def medium(article: Article) -> str:
    """What the registry says that the publisher is (newspaper, broadcaster, news site …); "" where it is not in it."""
    found = _resolved(article).publisher
    outlet = load().outlets.get(found.outlet_id) if found else None
    return outlet.medium if outlet else ""


def not_scored(outlet: Outlet) -> str:
    """Why an outlet of this kind has no score."""
    why = {
        "primary source": "a primary source",
        "platform": "its authors are the publishers",
        "satire": "not meant as news",
    }[outlet.kind]
    return f"not scored: {outlet.medium}, {why}"


def _unknown(article: Article, found: Resolution) -> OutletRecord:
    """The record of a publisher outside the registry, or of none."""
    publisher = found.publisher
    found_at = publisher.name if publisher and publisher.strength == "address" else ""
    own = article.publisher
    missing = (
        f"The outlet is not in the registry ({publisher.name}); nothing is guessed from its name or domain"
        if publisher
        else "publisher unknown: no name or address was found"
    )
    return OutletRecord(
        status="unknown",
        name=publisher.name if publisher else "",
        domain=own.domain if own else found_at or article.domain,
        role="publisher" if publisher else "",
        score=None,
        low=0.0,
        high=100.0,
        coverage=None,
        known=0,
        asked=0,
        missing=missing,
        sensitivity=None,
        facts=(),
        ratings=(),
        state_relation="",
        state_code="",
        state_year="",
        publisher=publisher,
        credited=found.credited,
        upstream=found.upstream,
        note=found.note,
    )


def _domain(outlet_id: str) -> str:
    """The first address of the outlet, as listed."""
    return next(
        (host for host, rows in load().hosts.items() if any(row.outlet_id == outlet_id for row in rows)),
        "",
    )

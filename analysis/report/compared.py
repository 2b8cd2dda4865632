"""Everything that is found in a set of articles, worked out once: what charts, tables and findings are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis import measures, tables
from analysis.comparison import (
    actor_tone,
    acts,
    claim_edits,
    claims,
    distinctive_words,
    event_match,
    frames,
    headlines,
    labels,
    omissions,
    order,
    quote_versions,
    reuse,
    scare_aims,
    side_balance,
    sides,
    tone_difference,
)
from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.claims import Claims
from analysis.comparison.omissions import Omissions
from analysis.comparison.sides import Edits, Sides
from analysis.model import Article, Result

Results = Mapping[str, Mapping[str, Result]]  # article id -> measure -> result


@dataclass(frozen=True, slots=True)
class Compared:
    """The articles with all results. A comparison of one article alone holds empty lists and says why.

    names: article id -> the name shown. automatic: the results without anybody's corrections; the very same where
    there are none; automatic_claims, automatic_omissions and automatic_balance likewise. claim_edits: what a person
    changed in the claims. answers: article id -> key of a question on frames -> a reader's answer.
    """

    articles: tuple[Article, ...]
    names: Mapping[str, str]
    results: Results
    automatic: Results
    match: event_match.EventMatch
    claims: claims.Claims
    omissions: omissions.Omissions
    order: order.Order
    actors: tuple[labels.Actor, ...]
    actor_tones: tuple[Result, ...]
    acts: tuple[acts.SharedAct, ...]
    sides: Sides
    edits: Edits
    balance: tuple[Result, ...]
    aims: tuple[scare_aims.AimCount, ...]
    versions: tuple[quote_versions.QuoteVersions, ...]
    tone_differences: tuple[tone_difference.ToneDifference, ...]
    words: tuple[distinctive_words.DistinctiveWord, ...]
    tops: tuple[headlines.Top, ...]
    reuse: tuple[reuse.Reuse, ...]
    automatic_claims: Claims
    automatic_omissions: Omissions
    automatic_balance: tuple[Result, ...]
    claim_edits: ClaimEdits = ()
    answers: Mapping[str, frames.Answers] = field(default_factory=dict)

    def article(self, name: str) -> Article:
        """The article with the id `name`."""
        return next(one for one in self.articles if one.id == name)


def build(
    articles: Sequence[Article],
    edits: Edits = Edits(),  # noqa: B008  frozen
    answers: Mapping[str, frames.Answers] | None = None,
    changed_claims: ClaimEdits = (),
) -> Compared:
    """All findings on `articles`, whose ids differ, with a person's `edits` of the sides and `answers` on frames.

    changed_claims: what a person changed in the claims.

    Claims are listed across different events too; they then carry their warning.
    """
    chosen = tuple(articles)
    match = event_match.compare(chosen)
    untouched = tuple(replace(one, corrections=(), publisher=None) for one in chosen)
    found = claims.compare(untouched, match, insist=True)
    told = claim_edits.apply(claims.compare(chosen, match, insist=True), chosen, changed_claims).claims
    placed = sides.apply(sides.suggest(chosen), edits)
    results = {one.id: measures.score(one) for one in chosen}
    return Compared(
        articles=chosen,
        names=tables.names(chosen),
        results=results,
        automatic={one.id: _automatic(one, results[one.id]) for one in chosen},
        match=match,
        claims=told,
        omissions=omissions.compare(chosen, told),
        order=order.compare(chosen, told.claims),
        actors=labels.compare(chosen),
        actor_tones=actor_tone.compare(chosen),
        acts=acts.compare(chosen),
        sides=placed,
        edits=edits,
        balance=_balance(chosen, placed),
        aims=scare_aims.compare(chosen, placed),
        versions=quote_versions.compare(chosen),
        tone_differences=tone_difference.compare(chosen),
        words=distinctive_words.compare(chosen),
        tops=headlines.compare(chosen, told.claims),
        reuse=reuse.compare(chosen),
        automatic_claims=found,
        automatic_omissions=omissions.compare(untouched, found),
        automatic_balance=_balance(untouched, sides.suggest(untouched)),
        claim_edits=changed_claims,
        answers=answers or {},
    )


def corrections(found: Compared) -> int:
    """How many things a person changed: in the articles, in who publishes them, in the sides and in the claims."""
    placed = len(found.edits.moved) + (found.edits.sides is not None) + len(found.claim_edits)
    return sum(len(one.corrections) + (one.publisher is not None) for one in found.articles) + placed


def _balance(articles: tuple[Article, ...], placed: Sides) -> tuple[Result, ...]:
    return side_balance.compare(articles, placed.sides, placed.assignment).results if placed.sides else ()


def _automatic(article: Article, results: Mapping[str, Result]) -> Mapping[str, Result]:
    untouched = replace(article, corrections=(), publisher=None)
    return results if untouched == article else measures.score(untouched)

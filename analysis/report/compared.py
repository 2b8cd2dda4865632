"""Everything that is found in a set of articles: what charts, tables and findings are made from.

Each part is worked out when it is first asked for, once, so that the text of one chart need not wait for all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

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
from analysis.comparison.acts import SharedAct
from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.claims import Claims
from analysis.comparison.distinctive_words import DistinctiveWord
from analysis.comparison.event_match import EventMatch
from analysis.comparison.headlines import Top
from analysis.comparison.labels import Actor
from analysis.comparison.omissions import Omissions
from analysis.comparison.order import Order
from analysis.comparison.quote_versions import QuoteVersions
from analysis.comparison.reuse import Reuse
from analysis.comparison.scare_aims import AimCount
from analysis.comparison.sides import Edits, Sides
from analysis.comparison.tone_difference import ToneDifference
from analysis.model import Article, Result

Results = Mapping[str, Mapping[str, Result]]  # article id -> measure -> result


@dataclass(frozen=True)  # without slots: what is worked out is kept in the instance
class Compared:
    """The articles with all results. A comparison of one article alone holds empty lists and says why.

    edits: what a person changed in the sides; changed_claims: in the claims. answers: article id -> key of a question
    on frames -> a reader's answer. Claims are listed across different events too; they then carry their warning.
    """

    articles: tuple[Article, ...]
    edits: Edits = field(default_factory=Edits)
    answers: Mapping[str, frames.Answers] = field(default_factory=dict)
    changed_claims: ClaimEdits = ()

    def article(self, name: str) -> Article:
        """The article with the id `name`."""
        return next(one for one in self.articles if one.id == name)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Article id -> the name shown."""
        return tables.names(self.articles)

    @cached_property
    def results(self) -> Results:
        """What the measures count."""
        return {one.id: measures.score(one) for one in self.articles}

    @cached_property
    def automatic(self) -> Results:
        """The results without anybody's corrections; the very same where there are none."""
        pairs = zip(self.articles, self.untouched, strict=True)
        return {one.id: self.results[one.id] if bare == one else measures.score(bare) for one, bare in pairs}

    @cached_property
    def match(self) -> EventMatch:
        """Whether the articles report one event."""
        return event_match.compare(self.articles)

    @cached_property
    def claims(self) -> Claims:
        """What the articles report, with a person's changes."""
        return claim_edits.apply(
            claims.compare(self.articles, self.match, insist=True), self.articles, self.changed_claims
        ).claims

    @cached_property
    def automatic_claims(self) -> Claims:
        """The same without anybody's corrections."""
        return claims.compare(self.untouched, self.match, insist=True)

    @cached_property
    def omissions(self) -> Omissions:
        """What each article does not report."""
        return omissions.compare(self.articles, self.claims)

    @cached_property
    def automatic_omissions(self) -> Omissions:
        """The same without anybody's corrections."""
        return omissions.compare(self.untouched, self.automatic_claims)

    @cached_property
    def sides(self) -> Sides:
        """The sides of the event and who stands on which, with a person's changes."""
        return sides.apply(sides.suggest(self.articles), self.edits)

    @cached_property
    def sides_by_voice(self) -> Mapping[str, str]:
        """Voice -> the name of its side, "" where it is on none."""
        names = {side.id: side.name for side in self.sides.sides}
        return {voice: names.get(side, "") for voice, side in self.sides.assignment.items()}

    @cached_property
    def balance(self) -> tuple[Result, ...]:
        """How the sides share the quoted words."""
        return _balance(self.articles, self.sides)

    @cached_property
    def automatic_balance(self) -> tuple[Result, ...]:
        """The same without anybody's corrections."""
        return _balance(self.untouched, sides.suggest(self.untouched))

    @cached_property
    def aims(self) -> tuple[AimCount, ...]:
        """At which side scare quotes aim."""
        return scare_aims.compare(self.articles, self.sides)

    @cached_property
    def order(self) -> Order:
        """Where each shared claim first stands."""
        return order.compare(self.articles, self.claims.claims)

    @cached_property
    def tops(self) -> tuple[Top, ...]:
        """Headline and lede of each article, and the shared claims there."""
        return headlines.compare(self.articles, self.claims.claims)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Names and labels of the actors."""
        return labels.compare(self.articles)

    @cached_property
    def actor_tones(self) -> tuple[Result, ...]:
        """Tone toward the actors."""
        return actor_tone.compare(self.articles)

    @cached_property
    def tone_differences(self) -> tuple[ToneDifference, ...]:
        """Differences of that tone between articles."""
        return tone_difference.compare(self.articles)

    @cached_property
    def acts(self) -> tuple[SharedAct, ...]:
        """The same acts, worded by each article."""
        return acts.compare(self.articles)

    @cached_property
    def versions(self) -> tuple[QuoteVersions, ...]:
        """The same statements, quoted by several articles."""
        return quote_versions.compare(self.articles)

    @cached_property
    def words(self) -> tuple[DistinctiveWord, ...]:
        """The words that mark each article."""
        return distinctive_words.compare(self.articles)

    @cached_property
    def reuse(self) -> tuple[Reuse, ...]:
        """The text that every two articles have in common."""
        return reuse.compare(self.articles)

    @cached_property
    def untouched(self) -> tuple[Article, ...]:
        """The articles without anybody's corrections."""
        return tuple(replace(one, corrections=(), publisher=None) for one in self.articles)


def corrections(found: Compared) -> int:
    """How many things a person changed: in the articles, in who publishes them, in the sides and in the claims."""
    placed = len(found.edits.moved) + (found.edits.sides is not None) + len(found.changed_claims)
    return sum(len(one.corrections) + (one.publisher is not None) for one in found.articles) + placed


def _balance(articles: tuple[Article, ...], placed: Sides) -> tuple[Result, ...]:
    return side_balance.compare(articles, placed.sides, placed.assignment).results if placed.sides else ()

"""Claims: what the articles of one event report, claim by claim, and which of them report it.

Counts: six kinds of claims: statements (clusters of sentences that say the same), numbers, dates and times, named
    people with their roles, places, and quotations (versions of one quoted statement).
Unit: a claim is reported, perhaps reported in other words, or not found, in each article, with every place.
Read as: reported by all, by some, by one. What is not found may stand there in words that share too little with the
    others, so doubtful cases are counted neither way.
Misses: claims in quite other words; two claims in one sentence count as one; irony and denial are not understood.
Source: our own; the lines are set on judged pairs of sentences (tests/benchmarks/fit_claim_match.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.comparison import counted_facts, named_facts, quote_versions, statements
from analysis.comparison.common_ground import Place
from analysis.comparison.event_match import EventMatch
from analysis.model import Article
from analysis.text import stems

STATEMENT, QUOTATION = "statement", "quotation"
KINDS = (
    STATEMENT,
    counted_facts.NUMBER,
    counted_facts.DATE,
    named_facts.PERSON,
    named_facts.PLACE,
    QUOTATION,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that can be reported or not. `text` is how one article words it.

    places: every place where an article reports it, article by article. perhaps: ids of the articles that may report
    it in other words. edited: a person changed it.
    """

    id: str
    kind: str  # one of KINDS
    text: str
    places: tuple[Place, ...]
    perhaps: frozenset[str] = frozenset()
    edited: bool = False

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, in their order."""
        return tuple(dict.fromkeys(place.article for place in self.places))


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims, those of most articles first. `warning`: what a reader must know; `missing`: why there are none."""

    claims: tuple[Claim, ...]
    warning: str = ""
    missing: str = ""


def compare(articles: Sequence[Article], match: EventMatch, insist: bool = False) -> Claims:
    """The claims of `articles`, if `match` takes them for one event.

    insist: find claims all the same; they then carry a warning.
    """
    if len(articles) < 2:
        return Claims((), missing="Claims are compared between at least two articles.")
    if match.same_event and not match.odd:
        return Claims(_claims(tuple(articles)))
    if match.same_event:
        outside = "Some articles have too few words to be compared: nothing follows from what they do not report."
        return Claims(_claims(tuple(articles)), warning=outside)
    taken = match.verdict or "not comparable"
    why = f"The articles are taken for “{taken}”, not for one event: what one of them does not "
    if not insist:
        return Claims((), missing=f"{why}report means nothing. Compare articles of one event, or insist.")
    return Claims(_claims(tuple(articles)), warning=f"{why}report may simply belong to another event.")


@lru_cache(maxsize=8)
def _claims(articles: tuple[Article, ...]) -> tuple[Claim, ...]:
    return ranked((*_statements(articles), *_facts(articles), *_quotations(articles)), articles)


def ranked(found: Sequence[Claim], articles: Sequence[Article]) -> tuple[Claim, ...]:
    """`found` in the order in which claims are listed and numbered: those of most articles first."""
    order = {article.id: number for number, article in enumerate(articles)}

    def rank(claim: Claim) -> tuple[int, int, int, int]:
        first = min(claim.places, key=lambda place: (order[place.article], place.start))
        return -len(claim.articles), KINDS.index(claim.kind), order[first.article], first.start

    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(sorted(found, key=rank), start=1))


def _statements(articles: Sequence[Article]) -> Iterator[Claim]:
    ids = [article.id for article in articles]
    for one in statements.compare(articles):
        places = tuple(Place(ids[sentence.article], sentence.start, sentence.end) for sentence in one.sentences)
        text = articles[one.best.article].body[one.best.start : one.best.end]
        yield Claim("", STATEMENT, " ".join(text.split()), places, frozenset(ids[number] for number in one.perhaps))


def _facts(articles: Sequence[Article]) -> Iterator[Claim]:
    for one in (*counted_facts.compare(articles), *named_facts.compare(articles)):
        yield Claim("", one.kind, one.text, one.places, one.perhaps)


def _quotations(articles: Sequence[Article]) -> Iterator[Claim]:
    bodies = {article.id: article.body for article in articles}
    ids = [article.id for article in articles]
    order = {article.id: number for number, article in enumerate(articles)}
    for one in quote_versions.compare(articles):
        places = sorted(
            (Place(version.article, version.start, version.end) for version in one.versions),
            key=lambda place: (order[place.article], place.start),
        )
        first = one.versions[0]
        text = " ".join(bodies[first.article][first.start : first.end].split())
        said = f"{one.speaker}: “{text}”" if one.speaker else f"“{text}”"
        own = {place.article for place in places}
        core = frozenset(one.stem for one in stems.find(text))
        perhaps = frozenset(ids[number] for number in statements.holding(articles, core)) - own
        yield Claim("", QUOTATION, said, tuple(places), perhaps)

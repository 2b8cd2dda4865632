"""The texts of the page Read with their highlights, and what can be looked for in them."""

from collections.abc import Mapping
from typing import NamedTuple

from analysis import tables
from analysis.comparison import event_voices
from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.claims import QUOTATION, STATEMENT, Claim
from analysis.comparison.counted_facts import DATE, NUMBER
from analysis.comparison.sides import Side, Sides
from analysis.model import Article, Span
from ui import layers, literal, targets
from ui.cache import Articles, comparison, kept, scores
from ui.layers import CLAIMS, LABELS, QUOTATIONS
from ui.targets import Target
from ui.widgets import text_columns
from ui.widgets.text_columns import Clicked, Text

REPORTED = (STATEMENT, NUMBER, DATE)  # kinds of claims that are highlighted; names would fill the page
NOT_FOUND, PERHAPS = "not found here", "perhaps here, in other words"
NOTHING = Target("", "", ())


class Asked(NamedTuple):
    """What the layers that need several articles depend on. actor: the id of the one whose labels are shown."""

    articles: Articles  # those that are compared
    actor: str = ""
    insist: bool = False
    changes: ClaimEdits = ()


@kept
def found(asked: Asked) -> Mapping[str, Target]:
    """What can be looked for in every article: id -> target."""
    articles = asked.articles
    return targets.build(
        event_voices.compare(articles),
        {article.id: spans(article, QUOTATIONS, asked) for article in articles},
        _told(asked),
        comparison.versions(articles),
        articles,
    )


@kept
def actors(articles: Articles) -> Mapping[str, str]:
    """The actors whose labels can be shown: id -> name."""
    return {f"{actor.kind}-{literal.slug(actor.name)}": actor.name for actor in comparison.named(articles)}


def spans(article: Article, layer: str, asked: Asked) -> tuple[Span, ...]:
    """What one layer highlights in one article."""
    if layer == LABELS:
        return _labels(asked.articles, asked.actor).get(article.id, ())
    if layer == CLAIMS:
        return _claims(asked).get(article.id, ())
    return scores.results(article)[layer].spans


def texts(articles: Articles, shown: tuple[str, ...], placed: Sides, asked: Asked, target: str) -> tuple[Text, ...]:
    """The text of each article with the layers `shown` and the places of `target`."""
    return _texts(articles, shown, placed.sides, tuple(placed.assignment.items()), asked, target)


@kept
def _texts(
    articles: Articles,
    shown: tuple[str, ...],
    sides: tuple[Side, ...],
    assignment: tuple[tuple[str, str], ...],
    asked: Asked,
    target: str,
) -> tuple[Text, ...]:
    looks, side_of = layers.side_looks(Sides(sides, ())), dict(assignment)
    wanted = found(asked).get(target, NOTHING)
    laid_out = []
    for article in articles:
        own = [mark for layer in shown for mark in layers.marks(layer, spans(article, layer, asked), looks, side_of)]
        here = [(start, end) for name, start, end in wanted.places if name == article.id]
        missing = "" if here or not target else PERHAPS if article.id in wanted.perhaps else NOT_FOUND
        laid_out.append(text_columns.lay_out(article.body, article.headline_end, own, here, missing))
    return tuple(laid_out)


def nothing_in(articles: Articles, shown: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
    """The titles of those layers `shown` that highlight nothing in any of `articles`."""
    return tuple(
        layers.LAYERS[layer].title for layer in shown if not any(spans(article, layer, asked) for article in articles)
    )


def hits(articles: Articles, shown: tuple[str, ...], asked: Asked, clicked: Clicked) -> list[tuple[str, Span]]:
    """Everything that the layers `shown` highlight at the place that was pressed: layer, span."""
    article = next(article for article in articles if article.id == clicked.column)
    return [
        (layer, span)
        for layer in shown
        for span in spans(article, layer, asked)
        if span.start < clicked.end and span.end > clicked.start
    ]


def targets_at(asked: Asked, article: Article, layer: str, span: Span) -> dict[str, Target]:
    """What stands at a span and can be looked for in the other articles: the voice of a quotation, a claim itself."""
    kinds = {QUOTATIONS: (targets.VOICE, QUOTATION), CLAIMS: REPORTED}.get(layer, ())
    place = article.id, span.start, span.end
    return {name: one for name, one in found(asked).items() if one.kind in kinds and place in one.places}


def facts(article: Article) -> str:
    """Byline, day and credit line."""
    return " · ".join(filter(None, (article.byline, article.published[:10], article.credit))) or "no byline, no date"


@kept
def _labels(articles: Articles, actor: str) -> Mapping[str, tuple[Span, ...]]:
    """Article id -> the labels of one actor."""
    name = actors(articles).get(actor)
    own: dict[str, tuple[Span, ...]] = {}
    for one in comparison.named(articles):
        for label in one.labels if one.name == name else ():
            own[label.article] = (*own.get(label.article, ()), *label.spans)
    return own


@kept
def _claims(asked: Asked) -> Mapping[str, tuple[Span, ...]]:
    """Article id -> the places of the claims that several articles report."""
    own: dict[str, tuple[Span, ...]] = {}
    names = tables.names(asked.articles)
    for claim in _told(asked):
        if len(claim.articles) < 2 or claim.kind not in REPORTED:
            continue
        note = _reported_by(claim, names)
        for article, start, end in claim.places:
            own[article] = (*own.get(article, ()), Span(start, end, claim.kind, note, claim.text))
    return own


def _told(asked: Asked) -> tuple[Claim, ...]:
    return comparison.reported(asked.articles, asked.insist, asked.changes)[0].claims


def _reported_by(claim: Claim, names: Mapping[str, str]) -> str:
    by = ", ".join(names[one] for one in claim.articles)
    perhaps = ", ".join(names[one] for one in names if one in claim.perhaps)
    return f"reported by {by}" + (f"; perhaps, in other words, by {perhaps}" if perhaps else "")

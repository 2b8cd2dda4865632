"""Whom scare quotes are aimed at

Counts: scare quotes by the actor they are aimed at and the side this actor is on. A name behind the marks, a possessor,
    an "of" or the subject of the clause tells the actor; else the nearest name of the sentence may be meant.
Unit: scare quotes, each with the span and the reason for its actor.
Read as: who is kept at a distance, article by article. Counts first: an article has few scare quotes, and a share of
    three is no finding. "Not clear" is a result: its sentence names nobody, or it stands inside somebody's words.
Misses: actors named in another sentence, and groups named only by a common noun. Where only the nearest name speaks
    for an actor, another one may be meant; such guesses are counted apart.
Source: rules of ours (analysis.text.aims); sides as suggested from affiliations and edited by the user.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.comparison.sides import Sides
from analysis.measures import scare_quotes
from analysis.measures.scare_quotes import ShortSpan
from analysis.model import Article
from analysis.text.aims import NOT_CLEAR

NO_SIDE = ""


@dataclass(frozen=True, slots=True)
class AimCount:
    """The scare quotes of one article that are aimed at one actor."""

    article: str  # id
    actor: str  # aims.NOT_CLEAR where nobody is named
    side: str  # id of the side; NO_SIDE where the actor is on none
    guessed: int  # how many of them rest on the nearest name only
    spans: tuple[ShortSpan, ...]

    @property
    def n(self) -> int:
        """How many scare quotes."""
        return len(self.spans)


def compare(articles: Sequence[Article], sides: Sides) -> tuple[AimCount, ...]:
    """One count per article and actor, the articles in their order, the actors by frequency, "not clear" last."""
    return tuple(count for article in articles for count in _counts(article, sides))


def _counts(article: Article, sides: Sides) -> list[AimCount]:
    found: dict[str, list[ShortSpan]] = {}
    for span in scare_quotes.classify(article):
        if span.aim is not None:
            found.setdefault(span.aim.actor, []).append(span)
    counts = [
        AimCount(article.id, actor, _side(actor, sides), sum(_is_guess(span) for span in spans), tuple(spans))
        for actor, spans in found.items()
    ]
    return sorted(counts, key=lambda one: (one.actor == NOT_CLEAR, -one.n, one.actor))


def _side(actor: str, sides: Sides) -> str:
    """The side an actor is on, or is itself: "Veldania" is the side of that name."""
    placed = sides.assignment.get(actor, NO_SIDE)
    return placed or next((side.id for side in sides.sides if side.name == actor), NO_SIDE)


def _is_guess(span: ShortSpan) -> bool:
    return span.aim is not None and span.aim.actor != NOT_CLEAR and not span.aim.is_sure

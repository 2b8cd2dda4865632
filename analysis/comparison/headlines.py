"""Headlines and ledes: what each article puts at its top, and which of the shared claims stand there.

Counts: the claims of at least two articles that have a place in the headline, or in the lede (the first sentences of
    the text below it, up to `lede_words` words).
Unit: claims, with their places; and the words of the headline that no other headline has.
Read as: the same events can be opened with the deal, the anger or the bill. What stands at the top is read most.
Misses: what pictures and decks say; a headline written by the agency and not by the outlet.
Source: inverted pyramid: Pöttker 2003, Journalism Studies 4:501-511. The measure is our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis import lexicons
from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.model import Article
from analysis.text import sentences, stems, words


@dataclass(frozen=True, slots=True)
class Top:
    """The top of one article. Each part is a stretch of its body; None where there is none.

    headline_claims, lede_claims: ids of claims of at least two articles that stand there. own_words: the words that
    only this headline has, in its order.
    """

    article: str  # id
    headline: Place | None
    lede: Place | None
    headline_claims: tuple[str, ...] = ()
    lede_claims: tuple[str, ...] = ()
    own_words: tuple[Place, ...] = ()


def compare(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[Top, ...]:
    """The top of every article, in their order."""
    shared = [claim for claim in claims if len(claim.articles) > 1]
    heads = [_headline(article) for article in articles]
    stems_of = [_stems(article, head) for article, head in zip(articles, heads, strict=True)]
    tops = []
    for number, (article, head) in enumerate(zip(articles, heads, strict=True)):
        lede = _lede(article, head.end if head else 0)
        others = {stem for other, own in enumerate(stems_of) if other != number for stem in own}
        own_words = tuple(place for stem, place in stems_of[number].items() if stem not in others)
        tops.append(Top(article.id, head, lede, _standing_in(shared, head), _standing_in(shared, lede), own_words))
    return tuple(tops)


def _headline(article: Article) -> Place | None:
    return Place(article.id, 0, article.headline_end) if article.headline_end else None


def _lede(article: Article, start: int) -> Place | None:
    """The first whole sentences below the headline, at least one, as long as they stay under `lede_words`."""
    limit = lexicons.threshold("lede_words")
    below = [one for one in sentences.find(article.body) if one.start >= start]
    if not below:
        return None
    end = below[0].end
    for one in below[1:]:
        if words.count(article.body, below[0].start, one.end) > limit:
            break
        end = one.end
    return Place(article.id, below[0].start, end)


def _stems(article: Article, head: Place | None) -> dict[str, Place]:
    """The stems of the headline with the place of their first word."""
    found: dict[str, Place] = {}
    for one in stems.find(article.body):
        if head is None or one.start >= head.end:
            break
        found.setdefault(one.stem, Place(article.id, one.start, one.end))
    return found


def _standing_in(claims: Sequence[Claim], part: Place | None) -> tuple[str, ...]:
    """The ids of the claims with a place that begins inside `part`."""
    if part is None:
        return ()
    return tuple(
        claim.id
        for claim in claims
        if any(place.article == part.article and part.start <= place.start < part.end for place in claim.places)
    )

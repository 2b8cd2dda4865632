"""Originality: whether an article is its outlet's own work, passes on somebody else's, or hides where it is from."""

from typing import NamedTuple

from analysis import lexicons
from analysis.model import Article
from analysis.outlets import OutletRecord
from analysis.outlets.resolver import Place
from analysis.text import authors, own_reporting

LEVELS = ("own reporting", "rewritten with credit", "repost with credit", "copied without credit")
OWN, REWRITTEN, REPOST, COPIED = LEVELS
OWN_PLACE = "the outlet’s own question, visit or reading"


class Originality(NamedTuple):
    """level: one of LEVELS, "" where the text does not tell; outlets: whose text it is; places: in the body."""

    level: str
    outlets: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


def find(article: Article, record: OutletRecord, *, is_rewritten: bool) -> Originality:
    """How original `article` is. is_rewritten: whether it was likely paraphrased by a machine.

    A credit line, an agency's byline or dateline make a repost; with own reporting, a partial credit or rewriting they
    make a rewritten text. Another outlet named as the source early on does so too. A text that is rewritten and names
    nobody is a copy. Otherwise a signature or the outlet's own questions show own reporting.
    """
    own = tuple(Place(*place, OWN_PLACE) for place in own_reporting.find(article.body, record.name))
    lede = lexicons.threshold("originality_lede") * len(article.body)
    early = [one for one in record.upstream if any(place.start < lede for place in one.places)]
    others = (*record.credited, *early)
    named = tuple(one.name for one in others)
    places = tuple(place._replace(how=f"{one.name}: {place.how}") for one in others for place in one.places)
    if record.credited:
        is_partial = any(
            term in article.credit.lower() for term in lexicons.classes("article_sourcing")["partial credit"]
        )
        return Originality(REWRITTEN if own or is_rewritten or is_partial else REPOST, named, (*places, *own))
    if early and not own:
        return Originality(REWRITTEN, named, places)
    if is_rewritten:
        return Originality(COPIED)
    if own or authors.find(article.byline, article.outlet).level == authors.PERSON:
        return Originality(OWN, places=own)
    return Originality("")

"""Outlet accountability

Counts: yes, partly and no answers to nine questions about the publisher (corrections, complaints, code, news and
  opinion apart, owner, funding, editors, bylines, independence of the state), each from a page that was read.
Unit: points of 100; the band runs from all open questions answered no to all answered yes.
Read as: accountability, not truth; two outlets differ only where their bands do not overlap. An unknown outlet has no
  point and the whole band.
Misses: whether a story is right; a true story used to mislead; outlets and pages nobody has checked yet.
Source: components after NewsGuard, the Journalism Trust Initiative and the Trust Project; state relation from the
  State Media Monitor 2023; sensitivity after the OECD/JRC Handbook on composite indicators (2008); weights are ours.
"""

from analysis import outlets
from analysis.model import Article, Result, Span, Value
from analysis.outlets import OutletRecord
from analysis.outlets.resolver import Mention

KEY = "outlet_credibility"


def score(article: Article, without: frozenset[str] = frozenset()) -> Result:
    """Accountability of the publisher, with the places where publisher, credit and upstream reports are named.

    without: components left out of the score.
    """
    if not article.body.strip():
        return Result(KEY, article.id, missing="The article has no text.")
    record = outlets.describe(article, without)
    spans = [span for mention in _mentions(record) for span in _spans(mention)]
    return Result(
        KEY,
        article.id,
        values=(_accountability(record), _coverage(record)),
        spans=tuple(sorted(spans, key=lambda span: (span.start, span.end, span.kind))),
    )


def _accountability(record: OutletRecord) -> Value:
    return Value(
        part="accountability",
        number=record.score,
        unit="points of 100",
        n=record.known,
        low=record.low,
        high=record.high,
        missing="" if record.score is not None else record.missing,
        kinds=("publisher",),
    )


def _coverage(record: OutletRecord) -> Value:
    """How much of the weight of the questions has an answer; `n` is the number of questions that apply."""
    return Value(
        part="coverage",
        number=record.coverage,
        unit="share of the weight of all questions",
        n=record.asked,
        missing="" if record.coverage is not None else record.missing,
        kinds=("publisher",),
    )


def _mentions(record: OutletRecord) -> tuple[Mention, ...]:
    return (*((record.publisher,) if record.publisher else ()), *record.credited, *record.upstream)


def _spans(mention: Mention) -> list[Span]:
    return [Span(place.start, place.end, mention.role, place.how, mention.name) for place in mention.places]

"""Scare quotes and other short quoted spans (estimate)

Counts: quoted spans of up to eight words, each in one class: speech (words of a source), scare (marks that keep the
    writer at a distance: irony, doubt, "so-called"), title (works, programmes, nicknames), term (a word named as a
    word, a slogan, a definition), other (none of these). Marks of any length in the headline: supported (somebody says
    it between marks in the body), paraphrased (the body tells it without marks), unsupported (nobody says it).
Unit: spans, and scare quotes per 1,000 words of narration (words outside marks) with a 95 % Poisson interval.
Read as: places to look at. Every span names the clue that decided and whether the estimate is likely or unsure, and a
    scare quote whom it is aimed at. Marks round a doubtful word can be fair or unfair; the count does not tell which.
    Confirm or reject the class of a span: what a person set counts, and the automatic value stays beside it.
Misses: irony that only knowledge of the matter reveals, scare quotes in a sentence that also reports speech, and
    half of the neutral terms, those that no word announces. On 756 spans labelled by hand (two annotators) the class
    was right in 90 of 100, cross-validated; two of three scare quotes were found, and 76 of 100 of those shown were
    right. The aim of a scare quote and the support of headline marks follow rules that were not measured on a key.
Source: Merriam-Webster ("especially to express skepticism or derision"); Gutzmann & Stei 2011, J. Pragmatics
    43(10):2650-63; Recasens et al. 2013 (ACL) for words of doubt. Clues and weights (multinomial logistic
    regression) are ours: tests/benchmarks/fit_quoted_spans.py.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons, rates
from analysis.model import Article, Correction, Result, Span, Value
from analysis.text import aims, headline_marks, quotations, quoted_span_classes, terms, words
from analysis.text.aims import Aim
from analysis.text.headline_marks import HeadlineMark
from analysis.text.quoted_span_classes import CLASSES
from analysis.text.quoted_spans import QuotedSpan

__all__ = ["AIM", "CLASS", "CLASSES", "SCARE", "ShortSpan", "classify", "headlines", "score"]

SCARE = "scare"
CLASS, AIM = "class", "aim"  # the subjects of corrections that are heeded here
JUDGED = 1.0  # the confidence of what a person set; an estimate stays below
UNIT = "quoted spans"
RATE = "scare quote rate"


class ShortSpan(NamedTuple):
    """`body[start:end]` stands between quotation marks; `confidence` is the probability of `cls` (0 to 1)."""

    start: int
    end: int
    text: str
    cls: str
    reason: str
    confidence: float
    aim: Aim | None = None  # whom a scare quote is aimed at


class Versions(NamedTuple):
    """The result as found, and as a person's judgements make it."""

    automatic: Result
    judged: Result


def score(article: Article) -> Result:
    """Short quoted spans by class (counts), scare quotes per 1,000 words of narration, support of headline marks."""
    if not words.count(article.body):
        return Result("scare_quotes", article.id, missing="The article has no text.")
    found, marked = classify(article), headlines(article)
    values = [_count(found, SCARE), _rate(found, terms.narration_words(article.body))]
    values += [_count(found, cls) for cls in CLASSES if cls != SCARE]
    values += [_supported(article, marked, kind) for kind in headline_marks.KINDS]
    spans = [Span(span.start, span.end, span.cls, _note(span), span.cls) for span in found]
    spans += [Span(one.start, one.end, _headline(one.kind), _passage(article.body, one)) for one in marked]
    return Result("scare_quotes", article.id, tuple(values), tuple(sorted(spans, key=lambda span: span.start)))


def classify(article: Article) -> tuple[ShortSpan, ...]:
    """Every quoted span of up to eight words with its class, in reading order, a person's judgements laid over."""
    found = _automatic(_unjudged(article))
    judged = {(one.start, one.end): one for one in article.corrections if one.subject == CLASS}
    aimed = {(one.start, one.end): one.now for one in article.corrections if one.subject == AIM}
    classed = tuple(_laid_over(article.body, found, judged)) if judged else found
    return tuple(_aimed(one, aimed.get((one.start, one.end), "")) for one in classed) if aimed else classed


def judgement(span: ShortSpan, now: str, note: str = "") -> Correction:
    """The record of a person's judgement: `now` is one of CLASSES (the span's own to confirm it), or "" for no span."""
    return Correction(CLASS, span.start, span.end, span.cls, now, note, span.text)


def versions(article: Article) -> Versions:
    """The result without and with the judgements among `article.corrections`."""
    return Versions(score(_unjudged(article)), score(article))


def _unjudged(article: Article) -> Article:
    """The article without a person's judgements of its short spans."""
    return replace(article, corrections=tuple(one for one in article.corrections if one.subject not in (CLASS, AIM)))


def headlines(article: Article) -> tuple[HeadlineMark, ...]:
    """The marks of the headline, each with what supports it in the body."""
    return headline_marks.find(article.body, article.headline_end) if article.headline_end else ()


@lru_cache(maxsize=256)
def _automatic(article: Article) -> tuple[ShortSpan, ...]:
    body = article.body
    speakers = {q.start: q for q in quotations.of(article) if q.kind != "indirect" and q.speaker}
    classified = quoted_span_classes.find(body)
    scare = [one.span for one in classified if one.cls == SCARE]
    aimed = dict(zip(scare, aims.find(body, tuple(scare)), strict=True)) if scare else {}
    found = []
    for one in classified:
        start, end = one.span.inner_start, one.span.inner_end
        quotation = speakers.get(start) if one.cls == "speech" else None
        reason = _attribution(quotation) if quotation else one.reason
        found.append(ShortSpan(start, end, body[start:end], one.cls, reason, one.confidence, aimed.get(one.span)))
    return tuple(found)


def _laid_over(
    body: str, found: tuple[ShortSpan, ...], judged: dict[tuple[int, int], Correction]
) -> Iterator[ShortSpan]:
    """`found` with the classes that a person set and the spans that were missed; one judged to be none is left out."""
    known = {(span.start, span.end) for span in found}
    added = [
        ShortSpan(start, end, body[start:end], one.now, "added by a person", JUDGED)
        for (start, end), one in judged.items()
        if one.now and (start, end) not in known
    ]
    for span in sorted((*found, *added)):
        one = judged.get((span.start, span.end))
        if one is None:
            yield span
        elif (span.start, span.end) not in known:
            yield span._replace(aim=_aim(body, span) if one.now == SCARE else None)
        elif one.now == span.cls:
            yield span._replace(reason=f"confirmed by a person; {span.reason}", confidence=JUDGED)
        elif one.now:
            aim = _aim(body, span) if one.now == SCARE else None
            reason = f"set by a person; found: {span.cls}, {span.reason}"
            yield span._replace(cls=one.now, reason=reason, confidence=JUDGED, aim=aim)


def _aimed(span: ShortSpan, actor: str) -> ShortSpan:
    """A scare quote with the actor that a person set."""
    return span._replace(aim=Aim(actor, 0, 0, "set by a person", True)) if actor and span.aim else span


def _aim(body: str, span: ShortSpan) -> Aim:
    return aims.find(body, (QuotedSpan(span.start - 1, span.end + 1, span.start, span.end, "outer"),))[0]


def _count(found: tuple[ShortSpan, ...], cls: str) -> Value:
    part = "scare quotes" if cls == SCARE else f"{cls} in short marks"
    return Value(part, sum(span.cls == cls for span in found), UNIT, len(found), kinds=(cls,))


def _rate(found: tuple[ShortSpan, ...], narration: int) -> Value:
    count = sum(span.cls == SCARE for span in found)
    if len(found) < lexicons.threshold("small_n"):
        reason = f"{len(found)} short quoted {'span' if len(found) == 1 else 'spans'}: a count, no rate"
        return Value(RATE, None, rates.UNIT, narration, missing=reason, kinds=(SCARE,))
    if not narration:
        return Value(RATE, None, rates.UNIT, 0, missing="every word stands inside marks", kinds=(SCARE,))
    low, high = rates.poisson_interval(count)
    per = 1000 / narration
    return Value(RATE, count * per, rates.UNIT, narration, low * per, high * per, kinds=(SCARE,))


def _supported(article: Article, marked: tuple[HeadlineMark, ...], kind: str) -> Value:
    part, unit = f"headline marks {kind}", "marked stretches of the headline"
    if not article.headline_end:
        return Value(part, None, unit, 0, missing="no headline is known", kinds=(_headline(kind),))
    return Value(part, sum(one.kind == kind for one in marked), unit, len(marked), kinds=(_headline(kind),))


def _headline(kind: str) -> str:
    return f"headline {kind}"


def _passage(body: str, one: HeadlineMark) -> str:
    """The reason, with the words of the body that it rests on."""
    passage = " ".join(body[one.passage_start : one.passage_end].split())
    longest = int(lexicons.threshold("shown_passage"))
    shown = passage if len(passage) <= longest else f"{passage[:longest].rsplit(' ', 1)[0]} …"
    return f"{one.reason} {shown}".strip()


def _note(span: ShortSpan) -> str:
    """Whether the class is likely, why, and the aim; a person's judgement is neither likely nor unsure."""
    is_likely = span.confidence >= lexicons.threshold("likely_class")
    certainty = "" if span.confidence == JUDGED else "likely: " if is_likely else "unsure: "
    aim = f"; aimed at: {span.aim.actor} ({span.aim.reason})" if span.aim else ""
    return f"{certainty}{span.reason}{aim}"


def _attribution(quotation: quotations.Quotation) -> str:
    cue = f" ({quotation.cue})" if quotation.cue else ""
    return f"the words of {quotation.speaker}{cue}"

"""Scare quotes and other short quoted spans (estimate)

Counts: quoted spans of up to eight words, each in one class: speech (words of a source), scare (marks that keep the
    writer at a distance: irony, doubt, "so-called"), title (works, programmes, nicknames), term (a word named as a
    word, a slogan, a definition), other (none of these).
Unit: spans, and scare quotes per 1,000 words of narration (words outside marks) with a 95 % Poisson interval.
Read as: places to look at. Every span names the clue that decided and whether the estimate is likely or unsure.
    Marks round a doubtful word can be fair or unfair; the count does not tell which.
Misses: irony that only knowledge of the matter reveals, scare quotes in a sentence that also reports speech, and
    most neutral terms that no word announces. On 756 spans labelled by hand (two annotators) the class was right in
    88 of 100, cross-validated; half of the scare quotes were found, and 55 of 100 of those shown were right.
Source: Merriam-Webster ("especially to express skepticism or derision"); Gutzmann & Stei 2011, J. Pragmatics
    43(10):2650-63; Recasens et al. 2013 (ACL) for words of doubt. Clues and weights (multinomial logistic
    regression) are ours: tests/benchmarks/fit_quoted_spans.py.
"""

from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons, rates
from analysis.model import Article, Result, Span, Value
from analysis.text import quotations, quoted_span_classes, terms, words
from analysis.text.quoted_span_classes import CLASSES

SUBJECT = "class"  # of the corrections that are heeded here


class ShortSpan(NamedTuple):
    """`body[start:end]` stands between quotation marks; `confidence` is the probability of `cls` (0 to 1)."""

    start: int
    end: int
    text: str
    cls: str
    reason: str
    confidence: float


def score(article: Article) -> Result:
    """Short quoted spans by class (counts) and scare quotes per 1,000 words of narration."""
    if not words.count(article.body):
        return Result("scare_quotes", article.id, missing="The article has no text.")
    found = classify(article)
    values = [_count(found, "scare"), _rate(found, terms.narration_words(article.body))]
    values += [_count(found, cls) for cls in CLASSES if cls != "scare"]
    spans = tuple(Span(span.start, span.end, span.cls, _note(span), span.cls) for span in found)
    return Result("scare_quotes", article.id, tuple(values), spans)


@lru_cache(maxsize=256)
def classify(article: Article) -> tuple[ShortSpan, ...]:
    """Every quoted span of up to eight words with its class, a reason in words and a confidence, in reading order."""
    body = article.body
    speakers = {q.start: q for q in quotations.of(article) if q.kind != "indirect" and q.speaker}
    found = []
    for one in quoted_span_classes.find(body):
        start, end = one.span.inner_start, one.span.inner_end
        quotation = speakers.get(start) if one.cls == "speech" else None
        reason = _attribution(quotation) if quotation else one.reason
        found.append(ShortSpan(start, end, body[start:end], one.cls, reason, one.confidence))
    return _corrected(tuple(found), article)


def _corrected(found: tuple[ShortSpan, ...], article: Article) -> tuple[ShortSpan, ...]:
    """`found` with the classes that a person confirmed or set; a span set to "" is no short quoted span."""
    judged = {(one.start, one.end): one for one in article.corrections if one.subject == SUBJECT}
    kept = []
    for span in found:
        one = judged.get((span.start, span.end))
        if one is None:
            kept.append(span)
        elif one.now == span.cls:
            kept.append(span._replace(reason=f"{span.reason}; confirmed by a person", confidence=1.0))
        elif one.now:
            kept.append(span._replace(cls=one.now, reason=f"set by a person; by itself: {span.cls}", confidence=1.0))
    return tuple(kept)


def _count(found: tuple[ShortSpan, ...], cls: str) -> Value:
    part = "scare quotes" if cls == "scare" else f"{cls} in short marks"
    return Value(part, sum(span.cls == cls for span in found), "quoted spans", len(found), kinds=(cls,))


def _rate(found: tuple[ShortSpan, ...], narration: int) -> Value:
    part, unit, count = "scare quote rate", "per 1,000 words of narration", sum(span.cls == "scare" for span in found)
    if len(found) < lexicons.threshold("small_n"):
        reason = f"{len(found)} short quoted {'span' if len(found) == 1 else 'spans'}: a count, no rate"
        return Value(part, None, unit, narration, missing=reason, kinds=("scare",))
    if not narration:
        return Value(part, None, unit, 0, missing="every word stands inside marks", kinds=("scare",))
    low, high = rates.poisson_interval(count)
    per = 1000 / narration
    return Value(part, count * per, unit, narration, low * per, high * per, kinds=("scare",))


def _note(span: ShortSpan) -> str:
    is_likely = span.confidence >= lexicons.threshold("likely_class")
    return f"{'likely' if is_likely else 'unsure'}: {span.reason}"


def _attribution(quotation: quotations.Quotation) -> str:
    cue = f" ({quotation.cue})" if quotation.cue else ""
    return f"the words of {quotation.speaker}{cue}"

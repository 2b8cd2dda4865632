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

import json
import math
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.errors import BrokenData
from analysis.model import Article, Result, Span, Value
from analysis.text import marks, quotations, quoted_span_clues, quoted_spans, words

CLASSES = ("speech", "scare", "title", "term", "other")
DECISIVE = {"place_code": "other", "doubt_before": "scare", "named_as_words": "term", "inside_a_name": "title"}


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
    narration = _narration_words(article.body)
    if not words.count(article.body):
        return Result("scare_quotes", article.id, missing="The article has no text.")
    found = classify(article)
    values = [_count(found, "scare"), _rate(found, narration)]
    values += [_count(found, cls) for cls in CLASSES if cls != "scare"]
    spans = tuple(Span(span.start, span.end, span.cls, _note(span), span.cls) for span in found)
    return Result("scare_quotes", article.id, tuple(values), spans)


@lru_cache(maxsize=256)
def classify(article: Article) -> tuple[ShortSpan, ...]:
    """Every quoted span of up to eight words with its class, a reason in words and a confidence, in reading order."""
    body = article.body
    speakers = {q.start: q for q in quotations.find(body) if q.kind != "indirect" and q.speaker}
    found = []
    for span, clues in zip(quoted_spans.find(body), quoted_span_clues.find(body), strict=True):
        cls, confidence = weigh(clues)
        quotation = speakers.get(span.inner_start) if cls == "speech" else None
        reason = _attribution(quotation) if quotation else _reason(clues, cls)
        start, end = span.inner_start, span.inner_end
        found.append(ShortSpan(start, end, body[start:end], cls, reason, confidence))
    return tuple(found)


def poisson_interval(count: int) -> tuple[float, float]:
    """The 95 % interval of a Poisson count by Byar's approximation (Breslow & Day 1987, IARC 82, p. 69)."""
    low = count * (1 - 1 / (9 * count) - 1.96 / (3 * math.sqrt(count))) ** 3 if count else 0.0
    more = count + 1
    return max(low, 0.0), more * (1 - 1 / (9 * more) + 1.96 / (3 * math.sqrt(more))) ** 3


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
    low, high = poisson_interval(count)
    per = 1000 / narration
    return Value(part, count * per, unit, narration, low * per, high * per, kinds=("scare",))


def _narration_words(body: str) -> int:
    """How many words stand outside quotation marks."""
    inside = sum(words.count(body, stretch.start, stretch.end) for stretch in marks.find(body))
    return words.count(body) - inside


def _note(span: ShortSpan) -> str:
    is_likely = span.confidence >= lexicons.threshold("likely_class")
    return f"{'likely' if is_likely else 'unsure'}: {span.reason}"


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Clue -> weight per class, in the order of CLASSES; "" holds the weights that every span starts from."""
    path = lexicons.DATA / "models" / "quoted_spans.json"
    try:
        model = json.loads(path.read_text(encoding="utf-8"))
        return {clue: tuple(row[cls] for cls in CLASSES) for clue, row in model["weights"].items()}
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(
            f"data/models/{path.name} cannot be read ({error!r}); restore it from the repository."
        ) from error


def weigh(clues: frozenset[str], weights: Mapping[str, tuple[float, ...]] | None = None) -> tuple[str, float]:
    """The likeliest class and its probability, by the stored weights unless others are given.

    Four clues decide alone, because they are the definition: code, a word of doubt, a word for words, a nickname.
    """
    for clue, cls in DECISIVE.items():
        if clue in clues:
            return cls, 0.9
    weights = weights or _weights()
    rows = [weights[""], *(weights[clue] for clue in sorted(clues) if clue in weights)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    best = max(range(len(CLASSES)), key=sums.__getitem__)
    return CLASSES[best], 1 / sum(math.exp(total - sums[best]) for total in sums)


def _attribution(quotation: quotations.Quotation) -> str:
    cue = f" ({quotation.cue})" if quotation.cue else ""
    return f"the words of {quotation.speaker}{cue}"


def _reason(clues: frozenset[str], cls: str) -> str:
    """What the clue that speaks loudest for `cls` says, from data/lexicons/quoted_spans.csv.

    Clues of the class "plain" (length, place) weigh like others, but explain little: they speak where no other does.
    """
    weights, explained = _weights(), lexicons.terms("quoted_spans")
    decisive = [clue for clue in DECISIVE if clue in clues]
    if decisive:
        return explained[decisive[0]]["reason"]
    column = CLASSES.index(cls)
    loudness = {clue: weights[clue][column] - sum(weights[clue]) / len(CLASSES) for clue in clues & weights.keys()}
    known = sorted(clue for clue in loudness if clue in explained)
    telling = [clue for clue in known if explained[clue]["class"] != "plain" and loudness[clue] > 0] or known
    loudest = max(telling, key=loudness.__getitem__, default="")
    return explained[loudest]["reason"] if loudest else "no clue stands out"

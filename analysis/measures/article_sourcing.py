"""Article sourcing

Counts: eight signals of how an article shows where its news comes from: who signs, a date, statements on named sources
    against statements with no source, how few sources are unnamed, documents or links that can be checked, own
    reporting or a credit, signs of rewriting by machine, page furniture inside the text. Each earns a share of its
    points. Apart from the points: signs of machine paraphrase (three different ones: likely machine-paraphrased), and
    whether the text tells of a stake of its author or outlet.
Unit: points of 100 over the signals that are known; a band shows what the unknown ones leave open.
Read as: how far a reader can follow the news back to where it came from. It says nothing on whether the news is right,
    and nothing on the outlet's other articles. What pasted text cannot tell (byline, date) leaves the base and costs
    nothing. A text that is likely machine-paraphrased and credits nobody scores no more than 40.
Misses: sources that only experts would know, links lost in copying unless the text still points to them, copies of
    other articles that nobody credits and no machine rewrote, paraphrase by newer programs that leaves no odd phrases.
Source: signals after Zhang et al. 2018 (credibility indicators), the Trust Project, Lewis et al. 2008, Wahle et al.
    2021, Pjesivac & Rui 2014; weights ours, in data/article_sourcing.csv.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicons, outlets
from analysis.model import Article, Result, Span, Value
from analysis.outlets import OutletRecord, originality
from analysis.text import anonymity, authors, documents, interests, paraphrase, statements, words

KEY, TOTAL = "article_sourcing", "article sourcing"
LIKELY, SINGLE = "likely machine-paraphrased", "single signs"
QUOTED = 60  # characters of a removed line that are shown
Spans = tuple[Span, ...]


class Signal(NamedTuple):
    """worth: share of the points earned, None with the reason in `missing`; n: what it was taken of.

    labels: the level reached and what it rests on where the body does not show it; None where the spans tell.
    """

    worth: float | None
    n: int = 0
    missing: str = ""
    labels: tuple[str, ...] | None = None
    spans: Spans = ()


def score(article: Article) -> Result:
    """The article sourcing score, its eight signals, coverage, cap, signs of paraphrase and the disclosure."""
    count = words.count(article.body)
    if not count:
        return Result(KEY, article.id, missing="The article has no words.")
    record = outlets.describe(article)
    likely = paraphrase.is_likely(article.body)
    rewritten = _paraphrase(article.body, count, likely=likely)
    signals = {
        "author": _author(article),
        "date": _date(article),
        "named sources": _named(article),
        "anonymous sources": _anonymous(article),
        "documents": _documents(article, count),
        "originality": _originality(article, record, likely=likely),
        "paraphrase": rewritten,
        "page debris": _debris(article),
    }
    is_capped = likely and signals["originality"].labels == (originality.COPIED,)
    interest, told = _interest(article, record.name)
    spans = (*(span for signal in signals.values() for span in signal.spans), *told)
    values = (
        _total(signals, is_capped=is_capped),
        *(_value(name, signal) for name, signal in signals.items()),
        *_coverage_and_cap(signals, is_capped=is_capped),
        _signs(article.body, likely=likely),
        interest,
    )
    return Result(KEY, article.id, values, tuple(sorted(spans, key=lambda span: (span.start, span.end, span.kind))))


@cache
def weights() -> Mapping[str, float]:
    """Signal -> its weight; they add up to 100."""
    return {row["signal"]: float(row["weight"]) for row in lexicons.rows("article_sourcing.csv")}


@cache
def titles() -> Mapping[str, str]:
    """Signal -> its title, in the order of the file."""
    return {row["signal"]: row["title"] for row in lexicons.rows("article_sourcing.csv")}


@cache
def _worth(signal: str, level: str) -> float:
    """The share of its points that a signal earns at a level."""
    rows = lexicons.rows("article_sourcing_levels.csv")
    return next(float(row["worth"]) for row in rows if (row["signal"], row["level"]) == (signal, level))


def _author(article: Article) -> Signal:
    """Who signs. A byline that was lost in copying is unknown, not missing."""
    author = authors.find(article.byline, article.outlet)
    if author.level:
        return Signal(_worth("author", author.level), 1, labels=(author.level, f"“{author.name}”"))
    lost = next((line.text for line in article.removed if line.label == "byline"), article.byline)
    return Signal(None, missing=f"the byline “{_cut(lost)}” has no name" if lost else "no byline; pasting may lose it")


def _date(article: Article) -> Signal:
    """Whether the day is told, in the date of publication or in the dateline."""
    day = article.published[:10] or (article.dateline if any(map(str.isdigit, article.dateline)) else "")
    if not day:
        return Signal(None, missing="no date; pasting may lose it")
    return Signal(_worth("date", "dated"), 1, labels=("dated", day))


def _named(article: Article) -> Signal:
    """The share of statements on named sources, among these and the statements without a source."""
    found = statements.find(article.body, article.headline_end)
    counted = [one for one in found if one.level != statements.OTHER]
    named, n = sum(one.level == statements.NAMED for one in counted), len(counted)
    spans = tuple(Span(one.start, one.end, "named sources", one.source or one.level, one.level) for one in counted)
    if n < lexicons.threshold("small_n"):
        return Signal(None, n, _too_few(n, "statement"), spans=spans)
    return Signal(min(1.0, named / n / lexicons.threshold("named_statements_full")), n, spans=spans)


def _anonymous(article: Article) -> Signal:
    """One minus the share of attributions without a name; where a reason is given they count half."""
    unnamed, n = anonymity.find(article.body, article.outlet)
    labels = ["reason given" if one.is_explained else "no name" for one in unnamed]
    spans = tuple(
        Span(one.start, one.end, "anonymous sources", one.source, label)
        for one, label in zip(unnamed, labels, strict=True)
    )
    if n < lexicons.threshold("small_n"):
        return Signal(None, n, _too_few(n, "attribution"), spans=spans)
    weighed = labels.count("no name") + labels.count("reason given") * lexicons.threshold("reason_given")
    return Signal(1 - weighed / n, n, spans=spans)


def _documents(article: Article, count: int) -> Signal:
    """Different documents and links, with those that the text still points to."""
    if count < lexicons.threshold("article_sourcing_words"):
        return Signal(None, missing=_too_short(count))
    found = documents.find(article.body)
    lost = [line.text for line in article.removed if line.reason in _listed("lost link")]
    n = documents.distinct(found) + len(lost)
    spans = tuple(Span(one.start, one.end, "documents", one.kind, one.label) for one in found)
    labels = (*documents.LABELS, *(f"link lost in copying: “{_cut(line)}”" for line in lost)) if lost else None
    return Signal(min(1.0, n / lexicons.threshold("documents_full")), n, labels=labels, spans=spans)


def _originality(article: Article, record: OutletRecord, *, likely: bool) -> Signal:
    """Own reporting, or whose report this is and whether it is credited."""
    found = originality.find(article, record, is_rewritten=likely)
    if not found.level:
        return Signal(None, missing="the text tells neither of own reporting nor of another outlet")
    spans = tuple(Span(place.start, place.end, "originality", place.how, found.level) for place in found.places)
    return Signal(_worth("originality", found.level), 1, labels=(found.level, *found.outlets), spans=spans)


def _paraphrase(body: str, count: int, *, likely: bool) -> Signal:
    """All points without a sign of rewriting by machine, none where it is likely."""
    if count < lexicons.threshold("article_sourcing_words"):
        return Signal(None, missing=_too_short(count))
    found = paraphrase.find(body)
    label = LIKELY if likely else SINGLE
    spans = tuple(Span(one.start, one.end, "paraphrase", one.why, label) for one in found)
    n = paraphrase.sorts(found)
    worth = max(0.0, 1 - n / lexicons.threshold("paraphrase_signs"))
    return Signal(worth, n, labels=(label,) if found else None, spans=spans)


def _debris(article: Article) -> Signal:
    """Lines of the page that stood, or still stand, between the paragraphs."""
    removed = [line.text for line in article.removed if line.reason in _listed("debris")]
    spans, start = [], 0
    for line in article.body.split("\n"):
        if 0 < len(line) <= QUOTED and " ".join(line.lower().split()).strip(" .:") in _furniture():
            spans.append(Span(start, start + len(line), "page debris", "a line of the page", "page furniture"))
        start += len(line) + 1
    n = len(removed) + len(spans)
    level = "none" if not n else "little" if n < lexicons.threshold("debris_much") else "much"
    labels = (level, "page furniture", *(f"set aside: “{_cut(text)}”" for text in removed[:3]))
    return Signal(_worth("page debris", level), n, labels=labels if n else (level,), spans=tuple(spans))


@cache
def _furniture() -> frozenset[str]:
    return frozenset(row["term"].lower() for row in lexicons.rows("lexicons/cleanup.csv") if row["match"] == "line")


def _listed(kind: str) -> frozenset[str]:
    return lexicons.classes("article_sourcing")[kind]


def _cut(text: str) -> str:
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"


def _too_few(n: int, what: str) -> str:
    return f"{n or 'no'} {what if n == 1 else f'{what}s'}, and a share needs {lexicons.threshold('small_n'):.0f}"


def _too_short(count: int) -> str:
    needed = lexicons.threshold("article_sourcing_words")
    return f"{count} {'word' if count == 1 else 'words'}, and this signal needs {needed:.0f}"


def _value(name: str, signal: Signal) -> Value:
    """One signal as points of its weight."""
    number = None if signal.worth is None else weights()[name] * signal.worth
    unit = f"points of {weights()[name]:.0f}"
    return Value(name, number, unit, signal.n, missing=signal.missing, kinds=(name,), labels=signal.labels)


def _total(signals: Mapping[str, Signal], *, is_capped: bool) -> Value:
    """The score over the signals that are known, with the band that the unknown ones leave open."""
    known = {name: signal.worth for name, signal in signals.items() if signal.worth is not None}
    base = sum(weights()[name] for name in known)
    earned = sum(weights()[name] * worth for name, worth in known.items())
    most = lexicons.threshold("article_sourcing_cap") if is_capped else 100.0
    low, high = min(earned, most), min(earned + 100 - base, most)
    part, unit, kinds = TOTAL, "points of 100", tuple(weights())
    needed = lexicons.threshold("article_sourcing_coverage")
    if base / 100 < needed:
        missing = f"not enough is known: {len(known)} of {len(signals)} signals, {base:.0f} % of the weight"
        missing += f" ({needed:.0%} is needed)".replace("%", " %")
        return Value(part, None, unit, len(known), low, high, missing, kinds)
    step = lexicons.threshold("article_sourcing_step")
    point = min(step * math.floor(100 * earned / base / step + 0.5), most)
    return Value(part, point, unit, len(known), min(low, point), max(high, point), kinds=kinds)


def _coverage_and_cap(signals: Mapping[str, Signal], *, is_capped: bool) -> tuple[Value, Value]:
    """How much of the weight is known; and the most points possible, where a cap holds."""
    base = sum(weights()[name] for name, signal in signals.items() if signal.worth is not None)
    coverage = Value("coverage", base / 100, "share of the weight of all signals", len(signals), kinds=tuple(weights()))
    unit = "points at most, as the text is likely machine-paraphrased and credits nobody"
    if not is_capped:
        missing = "no cap: it holds for likely machine-paraphrased text that credits nobody"
        return coverage, Value("cap", None, unit, 0, missing=missing, kinds=("paraphrase",), labels=(LIKELY,))
    most = lexicons.threshold("article_sourcing_cap")
    return coverage, Value("cap", most, unit, 1, kinds=("paraphrase",), labels=(LIKELY,))


def _signs(body: str, *, likely: bool) -> Value:
    """Different signs of machine paraphrase."""
    n = paraphrase.sorts(paraphrase.find(body))
    labels = (LIKELY if likely else SINGLE,) if n else None
    return Value("paraphrase signs", n, "different signs", n, kinds=("paraphrase",), labels=labels)


def _interest(article: Article, publisher: str) -> tuple[Value, Spans]:
    """Whether a stake of author or outlet is told: places, status, and what lines set aside say."""
    found = interests.find(article.body, tuple(line.text for line in article.removed), publisher)
    spans = tuple(Span(one.start, one.end, "interest", one.why, found.status) for one in found.places)
    n = len(spans) + bool(found.note)
    labels = (found.status, found.note) if found.note else (found.status,)
    return Value("interest", n, "places", n, kinds=("interest",), labels=labels), spans

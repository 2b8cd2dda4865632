"""Prominence

Counts: the first voice heard; the voices that speak or are named in the headline and in the lede (first paragraph
    behind the headline); the attributed words of each voice in the first quarter of the text; where each voice
    first appears. Voices are those to whom the article attributes words somewhere.
Unit: voices; attributed words; share of the attributed words of the first quarter; position as a share of the
    words of the text behind the headline (0 % first word, 100 % last).
Read as: whose view frames the rest. Many readers do not get past the first paragraphs. News puts the newest first, so
    the same voice can lead on one day and not on the next.
Misses: voices that are only hinted at, and readers who skip; pictures and captions are not part of the text.
Source: primacy in news discourse: van Dijk 1988, News as Discourse; order of sources: Deacon & Stanyer 2021, doi
    10.1177/20570473211006481 (as an aspect of balance). A quarter is our choice. Under five attributions in the first
    quarter: counts only.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import quotations, voices, words
from analysis.text.quotations import Quotation

FIRST, HEADLINE, LEDE, EARLY, APPEARS = "first voice", "headline", "lede", "first quarter", "first appearance"
EARLY_SHARE = "share of attributed words in the first quarter"
POSITION = "share of the words before it"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Offsets of the parts of a body, and the starts of the words behind its headline."""

    headline_end: int
    lede_start: int
    lede_end: int
    quarter_end: int
    word_starts: tuple[int, ...]

    def position(self, offset: int) -> float:
        """The share of the words that stand before `offset`; 0 in the headline."""
        return bisect_left(self.word_starts, offset) / len(self.word_starts)


def score(article: Article) -> Result:
    """First voice, voices in headline and lede, words of the first quarter by voice, first appearances."""
    body = article.body
    layout = _layout(article)
    if layout is None:
        return Result("prominence", article.id, missing="The article has no words behind its headline.")
    spoken = [quotation for quotation in quotations.find(body, article.corrections) if quotation.speaker]
    mentions = _mentions(body, spoken)
    spans = sorted(
        [*_places(layout, spoken, mentions), *_early(layout, spoken), *_first(spoken)],
        key=lambda span: (span.start, span.end, span.kind),
    )
    first = [_position_value(FIRST, layout, span) for span in spans if span.kind == FIRST]
    nobody = Value(FIRST, None, POSITION, len(layout.word_starts), missing="no words are attributed to anybody")
    values = first or [nobody]
    values += [_voices_value(part, spans) for part in (HEADLINE, LEDE)]
    values += _early_values(body, spans)
    values += [_position_value(f"appears: {span.label}", layout, span) for span in spans if span.kind == APPEARS]
    return Result("prominence", article.id, tuple(values), tuple(spans))


def _position_value(part: str, layout: _Layout, span: Span) -> Value:
    """How much of the text stands before a span."""
    n = len(layout.word_starts)
    return Value(part, layout.position(span.start), POSITION, n, kinds=(span.kind,), labels=(span.label,))


def _layout(article: Article) -> _Layout | None:
    body, headline_end = article.body, article.headline_end
    starts = tuple([start for start, _ in words.find(body, headline_end)])
    if not starts:
        return None
    lede_end = body.find("\n", starts[0])
    quarter = starts[min(-(-len(starts) // 4), len(starts) - 1)] if len(starts) > 3 else len(body)
    return _Layout(headline_end, starts[0], len(body) if lede_end < 0 else lede_end, quarter, starts)


def _mentions(body: str, spoken: list[Quotation]) -> dict[str, list[tuple[int, int]]]:
    """Every voice that speaks -> where it is named or described, in reading order. Pronouns name nobody."""
    joined, pronouns = voices.mentions(body), lexicons.classes("prominence")["pronoun"]
    found: dict[str, list[tuple[int, int]]] = {}
    for quotation in spoken:
        if quotation.speaker not in found:
            found[quotation.speaker] = [(one.start, one.end) for one in joined.get(quotation.speaker, ())]
        if quotation.speaker_start is not None and quotation.speaker_end is not None:
            found[quotation.speaker].append((quotation.speaker_start, quotation.speaker_end))
    return {
        voice: sorted({place for place in places if body[place[0] : place[1]].lower() not in pronouns})
        for voice, places in found.items()
    }


def _places(layout: _Layout, spoken: list[Quotation], mentions: dict[str, list[tuple[int, int]]]) -> Iterator[Span]:
    """The first mention of each voice, and where headline and lede name it or give it words."""
    for voice, places in mentions.items():
        first = next(iter(places), None)
        if first is not None:
            yield Span(*first, APPEARS, f"{layout.position(first[0]):.0%} of the words stand before it", voice)
        for start, end in places:
            if start < layout.headline_end:
                yield Span(start, end, HEADLINE, "named in the headline", voice)
            elif layout.lede_start <= start < layout.lede_end:
                yield Span(start, end, LEDE, "named in the first paragraph", voice)
    for quotation in spoken:
        if quotation.start < layout.headline_end:
            yield Span(quotation.start, quotation.end, HEADLINE, "words in the headline", quotation.speaker)
        elif layout.lede_start <= quotation.start < layout.lede_end:
            yield Span(quotation.start, quotation.end, LEDE, "words in the first paragraph", quotation.speaker)


def _early(layout: _Layout, spoken: list[Quotation]) -> Iterator[Span]:
    """What is attributed within the first quarter; a quotation over its edge is cut there."""
    for quotation in spoken:
        if layout.headline_end <= quotation.start < layout.quarter_end:
            end = min(quotation.end, layout.quarter_end)
            note = quotation.rule + (", cut at the quarter" if end < quotation.end else "")
            yield Span(quotation.start, end, EARLY, note, quotation.speaker)


def _first(spoken: list[Quotation]) -> Iterator[Span]:
    for quotation in spoken[:1]:
        yield Span(quotation.start, quotation.end, FIRST, quotation.rule, quotation.speaker)


def _voices_value(part: str, spans: list[Span]) -> Value:
    inside = {span.label for span in spans if span.kind == part}
    speaking = len({span.label for span in spans if span.kind == APPEARS})
    return Value(f"voices in the {part}", len(inside), "voices", speaking, kinds=(part,))


def _early_values(body: str, spans: list[Span]) -> Iterator[Value]:
    """Attributed words of the first quarter by voice, most words first, and their shares."""
    early = [span for span in spans if span.kind == EARLY]
    counted: dict[str, int] = {}
    for span in early:
        counted[span.label] = counted.get(span.label, 0) + words.count(body, span.start, span.end)
    total, least = sum(counted.values()), int(lexicons.threshold("small_n"))
    n = len(early)
    missing = f"{n} {'attribution' if n == 1 else 'attributions'} in the first quarter; a share needs {least}"
    for voice, count in sorted(counted.items(), key=lambda one: -one[1]):
        yield Value(f"early: {voice}", count, "words", total, kinds=(EARLY,), labels=(voice,))
        share = count / total if n >= least and total else None
        reason = "" if share is not None else missing
        yield Value(f"early share: {voice}", share, EARLY_SHARE, total, missing=reason, kinds=(EARLY,), labels=(voice,))

"""The setting of short quoted spans: where in the body a span stands, and whether its words are somebody's.

One `Setting` per body; each span is asked for its surroundings and for clues that the sentence alone does not show.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, quotations, quoted_spans, sentences, tokens
from analysis.text.quotations import Quotation
from analysis.text.quoted_spans import QuotedSpan
from analysis.text.sentences import Sentence

REACH = 200  # characters read on either side, so that time stays linear in the length of the text
HEADLINE = 200  # characters; a longer first sentence is no headline
MOST_ECHOES = 12  # places where the words of a headline are looked up again
CLOSING = "”\"'’ "


class Around(NamedTuple):
    """What stands around a span in its sentence, and its words."""

    before: str  # for a span joined to others ("a", "b" and "c"): before the first of them
    after: str
    inner: str


class Setting:
    """The body as the spans stand in it: sentences, speakers, longer quotations."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.parts = sentences.find(body)
        self.starts = [sentence.start for sentence in self.parts]
        found = quotations.find(body)
        self.speaking = [quotation.start for quotation in found if quotation.speaker]
        self.speakers = [quotation for quotation in found if quotation.kind != "indirect"]
        self.openings = [quotation.start for quotation in self.speakers]
        self.short = {span.inner_start for span in quoted_spans.find(body)}
        self.stretches = marks.find(body)
        self.long_starts = [stretch.start for stretch in self.stretches if stretch.start not in self.short]

    def around(self, span: QuotedSpan, head: QuotedSpan) -> Around:
        """What stands around `span`; what stands before it is read from `head`, the first of a row."""
        inner = self.body[span.inner_start : span.inner_end]
        first, last = self._sentence(head.start), self._sentence(span.end - 1)
        start, end = self.parts[first].start, self.parts[last].end
        if span.place == "nested":
            start, end = max(start, span.outer_start), min(end, span.outer_end)
        before = self.body[max(start, head.start - REACH) : head.start]
        return Around(before, self.body[span.end : min(end, span.end + REACH)], inner)

    def frame(self, span: QuotedSpan) -> Iterator[str]:
        """Clues to where the span stands and whose words it may be."""
        body, number = self.body, self._sentence(span.start)
        first, last = self.parts[number], self.parts[self._sentence(span.end - 1)]
        yield f"place_{span.place}"
        if not any(map(str.isalpha, body[max(first.start, span.start - REACH) : span.start])):
            yield "opens_the_sentence"
            if not any(map(str.isalpha, body[span.end : min(last.end, span.end + REACH)])):
                yield "is_the_sentence"
        if number == 0 and first.end - first.start < HEADLINE:
            yield "in_the_headline"
            yield self._echo(span)
        if self.is_personal:
            yield "writer_speaks_of_himself"
        if span.place == "outer":
            yield from self._speech(span, number, last)

    @cached_property
    def is_personal(self) -> bool:
        """Whether the writer says I or we: the share of such words outside marks."""
        found, own = tokens.find(self.body), lexicons.classes("scare_quotes")["own voice"]
        outside = len(found.low) - len(found.stretches)
        return sum(map(own.__contains__, found.low)) > lexicons.threshold("own_voice") * outside

    def _sentence(self, at: int) -> int:
        """The index of the sentence that `at` stands in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def _speech(self, span: QuotedSpan, number: int, last: Sentence) -> Iterator[str]:
        first = self.parts[number]
        yield self._attributed(span, first)
        index = bisect_right(self.long_starts, last.end)
        if index and self.long_starts[index - 1] >= first.start - 2:
            yield "long_quotation_beside"
        if number + 1 < len(self.parts) and self._speaks_in(self.parts[number + 1]):
            yield "speech_in_the_next_sentence"
        if self.body[max(first.start, first.end - 4) : first.end].rstrip(CLOSING).endswith("?"):
            yield "its_sentence_asks"

    def _speaks_in(self, sentence: Sentence) -> bool:
        """Whether words of somebody begin in `sentence`."""
        index = bisect_left(self.speaking, sentence.start - 2)
        return index < len(self.speaking) and self.speaking[index] < sentence.end

    def _attributed(self, span: QuotedSpan, first: Sentence) -> str:
        """How far the words are attributed, by `analysis.text.quotations`."""
        quotation = self.quotation(span)
        if quotation is None:
            return "no_quotation_found"
        if quotation.cue_start is None or quotation.cue_end is None:
            return "speaker_without_a_verb" if quotation.speaker else "nobody_named"
        if quotation.cue_start >= span.inner_end:
            return "attributed_after"
        if quotation.cue_start < first.start:
            return "attributed_in_an_earlier_sentence"
        return "attributed_near_before" if span.start - quotation.cue_end < 40 else "attributed_far_before"

    def quotation(self, span: QuotedSpan) -> Quotation | None:
        """The marked quotation that holds the span."""
        index = bisect_right(self.openings, span.inner_start) - 1
        held = index >= 0 and self.speakers[index].end >= span.inner_end
        return self.speakers[index] if held else None

    @cached_property
    def _low(self) -> str:
        return self.body.lower()

    @cached_property
    def _stretch_starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def _echo(self, span: QuotedSpan) -> str:
        """Whether the words of a headline come again in the body, in somebody's speech, in short marks, or plain."""
        words = self._low[span.inner_start : span.inner_end].strip(" .,;:!?")
        seen, at = set(), span.end
        for _ in range(MOST_ECHOES if words else 0):
            at = self._low.find(words, at)
            if at < 0:
                break
            after = at + len(words)
            if not (self._low[at - 1].isalnum() or self._low[after : after + 1].isalnum()):
                seen.add(self._kind_at(at))
            at = after
        known = ("headline_said_below", "headline_marked_below", "headline_written_below")
        return next((kind for kind in known if kind in seen), "headline_not_below")

    def _kind_at(self, at: int) -> str:
        index = bisect_right(self._stretch_starts, at) - 1
        if index < 0 or self.stretches[index].end <= at:
            return "headline_written_below"
        return "headline_marked_below" if self.stretches[index].start in self.short else "headline_said_below"

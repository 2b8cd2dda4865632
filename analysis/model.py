"""The records that flow through Parallax. Frozen, standard library only, no behaviour beyond lookups.

Every offset in the project counts code points of `Article.body`, and `body[start:end]` is the evidence
shown to the reader.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removed:
    """One stretch that the reader set aside; `line` is its line in the raw text (from 1), 0 where unknown."""

    text: str
    reason: str
    label: str  # boilerplate, caption, embedded post, byline, credit, dateline, headline (a repeat), kicker
    line: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """Evidence: `body[start:end]`, what it is (`kind`), whose it is (`label`) and why (`note`, one sentence)."""

    start: int
    end: int
    kind: str
    note: str = ""
    label: str = ""  # the voice, class or actor the span belongs to; charts and readers group by it


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer about an outlet. value: yes, partly, no, n.a.; it scores only with a page and the day it was read."""

    component: str
    value: str
    source_url: str
    checked_on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published an article, as a person chose or described it: a registered outlet by id, or one of their own."""

    outlet_id: str = ""
    name: str = ""
    domain: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in place of what was found for `body[start:end]`; the automatic result stays as it is.

    subject: speaker (of a quotation), quotation (added or taken out), class (of a short quoted span, added or taken
    out), aim (the actor a scare quote is aimed at), tone (of a sentence), label (the actor that these words name).
    was: the automatic value, "" where the person added it. now: the value that counts, "" for none. words:
    `body[start:end]` when it was made, so that it never holds for other words; "" where not known.
    """

    subject: str
    start: int
    end: int
    was: str
    now: str
    note: str = ""
    words: str = ""


Corrections = tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is analysed. An empty string means: not found, not typed.

    body: the headline (where there is one) as first paragraph, then the text. It never changes once made. Paragraphs
    of block quotations are set in by an em space, as a page shows them.
    published: ISO 8601 date or date and time, as found.
    blocks: stretches of the body that the page itself set apart (block quotation, subheading, list item, table row).
    canonical: the address that the page claims for itself, where it lies on another site than `url`.
    """

    id: str
    body: str
    event: str = ""
    outlet: str = ""  # the name as typed or found in the text; the registry is asked by analysis.outlets
    domain: str = ""
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    credit: str = ""  # syndication or agency credit line, as printed
    published: str = ""
    url: str = ""
    removed: tuple[Removed, ...] = ()
    corrections: Corrections = ()
    publisher: Publisher | None = None  # a person's correction; it overrules what the address and the text tell
    facts: tuple[Fact, ...] = ()  # what a teaching case tells of its invented outlet; for a registered one the registry
    notes: tuple[str, ...] = ()  # plain sentences on what was repaired on reading (encoding, control characters)
    source: str = ""  # the file or the address it was read from
    language: str = ""  # ISO 639-1 code of the body
    canonical: str = ""
    blocks: tuple[Span, ...] = ()

    @property
    def headline_end(self) -> int:
        """Offset where the headline ends inside the body; 0 where the body holds none."""
        return len(self.headline) if self.headline and self.body.startswith(self.headline) else 0


@dataclass(frozen=True, slots=True)
class Value:
    """One number. `number` None needs a reason in `missing`; 0 means: counted, none found.

    n: what the number was taken of (the base of a share, the sentences of a mean).
    low, high: 95 % interval, where one can be given.
    kinds: kinds of the spans it was counted from; empty means all spans of the result.
    labels: only spans with one of these labels were counted; None means any.
    """

    part: str
    number: float | None
    unit: str
    n: int
    low: float | None = None
    high: float | None = None
    missing: str = ""
    kinds: tuple[str, ...] = ()
    labels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one measure says of one article. `missing` is the reason where it can say nothing at all."""

    measure: str
    article_id: str
    values: tuple[Value, ...] = ()
    spans: tuple[Span, ...] = ()
    missing: str = ""

    def evidence(self, value: Value) -> tuple[Span, ...]:
        """The spans that `value` was counted from, in reading order."""
        return tuple(
            span
            for span in self.spans
            if (not value.kinds or span.kind in value.kinds) and (value.labels is None or span.label in value.labels)
        )

"""Short passages of an article with their place: what stands below a statement as its evidence."""

import re
from typing import NamedTuple

from analysis import lexicons
from analysis.model import Article, Span
from analysis.text import sentences

WORD = re.compile(r"\S+")
CUT = "[…]"


class Excerpt(NamedTuple):
    """One passage. `marked` are the counted words, `before` and `after` what stands around them in the sentence.

    paragraph: from 1, the headline left out; 0 for the headline.
    """

    article: str
    before: str
    marked: str
    after: str
    paragraph: int

    @property
    def text(self) -> str:
        """The passage without its mark."""
        return f"{self.before}{self.marked}{self.after}"

    @property
    def is_whole(self) -> bool:
        """Whether the counted words are the whole sentence, but for marks around it."""
        return not any(char.isalnum() for char in self.before + self.after)

    @property
    def place(self) -> str:
        """Where the passage stands, in words."""
        return f"paragraph {self.paragraph}" if self.paragraph else "headline"


def build(article: Article, span: Span) -> Excerpt:
    """The sentence of `span`, or a cut of it that keeps the span, of at most `short_span` words."""
    body, most = article.body, int(lexicons.threshold("short_span"))
    first = sentences.at(body, span.start)
    last = sentences.at(body, max(span.start, span.end - 1))
    start = min(span.start, first.start if first else span.start)
    end = max(span.end, last.end if last else span.end)
    marked = shortened(_plain(body[span.start : span.end]), most)
    room = max(0, most - len(WORD.findall(marked)))
    before, after = WORD.findall(body[start : span.start]), WORD.findall(body[span.end : end])
    behind = min(len(after), max(room // 2, room - len(before)))
    kept = min(len(before), room - behind)
    # White space at the edges of the span stays, so that "re-" and "opened" are not torn apart.
    left = _spaced(before[len(before) - kept :], body[span.start - 1 : span.start].isspace(), at_end=True)
    right = _spaced(after[:behind], body[span.end : span.end + 1].isspace(), at_end=False)
    return Excerpt(
        article.id,
        f"{CUT} {left}" if kept < len(before) else left,
        marked,
        f"{right} {CUT}" if behind < len(after) else right,
        paragraph(article, span.start),
    )


def paragraph(article: Article, at: int) -> int:
    """The number of the paragraph at an offset, from 1; 0 inside the headline."""
    if at < article.headline_end:
        return 0
    return sum(1 for line in article.body[article.headline_end : at + 1].split("\n") if line.strip())


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut after `most` words."""
    words = WORD.findall(text)
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} {CUT}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _spaced(words: list[str], is_apart: bool, *, at_end: bool) -> str:
    joined, gap = " ".join(words), " " if is_apart and words else ""
    return joined + gap if at_end else gap + joined

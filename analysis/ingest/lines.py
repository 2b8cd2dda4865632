"""The lines of a pasted text, and what can be seen of one line without knowing the rest."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")
END_OF_SENTENCE = re.compile(r"[.!?…:;,][\"“”‘’'»)\]]*$")
MARKS = re.compile(r"[\"“”„«»‘’‚'`´]")
EDGES = " \t\xa0.:;,!?…»›>→|-–—_*•·●▪■#()[]{}<«‹←+&"
LONG = 2000  # a longer line is never furniture; rules do not look at it


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line that is set aside: `line.text[start:end]`."""

    start: int
    end: int
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input and what became of it.

    number: of the line in the input, from 1 (the first one, where a wrapped paragraph was joined).
    label: blank, body, headline, or what it was set aside as: boilerplate, byline, credit, caption, headline.
    reason: why it was set aside; empty for lines that stay.
    parts: stretches set aside inside a line that stays.
    kind: what the input marks it as (block quotation, subheading, list item, table row); "" for a paragraph.
    """

    number: int
    text: str
    label: str = "body"
    reason: str = ""
    parts: tuple[Part, ...] = ()
    kind: str = ""

    @property
    def stays(self) -> bool:
        """Whether the line is part of the article (a body line or the one headline)."""
        return not self.reason and self.label != "blank"


def split(text: str) -> tuple[tuple[int, str], ...]:
    """(number, text) of every line; a text that was wrapped at a fixed width gives one entry per paragraph."""
    lines = [(number, line.strip()) for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1)]
    if not _is_wrapped([line for _, line in lines]):
        return tuple(lines)
    joined: list[tuple[int, str]] = []
    pieces: list[str] = []
    start = 0
    for number, line in (*lines, (0, "")):
        if line:
            start = start if pieces else number
            pieces.append(line)
            continue
        if pieces:
            joined.append((start, " ".join(pieces)))
            pieces = []
        if number:
            joined.append((number, ""))
    return tuple(joined)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether paragraphs run over several short lines, as in e-mail: the next line often goes on in lower case."""
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    goes_on = sum(b[0].islower() and not END_OF_SENTENCE.search(a[-8:]) for a, b in pairs)
    return goes_on >= 4 and goes_on >= 0.4 * len(pairs) and max(map(len, lines)) <= 160


@lru_cache(maxsize=256)  # several rules ask it of the same lines
def words(line: str) -> int:
    """How many words the line has."""
    return len(WORD.findall(line))


def is_punctuated(line: str) -> bool:
    """Whether the line ends as a sentence or clause does."""
    return END_OF_SENTENCE.search(line[-12:].rstrip()) is not None


def is_prose(line: str) -> bool:
    """Whether the line is a paragraph of running text: a sentence of eight words, or any twenty-five words."""
    count = words(line)
    return (count >= 8 and is_punctuated(line)) or count >= 25


def is_title_like(line: str) -> bool:
    """Whether the line could be a headline: 4 to 30 words that do not end as a sentence does."""
    return 4 <= words(line) <= 30 and not END_OF_SENTENCE.search(line[-12:].rstrip("?!"))


def is_title_case(line: str) -> bool:
    """Whether most longer words are capitalised, as in Headlines Set Like This One."""
    long_words = [word for word in WORD.findall(line) if len(word) > 3 and word[0].isalpha()]
    return bool(long_words) and sum(not word[0].islower() for word in long_words) >= 0.75 * len(long_words)


def is_name_like(line: str) -> bool:
    """Whether the line is one to three capitalised words and nothing else."""
    found = WORD.findall(line)
    return 1 <= len(found) <= 3 and len(line) <= 40 and all(word[0].isupper() for word in found) and line[-1].isalnum()


def key(line: str) -> str:
    """The line for comparing: compatibility forms, small letters, no quotation marks, bare edges."""
    plain = MARKS.sub(" ", unicodedata.normalize("NFKC", line[:LONG])).casefold()
    return " ".join(plain.split()).strip(EDGES)

"""Interests: whether a text tells of a stake that its author or outlet has in what it reports.

"disclosed": the text says so itself (a sponsor line, a note on the author's work, "X is a client of this newspaper").
"apparent and not disclosed": a firm offers its own services, or a press release names its sender, and nothing in the
text calls that an interest. Such lines often stand in the box that clean-up cut from the article, so those lines are
read as well; what is found there is quoted in the note, because it has no place in the body.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, phrases, sentences

DISCLOSED, APPARENT, NONE = STATUSES = ("disclosed", "apparent and not disclosed", "none seen")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,3}")
# Of the text: an author is introduced behind this or in the last paragraph; before, "the author" is reported on.
END = 0.75
WHY = {
    "offer": "a firm offers its services",
    "contact": "the reader is asked to get in touch",
    "press release": "words of a press release",
    "disclosed": "the interest is told",
}
QUOTED = 160  # characters of a removed sentence that are quoted


class Place(NamedTuple):
    """`body[start:end]` tells of an interest; `kind` is its class in the lexicon, `why` a clause for a reader."""

    start: int
    end: int
    kind: str
    why: str


class Disclosure(NamedTuple):
    """status: one of STATUSES; `places` in the body; `note` quotes what stands in lines set aside, else ""."""

    status: str
    places: tuple[Place, ...] = ()
    note: str = ""


@lru_cache(maxsize=64)
def find(body: str, removed: tuple[str, ...] = (), publisher: str = "") -> Disclosure:
    """What `body` and the lines set aside from it tell of an interest. publisher: its name, for ties to it."""
    inside = tuple(_places(body, publisher))
    aside = [(line, place) for line in removed for place in _places(line, publisher, is_aside=True)]
    kinds = [place.kind for place in (*inside, *(place for _, place in aside))]
    if "disclosed" in kinds:
        return _disclosure(DISCLOSED, ("disclosed",), inside, aside)
    if len(kinds) - kinds.count("contact") and len(kinds) >= lexicons.threshold("interest_signs"):
        return _disclosure(APPARENT, ("offer", "press release", "contact"), inside, aside)
    return Disclosure(NONE)


def _disclosure(
    status: str, kinds: tuple[str, ...], inside: Iterable[Place], aside: Iterable[tuple[str, Place]]
) -> Disclosure:
    """The status with its places, and a note that quotes the plainest sentence set aside."""
    shown = [(line, place) for line, place in aside if place.kind in kinds]
    longest = max(shown, key=lambda one: one[1].end - one[1].start, default=None)
    note = f"text set aside from the article: “{_sentence(*longest)}”" if longest else ""
    return Disclosure(status, tuple(place for place in inside if place.kind in kinds), note)


def _places(text: str, publisher: str, *, is_aside: bool = False) -> Iterator[Place]:
    """Every place of `text` that tells of an interest, in order; what stands in quotation marks is somebody else's."""
    last_paragraph = text.rfind("\n")
    for phrase in phrases.find("interests", text):
        start, end, kind = phrase.start, phrase.end, phrase.row["class"]
        if kind not in WHY or marks.is_inside(text, start):
            continue
        if _stands(phrase, text, last_paragraph, publisher) or (is_aside and _is_loose(phrase)):
            yield Place(start, end, kind, WHY[kind])
    if is_aside:
        yield from (Place(*address.span(), "contact", WHY["contact"]) for address in ADDRESS.finditer(text))


def _is_loose(phrase: phrases.Phrase) -> bool:
    """Whether lines set aside may hold the phrase anywhere: they are about the author, the outlet or a sponsor."""
    return phrase.row["where"] in ("line", "end")


def _stands(phrase: phrases.Phrase, text: str, last_paragraph: int, publisher: str) -> bool:
    """Whether the phrase stands where it tells of the author's or the outlet's own interest."""
    where = phrase.row["where"]
    if where == "line":
        before = text[max(0, phrase.start - 4) : phrase.start].rstrip("([*_ ")
        return not before or before.endswith("\n")
    if where == "end":
        return phrase.start >= END * len(text) or -1 < last_paragraph < phrase.start
    return _is_own(text, phrase.start, publisher) if where == "own" else True


def _is_own(text: str, start: int, publisher: str) -> bool:
    """Whether the sentence around `start` names the publisher or says "this newspaper"."""
    sentence = sentences.at(text, start)
    if sentence is None:
        return False
    own = text[sentence.start : sentence.end]
    named = bool(publisher) and publisher.lower() in own.lower()
    return named or any(phrase.row["class"] == "self" for phrase in phrases.find("interests", own))


def _sentence(line: str, place: Place) -> str:
    """The sentence of `line` around `place`, cut where it is long."""
    sentence = sentences.at(line, place.start)
    text = line[sentence.start : sentence.end] if sentence else line
    return text if len(text) <= QUOTED else text[: QUOTED - 1].rstrip() + "…"

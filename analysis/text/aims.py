"""Aims: the actor that a quoted word is said of, so that scare quotes can be counted by whom they are aimed at.

Plain rules over the kinds of tokens, the surest first: a name right behind the marks (the “reformer” Ines Okafor),
whose it is (Veldania’s “gift”, his “charity”), what stands behind "of", "by" or "from" (the “rescue” of the bank), the
subject it is said of (Okafor is a “saint”; Okafor, the “saint”,). Else the nearest name of its sentence may be meant.
Where no actor stands in the sentence, the aim is not clear, and the reason says so.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.text import names, tokens, voices
from analysis.text.names import GENDER_OF_PRONOUN, POSSESSORS, Mention
from analysis.text.quoted_spans import QuotedSpan

NOT_CLEAR = "not clear"
NOUNS = "waRG#"  # what may stand between the marks and the words that belong to them
GUESSES = ("the last name that “his”, “her” or “its” may go back to", "the nearest name of its sentence")
LONGEST = 4  # tokens of such words
NAMED = ("name", "organisation")
SENTENCES = 2  # how far back a "his" is followed
MENTIONS = 8  # how many mentions on either side are looked at


class Aim(NamedTuple):
    """Whom a span is said of: the actor as fully as the text names it, its mention `body[start:end]`, and why."""

    actor: str  # NOT_CLEAR where no actor is found; start and end are then 0
    start: int
    end: int
    reason: str  # half a sentence
    is_sure: bool  # a construction says so; False where it is only the nearest name


@lru_cache(maxsize=64)
def find(body: str, spans: tuple[QuotedSpan, ...]) -> tuple[Aim, ...]:
    """The aim of each of `spans`."""
    reader = _Reader(body)
    return tuple(reader.aim(span) for span in spans)


class _Reader:
    """Looks from a marked stretch to the mentions around it."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.kinds = self.found.kinds
        self.firsts = [mention.first for mention in self.known.mentions]
        self.at = {stretch.start: token for token, stretch in self.found.stretches.items()}

    def aim(self, span: QuotedSpan) -> Aim:
        """Whom `span` is said of."""
        token = self.at.get(span.inner_start)
        if token is None:
            is_nested = span.place == "nested"
            return _unclear("it stands inside somebody's words" if is_nested else "it stands outside the running text")
        for mention, reason in self._constructions(token):
            if mention >= 0 and (name := self._name(mention)):
                return self._found(mention, name, reason, is_sure=reason not in GUESSES)
        for mention in self._near(token):
            if self._is_actor(mention):
                return self._found(mention, self._name(mention), GUESSES[1], is_sure=False)
        return _unclear("its sentence names nobody")

    def _is_actor(self, mention: int) -> bool:
        """Whether the mention names somebody the text speaks of more than once; "Article 9" is nobody."""
        voice, local = self.known.voice_of.get(mention), self.known.mentions[mention]
        often = voice is not None and len(self.known.voices[voice].mentions) > 1
        return often and local.kind in NAMED and self.kinds[local.after] != "#"

    def _found(self, mention: int, name: str, reason: str, is_sure: bool) -> Aim:
        local = self.known.mentions[mention]
        start, end = self.found.starts[local.first], self.found.ends[local.after - 1]
        return Aim(name, start, end, reason, is_sure)

    def _name(self, mention: int) -> str:
        """The actor as fully as the text names it; "" for a pronoun that stands for nobody named."""
        name = voices.name(self.body, mention)
        is_pronoun = self.known.mentions[mention].kind == "pronoun"
        return "" if is_pronoun and not name[:1].isupper() else name

    def _constructions(self, token: int) -> Iterator[tuple[int, str]]:
        """(mention or −1, reason), the surest first."""
        yield self._after(token), "its name stands behind the marks"
        yield self._owner(token), "it is said to be theirs"
        yield self._pronoun(token), GUESSES[0]
        yield self._behind(token), "it is said to be of or from them"
        yield self._subject(token), "it is said of the subject of the clause"

    def _after(self, token: int) -> int:
        mention = self.known.starting.get(token + 1, -1)
        return mention if mention >= 0 and self.kinds[token + 1] in "NT" else -1

    def _owner(self, token: int) -> int:
        before = token - 1
        while token - before <= LONGEST and self.kinds[before] in NOUNS and self.found.low[before] not in POSSESSORS:
            before -= 1
        return self._ending(before - 1) if self.kinds[before] == "S" else -1

    def _pronoun(self, token: int) -> int:
        """The last actor before a possessive pronoun that leads to the marks, of the gender the pronoun tells."""
        before = token - 1
        while token - before <= LONGEST and self.kinds[before] in NOUNS and self.found.low[before] not in POSSESSORS:
            before -= 1
        gender = GENDER_OF_PRONOUN.get(self.found.low[before], "")
        if not gender:
            return -1
        here = bisect_left(self.firsts, before)
        for index in range(here - 1, max(-1, here - 1 - MENTIONS), -1):
            if self.found.sentence[before] - self.found.sentence[self.firsts[index]] > SENTENCES:
                break
            voice = self.known.voice_of.get(index)
            own = self.known.voices[voice] if voice is not None else None
            if own is not None and self._is_actor(index) and (own.gender or gender) == gender:
                return index
        return -1

    def _behind(self, token: int) -> int:
        after = token + 1
        while after - token <= LONGEST and self.kinds[after] in NOUNS:
            after += 1
        if self.kinds[after] == "F" or self.found.low[after] in ("by", "from"):
            return self.known.starting.get(after + 1, -1)
        return -1

    def _subject(self, token: int) -> int:
        """The mention before "is a", or before the comma of an apposition."""
        before = token - 1
        while token - before <= LONGEST and self.kinds[before] in "waRD":
            before -= 1
        if self.kinds[before] == "b":
            while self.kinds[before] in "bARa":
                before -= 1
            return self._ending(before)
        return self._ending(before - 1) if self.kinds[before] == "," and before < token - 1 else -1

    def _ending(self, last: int) -> int:
        return self.known.ending.get(last + 1, -1)

    def _near(self, token: int) -> Iterator[int]:
        """The mentions of the sentence, the nearest first."""
        here, sentence = bisect_left(self.firsts, token), self.found.sentence
        inside = [
            index
            for index in range(max(0, here - MENTIONS), min(len(self.firsts), here + 4))
            if sentence[self.firsts[index]] == sentence[token]
        ]
        return iter(sorted(inside, key=lambda index: _gap(self.known.mentions[index], token)))


def _gap(mention: Mention, token: int) -> int:
    return token - mention.after if mention.first < token else mention.first - token


def _unclear(reason: str) -> Aim:
    return Aim(NOT_CLEAR, 0, 0, reason, is_sure=False)

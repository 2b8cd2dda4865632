"""Accusations and replies: who is accused of something, and whether the text lets the accused answer.

Only plain constructions are read ("X accused Y of", "Y was accused of", "X blamed Y", "alleged that Y …"); what is
unclear is left out. A reply belongs to the accused if it is the same voice, or if the accused is named in the title
or description of whoever replies ("Veldania’s water minister" for Veldania).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import cues, names, sources, tokens
from analysis.text.cues import Cue

STEM = 5  # letters that "Russia" and "Russian" share
ANSWER_WITHIN = 5  # sentences behind an accusation in which a plain answer counts as one to it
DENIAL_WITHIN = 6  # sentences; a denial farther off must share a long word with the accusation
WORD = re.compile(r"[^\W\d_]+")
NEED_WITHIN = 8  # tokens from the accused to "for" or "with"
LONGEST = 45  # tokens of a sentence that are shown
BESIDE = 3  # replies looked at on either side of an accusation
ACCUSED = frozenset(["name", "organisation", "role", "group"])


class Reply(NamedTuple):
    """`body[start:end]` is a denial or an answer, or (kind "no answer") tells that the accused gave none."""

    start: int
    end: int
    kind: str  # denial, answer, no answer
    sentence: int


class Accusation(NamedTuple):
    """`body[start:end]` accuses `accused`, who stands at `body[accused_start:accused_end]`."""

    start: int
    end: int
    accused: str  # as fully as the text gives the name
    accused_start: int
    accused_end: int
    reply: Reply | None


class _Charge(NamedTuple):
    """A cue that accuses the mention `accused`, and the tokens that show it."""

    cue: Cue
    accused: int
    first: int
    after: int


@cache
def _verbs(kind: str) -> Mapping[str, frozenset[str]]:
    """Base form -> the words one of which must follow; the empty string where none must."""
    found: dict[str, set[str]] = {}
    for row in lexicons.rows("lexicons/response.csv"):
        if row["class"] == kind:
            found.setdefault(row["term"], set()).add(row["needs"])
    return {verb: frozenset(needs) for verb, needs in found.items()}


@cache
def _no_answers() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word -> the phrases that tell of no answer."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in sorted(_verbs("no answer")):
        words = tuple(term.split())
        found.setdefault(words[0], []).append(words)
    return {word: tuple(phrases) for word, phrases in found.items()}


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Accusation, ...]:
    """The accusations of `body`, in order, each with the reply that belongs to it, or None."""
    reader = _Reader(body)
    charges = list(reader.charges())
    return tuple(reader.accusation(charge) for charge in charges) if charges else ()


class _Reader:
    """One body, its accusing cues and its replies."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.cues = cues.find(body)
        self._sources: sources.Reader | None = None
        self._replies: dict[str, list[tuple[int, Reply]]] | None = None
        self._beside: dict[int, set[str]] = {}  # voice -> stems of the words beside its name

    @property
    def sources(self) -> sources.Reader:
        """Read only where something is accused or answered."""
        if self._sources is None:
            self._sources = sources.Reader(self.body)
        return self._sources

    def charges(self) -> Iterator[_Charge]:
        """The cues that accuse somebody."""
        for cue in self.cues:
            if cue.form not in "VWUG" or not self._is_done(cue):
                continue
            if cue.verb in _verbs("accusing"):
                accused = cue.subject if cue.passive else self.known.starting.get(cue.after, -1)
                charge = self._charge(cue, accused)
                if charge is not None and self._has_need(charge):
                    yield charge
            elif cue.verb in _verbs("alleging") and self.found.kinds[cue.after] == "X":
                charge = self._charge(cue, self.known.starting.get(cue.after + 1, -1))
                if charge is not None:
                    yield charge

    def _is_done(self, cue: Cue) -> bool:
        """Whether the cue tells what somebody did: no "to accuse", no "did not accuse", no "stop accusing"."""
        before = self.found.kinds[cue.first - 1]
        if any(word in _verbs("negation") for word in self.found.low[max(0, cue.first - 3) : cue.first]):
            return False
        if cue.form == "U":
            return before not in "tAb" and cue.side == "left"
        return before in ",CNTrogd)" if cue.form == "G" else True

    def _charge(self, cue: Cue, accused: int) -> _Charge | None:
        """The accusation, if the accused is somebody and not the accuser."""
        if accused < 0 or self.known.mentions[accused].kind not in ACCUSED:
            return None
        mention = self.known.mentions[accused]
        if self.found.kinds[mention.head] == "D" or (mention.kind == "role" and not self._is_known(accused)):
            return None
        before, behind = self.found.low[mention.first - 1], self.found.kinds[mention.after]
        if before in _verbs("negation") or (not cue.passive and behind in "wNrgod"):
            return None  # "nor her allies have been charged", "blamed police shootings"
        if cue.passive:
            return _Charge(cue, accused, mention.first, self._sentence_end(cue.after))
        first = cue.first
        if cue.subject >= 0:
            accuser = self.known.mentions[cue.subject]
            if self._voice(cue.subject) == self._voice(accused) and self._voice(accused) is not None:
                return None
            same = self.found.sentence[accuser.first] == self.found.sentence[cue.first]
            first = accuser.first if same and accuser.first < cue.first else first
        return _Charge(cue, accused, first, self._sentence_end(cue.after))

    def _is_known(self, mention: int) -> bool:
        """Whether a role stands for a named voice or names a body: "the North’s leader", not "someone"."""
        described = self.known.mentions[mention]
        return self._voice(mention) is not None or "N" in self.found.kinds[described.first : described.after]

    def _has_need(self, charge: _Charge) -> bool:
        """Whether the word that makes the verb an accusation follows: criticised Y "for"."""
        needs = _verbs("accusing")[charge.cue.verb]
        start = charge.cue.after if charge.cue.passive else self.known.mentions[charge.accused].after
        sentence = self.found.sentence[charge.cue.first]
        following = self.found.low[start : start + NEED_WITHIN]
        return "" in needs or any(
            word in needs and self.found.sentence[start + i] == sentence for i, word in enumerate(following)
        )

    def _sentence_end(self, at: int) -> int:
        """The token after the sentence of `at`, at most LONGEST tokens on."""
        after = at
        while after < min(at + LONGEST, len(self.found.kinds) - 1) and self.found.kinds[after] not in ".|":
            after += 1
        return after

    def _voice(self, mention: int) -> int | None:
        standing = self.sources.standing
        antecedent = standing.of.get(mention, mention)
        return standing.voice_of.get(standing.of.get(antecedent, antecedent))

    def accusation(self, charge: _Charge) -> Accusation:
        """The accusation with its reply."""
        mention = self.known.mentions[charge.accused]
        voice = self._voice(charge.accused)
        name = self.known.voices[voice].name if voice is not None else self.found.text(mention.first, mention.after)
        start, end = self.found.starts[charge.first], self.found.ends[charge.after - 1]
        where = self.found.starts[mention.first], self.found.ends[mention.after - 1]
        return Accusation(start, end, name, *where, self._reply_to(charge, voice))

    def _reply_to(self, charge: _Charge, voice: int | None) -> Reply | None:
        """The nearest denial; else the nearest answer soon after; else that there was none."""
        if self._replies is None:
            self._replies = self._index()
        mention = self.known.mentions[charge.accused]
        keys = [f"voice {voice}"] if voice is not None else []
        words = [self.found.low[i] for i in range(mention.first, mention.after) if self.found.kinds[i] == "N"]
        keys += [word[:STEM] for word in words or [self.found.low[mention.head]] if len(word) >= STEM - 1]
        at, near = self.found.starts[charge.cue.first], []
        for key in keys:
            replies = self._replies.get(key, [])
            index = bisect_right(replies, at, key=lambda one: one[0])
            near += [reply for _, reply in replies[max(0, index - BESIDE) : index + BESIDE]]
        fitting = [reply for reply in near if self._fits(reply, charge)]
        order = {"denial": 0, "answer": 1, "no answer": 2}
        return min(fitting, key=lambda reply: (order[reply.kind], abs(reply.start - at)), default=None)

    def _fits(self, reply: Reply, charge: _Charge) -> bool:
        """Whether a reply is about this accusation: near it, or about the same matter."""
        distance = reply.sentence - self.found.sentence[charge.cue.first]
        if reply.kind == "answer":
            return 0 <= distance <= ANSWER_WITHIN
        if abs(distance) <= DENIAL_WITHIN:
            return True
        accused = self.known.mentions[charge.accused]
        matter = self._matter(self.found.low[charge.cue.after : charge.after])
        matter -= self._matter(self.found.low[accused.first : accused.after])
        return bool(matter & self._matter(WORD.findall(self.body[reply.start : reply.end].lower())))

    def _matter(self, low: Iterable[str]) -> set[str]:
        return {word[: STEM + 1] for word in low if len(word) > STEM}

    def _index(self) -> dict[str, list[tuple[int, Reply]]]:
        """Voice or stem of whoever replies -> (offset, reply), in order."""
        found: dict[str, list[tuple[int, Reply]]] = {}
        for subject, reply in sorted(self._all_replies(), key=lambda one: one[1].start):
            for key in self._keys(subject):
                found.setdefault(key, []).append((reply.start, reply))
        return found

    def _all_replies(self) -> Iterator[tuple[int, Reply]]:
        """(mention of whoever replies, reply), from cues and from set phrases."""
        for cue in self.cues:
            if cue.subject >= 0 and not cue.passive and cue.form in "VWUG":
                kind = self._kind(cue)
                if kind:
                    yield cue.subject, self._reply(cue.subject, cue.first, cue.after, kind)
        for at, word in enumerate(self.found.low):
            for words in _no_answers().get(word, ()):
                subject = self.known.ending.get(at, -1)
                if subject >= 0 and self.found.low[at : at + len(words)] == words:
                    yield subject, self._reply(subject, at, at + len(words), "no answer")

    def _kind(self, cue: Cue) -> str:
        """What a cue tells about a reply: denial, answer, no answer, or "" for none."""
        low = self.found.low
        negated = any(word in _verbs("negation") for word in low[max(0, cue.first - 3) : cue.first])
        if cue.verb in _verbs("declining"):
            matter = low[cue.after] == "to" and low[cue.after + 1] in _verbs("matter of declining")
            return "no answer" if matter and not negated else ""
        if cue.verb in _verbs("answering"):
            if negated:
                return "no answer" if cue.form != "G" else ""
            return "answer" if cue.form in "VW" else ""
        return "denial" if cue.verb in _verbs("denying") and not negated and self._is_done(cue) else ""

    def _reply(self, subject: int, first: int, after: int, kind: str) -> Reply:
        """From whoever replies to the verb and its object."""
        mention = self.known.mentions[subject]
        same = self.found.sentence[mention.first] == self.found.sentence[first]
        start = min(first, mention.first) if same else first
        end = self._sentence_end(after)
        return Reply(self.found.starts[start], self.found.ends[end - 1], kind, self.found.sentence[first])

    def _keys(self, subject: int) -> set[str]:
        """Under what whoever replies can be looked up: the voice, and the words beside the name."""
        mention, voice = self.known.mentions[subject], self._voice(subject)
        keys = {f"voice {voice}"} if voice is not None else set()
        if voice is None or self.known.voices[voice].is_body:
            return keys | self._stems([(mention.first, mention.after)])
        if voice not in self._beside:
            own = self.sources.of_voice.get(voice, [subject])[: sources.MENTIONS]
            parts = [part for index in own for part in self.sources.beside(self.known.mentions[index])]
            self._beside[voice] = self._stems(parts)
        return keys | self._beside[voice]

    def _stems(self, ranges: list[tuple[int, int]]) -> set[str]:
        words = [self.found.low[i] for first, after in ranges for i in range(first, after)]
        return {word[:length] for word in words if len(word) > 3 for length in (STEM - 1, STEM)}

"""Voices: which name a pronoun or a description stands for.

Reads the mentions of a body from left to right. "he", "she", "it" and "they" are resolved to the best candidate of
the last few voices by a sum of readable weights (data/models/antecedent_ranking.json: agreement, distance, who spoke
last, who opens the sentence; never a name). A description ("the Kremlin spokesman") stands for a named voice only
where the text itself gave that voice this office.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.text import cues, descriptions, names, ranking, tokens
from analysis.text.names import Mention, Names
from analysis.text.tokens import Tokens

MODEL = "antecedent_ranking"
REMEMBERED = 12  # voices and descriptions a pronoun may go back to
LINKS = frozenset(["of", "for", "at", "from", "with", "to", "in", "by"])
NEARNESS = frozenset(["close", "familiar", "briefed"])
# Pronouns that are resolved -> the gender they ask for; "they" takes any.
GENDER = {
    **dict.fromkeys(["he", "his", "him"], "m"),
    **dict.fromkeys(["she", "her"], "f"),
    **dict.fromkeys(["it", "its"], "n"),
    **dict.fromkeys(["they", "their", "them"], ""),
}


class Trace(NamedTuple):
    """What is remembered of a voice or description that a pronoun may stand for."""

    key: tuple[str, int]  # ("voice", number) or ("description", mention)
    mention: int  # the last mention that is no pronoun
    last: int  # the last mention of any kind
    times: int
    spoke: bool  # a cue had it as its subject


@dataclass(frozen=True, slots=True)
class Standing:
    """What the mentions without a name stand for."""

    of: Mapping[int, int]  # pronoun or repeated description -> the mention it stands for
    also: Mapping[int, int]  # "they" -> a second mention it stands for
    voice_of: Mapping[int, int]  # mention -> voice, names and descriptions
    why: Mapping[int, str]  # mention without a name -> why it stands for what it stands for


class Reader:
    """Walks over the mentions once and remembers the last voices."""

    def __init__(self, body: str) -> None:
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.subjects = {cue.subject for cue in cues.find(body) if cue.subject >= 0 and not cue.passive}
        self.traces: dict[tuple[str, int], Trace] = {}
        self.spoke_last: tuple[str, int] | None = None
        self.antecedents: dict[int, int] = {}

    def read(self, weight: Mapping[str, float]) -> Iterator[tuple[int, list[Trace], list[list[str]]]]:
        """Resolves as it goes; yields (pronoun, candidates, features of each) for the fitting."""
        for index, mention in enumerate(self.known.mentions):
            if mention.kind == "pronoun":
                word = self.found.low[mention.head]
                if word not in GENDER or (word in ("it", "its", "they", "their") and index not in self.subjects):
                    continue
                candidates = [trace for trace in self.traces.values() if self.agrees(word, trace)]
                features = [self.features(index, trace) for trace in candidates]
                yield index, candidates, features
                if candidates:
                    scores = [ranking.score(row, weight) for row in features]
                    self.meet(index, candidates[max(range(len(scores)), key=scores.__getitem__)].key)
            else:
                voice = self.known.voice_of.get(index)
                self.meet(index, ("voice", voice) if voice is not None else ("description", mention.head))

    def meet(self, index: int, key: tuple[str, int]) -> None:
        """Note one more mention of `key`, and move it to the front."""
        old = self.traces.pop(key, None)
        is_pronoun = self.known.mentions[index].kind == "pronoun"
        if is_pronoun and old is not None:
            self.antecedents[index] = old.mention
        spoke = index in self.subjects
        if spoke:
            self.spoke_last = key
        self.traces[key] = Trace(
            key,
            old.mention if is_pronoun and old is not None else index,
            index,
            (old.times if old else 0) + 1,
            spoke or (old is not None and old.spoke),
        )
        if len(self.traces) > REMEMBERED:
            del self.traces[next(iter(self.traces))]

    def agrees(self, word: str, trace: Trace) -> bool:
        """Whether nothing known of `trace` speaks against the pronoun `word`."""
        gender = self.known.mentions[trace.mention].gender
        if trace.key[0] == "voice":
            gender = self.known.voices[trace.key[1]].gender or gender
        asked = GENDER[word]
        return gender == asked or not {gender, asked} <= {"m", "f"} and not (asked == "n" and gender in ("m", "f"))

    def features(self, pronoun: int, trace: Trace) -> list[str]:
        """What speaks for and against `trace` as the antecedent."""
        mentions, sentence, kinds = self.known.mentions, self.found.sentence, self.found.kinds
        mention, last, asked = mentions[trace.mention], mentions[trace.last], mentions[pronoun]
        word = self.found.low[asked.head]
        word = {"his": "he", "him": "he", "her": "she", "its": "it", "their": "they", "them": "they"}.get(word, word)
        gender, is_body = mention.gender, mention.gender == "n"
        if trace.key[0] == "voice":
            voice = self.known.voices[trace.key[1]]
            gender, is_body = voice.gender or gender, voice.is_body
        back = min(sentence[asked.first] - sentence[last.first], 4)
        place = "same sentence" if back == 0 else f"{back} sentences back"
        found = [
            f"{word}: {mention.kind} {gender or 'unknown'}{' plural' if mention.plural else ''}",
            f"{word}: {place}",
            f"{mention.kind}, {place}",
            f"{word}: {min(trace.times, 4)} mentions",
            f"{word}: {'has spoken' if trace.spoke else 'has not spoken'} {mention.kind}",
            f"{word}: {self.evidence(trace, gender)}",
            f"rank {self.rank(trace)}",
            f"{word}: rank {self.rank(trace)}, {place}",
        ]
        if word == "they" and trace.key[0] == "voice" and not is_body:
            partner = _partner(self.found, self.known, trace.mention) >= 0
            found.append(f"they: a person {'with a partner' if partner else 'alone'}, {place}")
            if partner and _is_subject(self.found, last):
                found.append("they: a subject with a partner")
        if _is_subject(self.found, last):
            found.append(f"before a verb, {place}")
            found.append(f"{word}: before a verb")
        if is_body:
            found.append(f"{word}: a body")
        if trace.last in self.subjects:
            found.append(f"last a speaker, {place}")
            found.append(f"{word}: last a speaker")
        if trace.key == self.spoke_last:
            found.append("spoke last")
            found.append(f"spoke last, {place}")
        before = kinds[last.first - 1]
        if before in ".|":
            found.append(f"opened a sentence, {place}")
        elif before in "iFt":
            found.append(f"after a preposition, {place}")
        if before == "i":
            found.append(f"after a preposition {self.found.low[last.first - 1]}")
        if kinds[last.after] == "S":
            found.append(f"a possessor, {place}")
        if last.kind == "pronoun" and self.found.low[last.head][:2] == word[:2]:
            found.append(f"the same pronoun before, {place}")
        if self.found.paragraph[last.first] == self.found.paragraph[asked.first]:
            found.append("same paragraph")
        if kinds[asked.first - 1] in ".|Q,":
            found.append(f"pronoun opens, {place}, {'subject' if trace.last in self.subjects else 'other'}")
        return found

    def evidence(self, trace: Trace, gender: str) -> str:
        """What tells that a name is a person's."""
        if trace.key[0] != "voice":
            return "no name"
        voice = self.known.voices[trace.key[1]]
        if gender in ("m", "f"):
            return f"name of a {gender}"
        if voice.is_body:
            return "name of a body"
        titled = "titled" if voice.roles - {"the"} else "untitled"
        return f"{titled} name of {min(len(voice.words), 3)} words"

    def rank(self, trace: Trace) -> int:
        """How many voices were met since, up to 4."""
        keys = list(self.traces)
        return min(len(keys) - 1 - keys.index(trace.key), 4)


@lru_cache(maxsize=64)
def find(body: str) -> Standing:
    """Whom the pronouns and descriptions of `body` stand for."""
    reader = Reader(body)
    for _ in reader.read(ranking.weights(MODEL)):
        pass
    known, found = reader.known, reader.found
    described = descriptions.find(body)
    voice_of = {**known.voice_of, **described.voice_of}
    why = dict.fromkeys(described.voice_of, "the text gives this voice that office")
    why |= dict.fromkeys(described.earlier, "the same words before")
    of = {**described.earlier, **reader.antecedents}
    also: dict[int, int] = {}
    for pronoun, antecedent in reader.antecedents.items():
        why[pronoun] = "the likeliest voice before it"
        if known.mentions[pronoun].plural and known.mentions[antecedent].kind == "name":
            partner = _partner(found, known, antecedent)
            if partner >= 0:
                also[pronoun] = partner
    return Standing(of, also, voice_of, why)


def _is_subject(found: Tokens, mention: Mention) -> bool:
    """Whether the mention looks like the subject of its clause: no preposition before it, a verb or word behind it."""
    return found.kinds[mention.first - 1] not in "iFt" and found.kinds[mention.after] in "wVAbWRU"


def _partner(found: Tokens, known: Names, mention: int) -> int:
    """Another person in the sentence of `mention`, joined by "and" or "with", or -1: both together are "they"."""
    own = known.voice_of.get(mention)
    for step in (1, -1):
        other = mention + step
        while 0 <= other < len(known.mentions) and abs(other - mention) < 5:
            first = known.mentions[other].first
            if found.sentence[first] != found.sentence[known.mentions[mention].first]:
                break
            voice = known.voice_of.get(other)
            joined = found.low[first - 1] in ("and", "with") or (
                step < 0 and found.low[known.mentions[other].after] in ("and", "with")
            )
            if voice is not None and voice != own and joined and not known.voices[voice].is_body:
                return other
            other += step
    return -1


def name(body: str, mention: int, joint: int = -1) -> str:
    """Who is meant by `mention` (and by `joint`, if it is one), as fully as the text gives it."""
    standing = find(body)
    if joint >= 0:
        return f"{name(body, joint)} and {name(body, mention)}"
    antecedent = standing.of.get(mention, mention)
    antecedent = standing.of.get(antecedent, antecedent)  # "he" -> "the official" -> "a Veldanian official"
    voice = standing.voice_of.get(antecedent)
    full = names.find(body).voices[voice].name if voice is not None else description(body, antecedent)
    return f"{full} and {name(body, standing.also[mention])}" if mention in standing.also else full


def description(body: str, mention: int) -> str:
    """The words of a description with the "of", "for" or "at" that belongs to it: "a spokesman for the campaign"."""
    found, known = tokens.find(body), names.find(body)
    local = known.mentions[mention]
    after = local.after
    if local.kind in ("role", "group", "document", "noun"):
        if found.low[after] in NEARNESS:
            after += 1
        complement = known.starting.get(after + 1) if found.low[after] in LINKS else None
        if complement is not None:
            after = known.mentions[complement].after
        else:
            after = local.after
    words = " ".join(found.text(local.first, after).split())
    opens_with_name = found.kinds[local.first] in "NT"
    return words if opens_with_name else words[:1].lower() + words[1:]


def span(body: str, mention: int, joint: int = -1) -> tuple[int, int]:
    """The offsets of a mention, from its joint partner on if it has one."""
    found, known = tokens.find(body), names.find(body)
    first = known.mentions[joint if joint >= 0 else mention].first
    return found.starts[first], found.ends[known.mentions[mention].after - 1]

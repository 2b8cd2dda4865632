"""Antecedents: the mention that a pronoun stands for.

Reads the mentions of a body from left to right and remembers the last voices and descriptions. "he", "she", "it" and
"they" go to the best of those that agree with them, by a sum of readable weights
(data/models/antecedent_ranking.json: distance, who spoke last, who opens the sentence; never a name).
"""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.text import cues, names, tokens
from analysis.text.names import Mention, Names
from analysis.text.ranking import Clue, Group, Ranking
from analysis.text.tokens import Tokens

MODEL = "antecedent_ranking"
REMEMBERED = 12  # voices and descriptions a pronoun may go back to
# Pronouns that are resolved -> the gender they ask for; "they" takes any.
GENDER = {
    **dict.fromkeys(["he", "his", "him"], "m"),
    **dict.fromkeys(["she", "her"], "f"),
    **dict.fromkeys(["it", "its"], "n"),
    **dict.fromkeys(["they", "their", "them"], ""),
}
JOINING = frozenset(["and", "with"])
PARTNER_REACH = 4  # mentions
SUBJECT_FORM = {"m": "he", "f": "she", "n": "it", "": "they"}
PLACES = ("same sentence", "1 sentences back", "2 sentences back", "3 sentences back", "4 sentences back")


class Trace(NamedTuple):
    """What is remembered of a voice or description that a pronoun may stand for."""

    key: tuple[str, int]  # ("voice", number) or ("description", mention)
    mention: int  # the last mention that is no pronoun
    last: int  # the last mention of any kind
    times: int
    spoke: bool  # a cue had it as its subject


class Reader:
    """Walks over the mentions once and remembers the last voices."""

    def __init__(self, body: str) -> None:
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.subjects = {cue.subject for cue in cues.find(body) if cue.subject >= 0 and not cue.passive}
        self.traces: dict[tuple[str, int], Trace] = {}
        self.ranks: dict[tuple[str, int], int] = {}  # key of a trace -> how many voices were met since, up to 4
        self.spoke_last: tuple[str, int] | None = None
        self.antecedents: dict[int, int] = {}
        self.why: dict[int, str] = {}

    def read(self, weights: Ranking) -> Iterator[tuple[int, list[Trace]]]:
        """Resolves as it goes; yields (pronoun, candidates) where it had to choose, which only the fitting looks at."""
        for index, mention in enumerate(self.known.mentions):
            if mention.kind != "pronoun":
                voice = self.known.voice_of.get(index)
                self.meet(index, ("voice", voice) if voice is not None else ("description", mention.head))
            elif self.is_asked(index):
                candidates = [trace for trace in self.traces.values() if self.agrees(index, trace)]
                if not candidates:
                    continue
                best = candidates[0]
                if len(candidates) > 1:  # one candidate needs no ranking, and teaches the fitting nothing
                    self.ranks = {key: min(rank, 4) for rank, key in enumerate(reversed(self.traces))}
                    yield index, candidates
                    scores = [weights.score(self.clues(index, trace)) for trace in candidates]
                    best = candidates[scores.index(max(scores))]
                self.why[index] = self.reason(index, best)
                self.meet(index, best.key)

    def is_asked(self, pronoun: int) -> bool:
        """Whether the pronoun is worth resolving: any "he" and "she", and an "it" or "they" that speaks."""
        gender = GENDER.get(self.found.low[self.known.mentions[pronoun].head], "none")
        return gender in ("m", "f") or (gender != "none" and pronoun in self.subjects)

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

    def agrees(self, pronoun: int, trace: Trace) -> bool:
        """Whether nothing known of `trace` speaks against the pronoun."""
        gender = self._gender(trace)
        asked = GENDER[self.found.low[self.known.mentions[pronoun].head]]
        if gender in ("m", "f") and not asked:  # "they" are one person only together with another
            return partner(self.found, self.known, trace.mention) >= 0
        return asked == gender or gender not in ("m", "f")

    def clues(self, pronoun: int, trace: Trace) -> tuple[Clue, ...]:
        """What speaks for and against `trace` as the antecedent."""
        asked, last = self.known.mentions[pronoun], self.known.mentions[trace.last]
        word = SUBJECT_FORM[GENDER[self.found.low[asked.head]]]
        place = PLACES[min(self.found.sentence[asked.first] - self.found.sentence[last.first], 4)]
        opens = ""
        if self.found.kinds[asked.first - 1] in ".|Q,":
            opens = "subject" if trace.last in self.subjects else "other"
        same_word = last.kind == "pronoun" and self.found.low[last.head][:2] == word[:2]
        same_paragraph = self.found.paragraph[last.first] == self.found.paragraph[asked.first]
        return (
            self._who(word, place, trace),
            self._where(word, place, trace),
            (_beside, place, opens, same_word, same_paragraph),
        )

    def _who(self, word: str, place: str, trace: Trace) -> Clue:
        """What the candidate is."""
        mention = self.known.mentions[trace.mention]
        gender, is_body = self._gender(trace), mention.gender == "n"
        if trace.key[0] == "voice":
            is_body = self.known.voices[trace.key[1]].is_body
        company = ""
        if word == "they" and trace.key[0] == "voice" and not is_body:
            company = self._company(trace)
        who = f"{mention.kind} {gender or 'unknown'}{' plural' if mention.plural else ''}"
        spoke = f"{'has spoken' if trace.spoke else 'has not spoken'} {mention.kind}"
        return (_of_kind, word, place, who, min(trace.times, 4), spoke, self.evidence(trace, gender), is_body, company)

    def _company(self, trace: Trace) -> str:
        """Whether a person can be one of two that are meant by "they"."""
        if partner(self.found, self.known, trace.mention) < 0:
            return "alone"
        is_subject = _is_subject(self.found, self.known.mentions[trace.last])
        return "subject with a partner" if is_subject else "with a partner"

    def _where(self, word: str, place: str, trace: Trace) -> Clue:
        """Where the candidate stands."""
        mention, last = self.known.mentions[trace.mention], self.known.mentions[trace.last]
        kinds, before = self.found.kinds, self.found.kinds[last.first - 1]
        return (
            _at_place,
            word,
            place,
            mention.kind,
            self.ranks[trace.key],
            before if before in ".|iFt" else "",
            self.found.low[last.first - 1] if before == "i" else "",
            kinds[last.after] if kinds[last.after] in "wVAbWRUS" else "",
            trace.last in self.subjects,
            trace.key == self.spoke_last,
        )

    def reason(self, pronoun: int, trace: Trace) -> str:
        """Why `trace` was taken, in words."""
        if trace.key == self.spoke_last:
            return "who spoke last"
        asked, last = self.known.mentions[pronoun], self.known.mentions[trace.last]
        back = self.found.sentence[asked.first] - self.found.sentence[last.first]
        if back == 0:
            return "named in the same sentence"
        return "named in the sentence before" if back == 1 else f"named {back} sentences before"

    def _gender(self, trace: Trace) -> str:
        gender = self.known.mentions[trace.mention].gender
        return (self.known.voices[trace.key[1]].gender or gender) if trace.key[0] == "voice" else gender

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


def _of_kind(
    word: str, place: str, who: str, times: int, spoke: str, evidence: str, is_body: bool, company: str
) -> Group:
    """Features of what a candidate for the pronoun `word` is."""
    found = [f"{word}: {who}", f"{word}: {times} mentions", f"{word}: {spoke}", f"{word}: {evidence}"]
    if is_body:
        found.append(f"{word}: a body")
    if company:
        found.append(f"they: a person {company.removeprefix('subject ')}, {place}")
    if company.startswith("subject"):
        found.append("they: a subject with a partner")
    return tuple(found)


def _at_place(
    word: str,
    place: str,
    kind: str,
    rank: int,
    before: str,
    preposition: str,
    behind: str,
    was_subject: bool,
    spoke_last: bool,
) -> Group:
    """Features of where a candidate stands.

    rank: voices met since. before and behind: kinds of the tokens beside its last mention, "" where they tell nothing.
    """
    found = [f"{word}: {place}", f"{kind}, {place}", f"rank {rank}", f"{word}: rank {rank}, {place}"]
    if (not before or before not in "iFt") and behind and behind != "S":
        found += [f"before a verb, {place}", f"{word}: before a verb"]
    if was_subject:
        found += [f"last a speaker, {place}", f"{word}: last a speaker"]
    if spoke_last:
        found += ["spoke last", f"spoke last, {place}"]
    if before:
        found.append(f"opened a sentence, {place}" if before in ".|" else f"after a preposition, {place}")
    if preposition:
        found.append(f"after a preposition {preposition}")
    if behind == "S":
        found.append(f"a possessor, {place}")
    return tuple(found)


def _beside(place: str, opens: str, same_word: bool, same_paragraph: bool) -> Group:
    """Features of the pronoun and its candidate together."""
    found = [f"the same pronoun before, {place}"] if same_word else []
    found += ["same paragraph"] if same_paragraph else []
    found += [f"pronoun opens, {place}, {opens}"] if opens else []
    return tuple(found)


def partner(found: Tokens, known: Names, mention: int) -> int:
    """Another person in the sentence of `mention`, joined by "and" or "with", or -1: both together are "they"."""
    own, local = known.voice_of.get(mention), known.mentions[mention]
    if found.kinds[local.after] == "S":  # in "Venn’s adviser met with …" Venn met nobody
        return -1
    for other in range(mention + 1, min(len(known.mentions), mention + PARTNER_REACH + 1)):
        behind = known.mentions[other]
        if found.sentence[behind.first] != found.sentence[local.first]:
            break
        if found.low[behind.first - 1] in JOINING and _is_another(known, other, own):
            return other
    before = known.ending.get(local.first - 1, -1) if found.low[local.first - 1] in JOINING else -1
    return before if before >= 0 and _is_another(known, before, own) else -1


def _is_another(known: Names, mention: int, own: int | None) -> bool:
    """Whether the mention names a person other than the voice `own`."""
    voice = known.voice_of.get(mention)
    return voice is not None and voice != own and not known.voices[voice].is_body


def _is_subject(found: Tokens, mention: Mention) -> bool:
    """Whether the mention looks like the subject of its clause: no preposition before it, a verb or word behind it."""
    return found.kinds[mention.first - 1] not in "iFt" and found.kinds[mention.after] in "wVAbWRU"

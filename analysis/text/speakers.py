"""Speakers: who says each marked stretch.

For every marked stretch (a Q among the tokens) the candidates are the subjects of the cues around it, the mentions
in its sentence, the speaker of the quotation before it, "nobody" and "no speech at all". Each candidate is described
by short readable features, and the candidate with the largest sum of weights is taken. The weights are fitted on
hand-marked news (tests/benchmarks/fit_speaker_ranking.py) and lie in data/models/speaker_ranking.json; they know
positions, kinds of words and classes of cues, never a name.
"""

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.errors import BrokenData
from analysis.lexicons import DATA
from analysis.text import cues, names, tokens
from analysis.text.cues import Cue
from analysis.text.names import Names
from analysis.text.tokens import Tokens

NOBODY = -1  # a quotation whose speaker the text does not name
NO_SPEECH = -2  # a title, a nickname, a scare quote
CUES_BEFORE, CUES_AFTER = 7, 4
MENTIONS_BEFORE, MENTIONS_AFTER = 5, 3
HEADLINE_TOKENS = 30  # a longer first paragraph is no headline
DOUBTED_WORDS = 3
LIKELIER = 1.0  # "no speech" must be that much likelier than all speakers together
MODEL = DATA / "models" / "speaker_ranking.json"


SIGNATURE = re.compile(r"Q[|.]?-([TrwNa]{0,4}N)[,|.]")


class Candidate(NamedTuple):
    """A mention (index, NOBODY or NO_SPEECH) that may be the speaker, with its cue (index, or -1)."""

    mention: int
    cue: int


class Choice(NamedTuple):
    """What was chosen for the Q at `token`."""

    token: int
    mention: int
    cue: int
    continues: bool = False  # the speaker of the quotation before goes on


class Scene:
    """One body as the ranking sees it: its tokens, mentions and cues, and the choices made so far."""

    def __init__(self, body: str) -> None:
        self.found: Tokens = tokens.find(body)
        self.known: Names = names.find(body)
        self.cues: tuple[Cue, ...] = cues.find(body)
        self.cue_starts = [cue.first for cue in self.cues]
        self.mention_starts = [mention.first for mention in self.known.mentions]
        self.listeners = {cue.after for cue in self.cues if "l" in cue.takes}
        self.quotes = [index for index, kind in enumerate(self.found.kinds) if kind == "Q"]
        self.choices: list[Choice] = []
        end = self.found.kinds.find("|", 1)
        # The token after the headline; 0 where the first paragraph is too long for one.
        self.headline = end if "." not in self.found.kinds[:end] and end <= HEADLINE_TOKENS else 0

    def candidates(self, quote: int) -> list[Candidate]:
        """Everyone who may have said the Q at token `quote`."""
        found: dict[Candidate, None] = {}
        paragraph = self.found.paragraph
        here = bisect_left(self.cue_starts, quote)
        with_cue: set[int] = set()
        for index in range(max(0, here - CUES_BEFORE), min(len(self.cues), here + CUES_AFTER)):
            cue = self.cues[index]
            apart = paragraph[quote] - paragraph[cue.first]
            if cue.subject >= 0 and -1 <= apart <= 2:
                found[Candidate(cue.subject, index)] = None
                with_cue.add(cue.subject)
        here = bisect_left(self.mention_starts, quote)
        sentence = self.found.sentence
        for index in range(max(0, here - MENTIONS_BEFORE), min(len(self.mention_starts), here + MENTIONS_AFTER)):
            first = self.mention_starts[index]
            if quote < self.headline and not self.opens_headline(index):
                continue
            near = sentence[first] == sentence[quote] or (index >= here and first <= quote + 3)
            if index not in with_cue and (near or (first > quote - 12 and index < here)):
                found[Candidate(index, -1)] = None
        previous = self.previous()
        if previous is not None and previous.mention not in with_cue:
            found[Candidate(previous.mention, -1)] = None
        found[Candidate(NOBODY, -1)] = None
        found[Candidate(NO_SPEECH, -1)] = None
        return list(found)

    def opens_headline(self, mention: int) -> bool:
        """Whether a mention without a cue may speak in a headline: Lavrov: ‘No breakthrough’ or Reyl ‘glad’ of vote.

        It must open the line and stand before a colon or be named again, or stand behind a dash.
        """
        local, kinds = self.known.mentions[mention], self.found.kinds
        voice = self.known.voice_of.get(mention)
        again = voice is not None and len(self.known.voices[voice].mentions) > 1
        opens = kinds[local.first - 1] == "|" and (again or kinds[local.after] == ":")
        return opens or kinds[local.first - 1] == "-"

    def previous(self) -> Choice | None:
        """The last choice that named a speaker."""
        for choice in reversed(self.choices[-6:]):
            if choice.mention >= 0:
                return choice
        return None

    # ---- features -------------------------------------------------------------------------------------------

    def features(self, quote: int, candidate: Candidate, shape: "Shape") -> list[str]:
        """What speaks for and against `candidate`, as names of features that are all present."""
        if candidate.mention < 0:
            return list(self._absent(quote, candidate.mention, shape))
        found = list(self._history(quote, candidate, shape))
        if candidate.cue >= 0:
            found += self._by_cue(quote, candidate, shape)
        else:
            found += self._by_place(quote, candidate, shape)
        return found

    def _by_cue(self, quote: int, candidate: Candidate, shape: "Shape") -> Iterator[str]:
        cue, mention = self.cues[candidate.cue], self.known.mentions[candidate.mention]
        place, detail = self._place(quote, cue, mention)
        yield f"{place}"
        yield f"{place} {detail}"
        yield f"{place} {shape.opening}{shape.ending}"
        yield f"{place} {detail} {shape.opening}{shape.ending}"
        yield f"{place} {cue.tone}"
        yield f"{place} form {cue.form} {cue.side}"
        yield f"{place} {mention.kind}"
        if cue.passive:
            yield f"{place} passive"
        if "q" not in cue.takes:
            yield f"{place} takes no quotation"
        if cue.verb in ("say", "tell", "add", "write", "call"):
            yield f"{place} {cue.verb}"
        if place == "cue before":
            yield f"cue before, {min(self._between(cue.after, quote), 3)} cues between"
        if self.found.kinds[mention.first - 1] in "iFt" and cue.form != "a":
            yield "after a preposition"
        if mention.kind == "pronoun" and self.found.low[mention.head] in ("it", "i", "we", "you"):
            yield f"{place} weak pronoun"

    def _place(self, quote: int, cue: Cue, mention: names.Mention) -> tuple[str, str]:
        """Where the cue stands to the Q, coarse and fine."""
        kinds, sentence, paragraph = self.found.kinds, self.found.sentence, self.found.paragraph
        if cue.first > quote:
            start = min(cue.first, mention.first) if mention.first > quote else cue.first
            gap = kinds[quote + 1 : start]
            if gap.strip(",-") == "":
                return "cue right after", "subject elsewhere" if mention.first < quote else ""
            if sentence[cue.first] != sentence[quote]:
                return ("cue in next sentence" if paragraph[cue.first] == paragraph[quote] else "next paragraph"), ""
            return "cue after", ("other quote between" if "Q" in gap else f"{_bucket(len(gap))} {gap[:1]}")
        if sentence[cue.first] == sentence[quote]:
            gap = kinds[cue.after : quote]
            if "Q" in gap:
                return "cue before", f"other quote between {gap[-2:]}"
            return "cue before", f"{_bucket(len(gap))} {gap[-1:] if len(gap) < 3 else ''}{':' if ':' in gap else ''}"
        if paragraph[cue.first] == paragraph[quote]:
            back = min(sentence[quote] - sentence[cue.first], 3)
            return f"cue {back} sentence back", f"{kinds[quote - 1]} {'Q' in kinds[cue.after : quote]}"
        back = min(sentence[quote] - sentence[cue.first], 3)
        colon = ":" if ":" in kinds[max(cue.after, quote - 3) : quote] else ""
        return f"cue {paragraph[quote] - paragraph[cue.first]} paragraph back", f"{back}{colon}"

    def _between(self, after: int, before: int) -> int:
        """How many cues that take quotations stand between two tokens."""
        low, high = bisect_left(self.cue_starts, after), bisect_left(self.cue_starts, before)
        return sum("q" in cue.takes for cue in self.cues[low:high])

    def _by_place(self, quote: int, candidate: Candidate, shape: "Shape") -> Iterator[str]:
        mention = self.known.mentions[candidate.mention]
        kinds = self.found.kinds
        same = self.found.sentence[mention.first] == self.found.sentence[quote]
        side = "before" if mention.first < quote else "after"
        place = f"no cue {side}" if same else f"no cue {side}, other sentence"
        gap = kinds[mention.after : quote] if mention.first < quote else kinds[quote + 1 : mention.first]
        yield place
        yield f"{place} {shape.opening}{shape.ending}"
        yield f"{place} {mention.kind}"
        yield f"{place} {_bucket(len(gap))}"
        if len(gap) < 3:
            yield f"{place} gap {gap} {kinds[quote + 1 : quote + 2] if side == 'before' else ''}"
        if kinds[mention.first - 1] in "iFt":
            yield f"{place} after {self.found.low[mention.first - 1]}" if len(gap) < 6 else "after a preposition"
        if kinds[mention.first - 1] in ".|":
            yield f"{place} opens sentence"
            yield f"{place} opens sentence {shape.opening}{shape.ending}"
        if mention.first in self.listeners:
            yield "listener"
        if kinds[mention.after] == ":" and side == "before":
            yield f"{place} names itself before a colon{' that opens the line' if kinds[mention.first - 1] == '|' else ''}"
        if "Q" in gap:
            yield f"{place} other quote between"

    def _history(self, quote: int, candidate: Candidate, shape: "Shape") -> Iterator[str]:
        """Features of continuing the speech of the quotation before."""
        previous = self.previous()
        if previous is None:
            return
        voice_of, sentence, paragraph = self.known.voice_of, self.found.sentence, self.found.paragraph
        same_mention = candidate.mention == previous.mention
        same_voice = candidate.mention in voice_of and voice_of[candidate.mention] == voice_of.get(previous.mention)
        if not (same_mention or same_voice):
            return
        if paragraph[previous.token] == paragraph[quote]:
            gap = self.found.kinds[previous.token + 1 : quote]
            where = "same sentence" if sentence[previous.token] == sentence[quote] else "same paragraph"
            near = "adjacent " + gap[:1] if len(gap) <= 1 else "near" if len(gap) < 8 else "far"
        else:
            where = f"{min(paragraph[quote] - paragraph[previous.token], 3)} paragraphs back"
            near = "open" if self.found.stretches[previous.token].closing < 0 else ""
        what = "previous speaker" if same_mention else "previous voice"
        yield f"{what}, {where}"
        yield f"{what}, {where} {near} {shape.opening}{shape.ending}"
        yield f"{what}, {where}, {shape.cued}"
        if same_mention and candidate.cue >= 0 and candidate.cue == previous.cue:
            yield f"previous cue, {where}"

    def _absent(self, quote: int, which: int, shape: "Shape") -> Iterator[str]:
        """Features of a stretch that nobody says."""
        what = "nobody" if which == NOBODY else "no speech"
        kinds, low = self.found.kinds, self.found.low
        yield what
        yield f"{what} {shape.opening}{shape.ending}"
        yield f"{what} {shape.size} words"
        yield f"{what} {shape.size} words {shape.case}"
        yield f"{what} {shape.cued}"
        yield f"{what} {shape.cued} {shape.opening}{shape.ending}"
        yield f"{what} {kinds[quote - 1]}Q"
        yield f"{what} Q{kinds[quote + 1]}"
        yield f"{what} {kinds[quote - 1]}Q{kinds[quote + 1]}"
        for back in (1, 2, 3):
            if quote >= back and low[quote - back] in _signals():
                yield f"{what} {back} after {_signals()[low[quote - back]]}"
        if kinds[quote - 1] in "DiFCbXBtAR":
            yield f"{what} after {low[quote - 1]}"
            yield f"{what} after {low[quote - 1]} {shape.size} {shape.case}"
        yield f"{what} {kinds[max(0, quote - 2) : quote]}Q {shape.cued}"
        yield f"{what} Q{kinds[quote + 1 : quote + 3]}"
        if kinds[quote - 1] in "VGWU":
            nearest = bisect_left(self.cue_starts, quote) - 1
            if nearest >= 0 and self.cues[nearest].after == quote:
                yield f"{what} right after a cue {self.cues[nearest].tone}"
        yield f"{what} {shape.case} {shape.opening}{shape.ending} {shape.cued}"
        if shape.single:
            yield f"{what} single"
        if quote < self.headline:
            yield f"{what} headline"
        previous = self.choices[-1] if self.choices else None
        if previous is not None and self.found.sentence[previous.token] == self.found.sentence[quote]:
            yield f"{what} after {'speech' if previous.mention != NO_SPEECH else 'no speech'} in the sentence"
        elif previous is not None and self.found.paragraph[previous.token] == self.found.paragraph[quote]:
            yield f"{what} after {'speech' if previous.mention != NO_SPEECH else 'no speech'} in the paragraph"

    def shape(self, quote: int) -> "Shape":
        """How the Q at `quote` looks."""
        stretch, kinds, body = self.found.stretches[quote], self.found.kinds, self.found.body
        words = body[stretch.start : min(stretch.end, stretch.start + 80)].split()
        size = "1" if len(words) == 1 else "2" if len(words) == 2 else "3-5" if len(words) < 6 else "6+"
        opening = "S" if kinds[quote - 1] in ".|" else ":" if kinds[quote - 1] in ":" else ","
        opening = opening if opening != "," or kinds[quote - 1] == "," else "f"
        last = body[stretch.end - 1]
        following = body[stretch.closing + 1 : stretch.closing + 2] if stretch.closing >= 0 else ""
        ending = last if last in ",." else "?" if last in "?!…" else "" if following not in (",", ".") else "o"
        capitals = sum(word[:1].isupper() for word in words)
        case = "Title" if capitals == len(words) else "Capital" if words and words[0][:1].isupper() else "lower"
        return Shape(opening, ending, size, case, self._cued(quote), stretch.single)

    def _cued(self, quote: int) -> str:
        """Whether a cue that takes quotations stands in the sentence of the Q."""
        here, sentence = bisect_left(self.cue_starts, quote), self.found.sentence
        after = any(
            cue.first <= quote + 12 and sentence[cue.first] == sentence[quote] and "q" in cue.takes
            for cue in self.cues[here : here + 2]
        )
        before = any(
            sentence[cue.first] == sentence[quote] and "q" in cue.takes for cue in self.cues[max(0, here - 3) : here]
        )
        return {(True, True): "cues around", (True, False): "cue ahead", (False, True): "cue behind"}.get(
            (after, before), "no cue"
        )

    def is_doubted(self, quote: int) -> bool:
        """Whether the writer doubts a short stretch right before it: the alleged “invasion”."""
        stretch, low = self.found.stretches[quote], self.found.low
        if len(self.found.body[stretch.start : stretch.end].split()) > DOUBTED_WORDS:
            return False
        return any(_signals().get(low[quote - back]) == "doubting word" for back in (1, 2) if quote >= back)

    def is_named(self, quote: int) -> bool:
        """Whether the stretch is the name of a work: a book called “The Drowned Pier”."""
        low = self.found.low
        if quote < 2 or _signals().get(low[quote - 1]) != "naming word":
            return False
        return _signals().get(low[quote - 2]) == "work" or (low[quote - 1].endswith("titled"))

    def signed_by(self, quote: int) -> int:
        """The mention that signs the stretch, alone behind a dash (“…” — Ada Morn), or -1."""
        signature = SIGNATURE.match(self.found.kinds, quote)
        return self.known.starting.get(signature.start(1), -1) if signature else -1

    # ---- choosing -------------------------------------------------------------------------------------------

    def choose(self, quote: int, weights: Mapping[str, float]) -> Choice:
        """The best candidate for the Q at `quote`."""
        shape = self.shape(quote)
        if self.is_doubted(quote) or self.is_named(quote):
            return Choice(quote, NO_SPEECH, -1)
        signed = self.signed_by(quote)
        if signed >= 0:
            return Choice(quote, signed, -1)
        candidates = self.candidates(quote)
        described = [self.features(quote, candidate, shape) for candidate in candidates]
        scores = [sum(weights.get(feature, 0.0) for feature in features) for features in described]
        order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
        best = order[0]
        if candidates[best].mention == NO_SPEECH:
            # Someone speaks unless "no speech" is likelier than all speakers together.
            others = sum(math.exp(score - scores[best]) for score in scores) - 1.0
            if others > LIKELIER:
                best = order[1]
        chosen = candidates[best]
        previous = self.previous()
        continues = previous is not None and previous.mention == chosen.mention >= 0
        return Choice(quote, chosen.mention, chosen.cue, continues)


class Shape(NamedTuple):
    """The looks of a marked stretch."""

    opening: str  # S opens a sentence, : or , after that sign, f a fragment in a clause
    ending: str  # , or . or ? inside the marks; o a comma or stop right outside; "" none
    size: str  # words, in steps
    case: str
    cued: str
    single: bool


def _bucket(length: int) -> str:
    """A distance in tokens, in steps."""
    return "0" if length == 0 else "1" if length == 1 else "2-4" if length < 5 else "5-9" if length < 10 else "10+"


@cache
def _signals() -> Mapping[str, str]:
    """Words before a stretch that tell a name or a term from speech -> their class."""
    return {row["term"]: row["class"] for row in _signal_rows()}


def _signal_rows() -> tuple[Mapping[str, str], ...]:
    from analysis import lexicons

    wanted = ("naming word", "doubting word", "work")
    return tuple(row for row in lexicons.rows("lexicons/speakers.csv") if row["class"] in wanted)


@cache
def weights() -> Mapping[str, float]:
    """Feature -> weight."""
    try:
        model: dict[str, float] = json.loads(MODEL.read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(f"data/models/{MODEL.name} cannot be read ({error}); restore it.") from error
    return model


def is_whole(body: str, choice: Choice) -> bool:
    """Whether the marked words stand on their own and not as a fragment in the reporter's clause."""
    found = tokens.find(body)
    kinds, token = found.kinds, choice.token
    if kinds[token - 1] in ".|:,-" or body[found.ends[token] - 1] in ",?!":
        return True
    cue = cues.find(body)[choice.cue] if choice.cue >= 0 else None
    return cue is not None and cue.after == token and body[found.starts[token]].isupper()


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Choice, ...]:
    """A choice for every marked stretch of `body`, in order."""
    scene = Scene(body)
    for quote in scene.quotes:
        scene.choices.append(scene.choose(quote, weights()))
    return tuple(scene.choices)

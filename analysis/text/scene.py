"""The scene of one body: its tokens, mentions and cues, who may have said each marked stretch, and who was chosen."""

from bisect import bisect_left
from typing import NamedTuple

from analysis.text import cues, names, tokens
from analysis.text.cues import Cue
from analysis.text.names import Names
from analysis.text.tokens import Tokens

NOBODY = -1  # a quotation whose speaker the text does not name
NO_SPEECH = -2  # a title, a nickname, a scare quote
CUES_BEFORE, CUES_AFTER = 7, 4
MENTIONS_BEFORE, MENTIONS_AFTER = 5, 3
HEADLINE_TOKENS = 30  # a longer first paragraph is no headline


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
    """What is known of one body, and the choices made so far (`choices` grows as the stretches are read)."""

    def __init__(self, body: str) -> None:
        self.found: Tokens = tokens.find(body)
        self.known: Names = names.find(body)
        self.cues: tuple[Cue, ...] = cues.find(body)
        self.cue_starts = [cue.first for cue in self.cues]
        self.mention_starts = [mention.first for mention in self.known.mentions]
        self.listeners = {cue.after for cue in self.cues if "l" in cue.takes}
        self.quotes = list(self.found.stretches)
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

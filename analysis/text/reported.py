"""Reported speech without marks: the clause that a cue reports ("She said the plan had failed").

Every cue offers a few possible clauses after it (from "that", the listener or the verb on, up to a comma, a
conjunction or the end of the sentence) and before it ("The plan had failed, she said"). The likeliest is taken, or
none, by a sum of readable weights (data/models/reported_ranking.json). Clauses that hold marked words are left to
analysis.text.speakers.
"""

import math
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis.text import cues, names, ranking, tokens
from analysis.text.cues import Cue
from analysis.text.ranking import Clue, Group

MODEL = "reported_ranking"
BIAS = 0.6  # in favour of a clause: with it as many clauses are missed as are found in excess
REACH = 60  # tokens; a longer clause is cut off there
# Kinds of tokens a reported clause may end before, and how many of each are tried.
BREAKS: Mapping[str, int] = {
    ",": 2,
    ";": 1,
    ":": 1,
    "-": 1,
    "C": 1,
    "B": 2,
    "H": 1,
    "G": 1,
    "(": 1,
    "i": 2,
    "A": 1,
    "b": 1,
}
MOST_CLOSINGS = 9
NONE = "none"
# Words that the weights know; the model reads no other words than these and the verbs.
FIRST_WORDS = frozenset(
    ["to", "that", "for", "about", "of", "on", "in", "with", "how", "whether", "if", "why", "what", "as"]
)
HYPOTHETICAL = frozenset(["not", "never", "n't", "didn’t", "didn't", "to", "would", "will", "could", "if"])
NOT_YET = frozenset(["to", "would", "will", "could", "not", "should", "might", "may", "can"])
PARTIES = frozenset(["i", "we", "you"])
HAS_VERB = re.compile(r"[VWUwb]")


class Clause(NamedTuple):
    """Tokens `first` up to `after` may be what a cue reports; `opening` and `closing` say why just these."""

    first: int
    after: int
    opening: str
    closing: str


class Report(NamedTuple):
    """The cue (an index) and the clause it reports."""

    cue: int
    first: int
    after: int


class Reader:
    """One body, and the clauses its cues may report."""

    def __init__(self, body: str) -> None:
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.cues = cues.find(body)
        self.kinds = self.found.kinds

    def clauses(self, cue: Cue) -> list[Clause]:
        """The clauses that `cue` may report."""
        start, stop = self._sentence(cue.first)
        found = list(self._after(cue, stop))
        found += self._before(cue, start)
        kinds = self.kinds
        return [clause for clause in found if "Q" not in kinds[clause.first : clause.after]]

    def _sentence(self, at: int) -> tuple[int, int]:
        """First token of the sentence, and the token after its last."""
        kinds = self.kinds
        start = max(kinds.rfind(".", max(0, at - REACH), at), kinds.rfind("|", max(0, at - REACH), at)) + 1
        ends = [end for end in (kinds.find(".", at, at + REACH), kinds.find("|", at, at + REACH)) if end >= 0]
        return start, min(ends, default=min(at + REACH, len(kinds) - 1))

    def _after(self, cue: Cue, stop: int) -> Iterator[Clause]:
        for opening, first in self._openings(cue, stop):
            for end, closing in self._closings(first, stop).items():
                yield Clause(first, end, opening, closing)

    def _closings(self, first: int, stop: int) -> dict[int, str]:
        """Where a clause that begins at `first` may end -> why there."""
        ends: dict[int, str] = {}
        mention = self.known.starting.get(first, -1)
        if mention >= 0 and self.known.mentions[mention].after < stop:
            ends[self.known.mentions[mention].after] = "phrase"
        seen: dict[str, int] = {}
        for at in range(first + 1, stop):
            kind = self.kinds[at]
            if kind in BREAKS:
                seen[kind] = number = seen.get(kind, 0) + 1
                if number <= BREAKS[kind] and at not in ends:
                    ends[at] = f"{kind}{number}"
                    if len(ends) > MOST_CLOSINGS:
                        break
        if stop > first:
            ends[stop] = "sentence"
        return ends

    def _openings(self, cue: Cue, stop: int) -> Iterator[tuple[str, int]]:
        """(why, first token) of the clauses after the cue."""
        first = cue.after
        if cue.side == "right" and cue.subject >= 0:
            if cue.form != "a":
                return  # in "…, said X" the clause stands before the cue
            first = max(first, self.known.mentions[cue.subject].after)
        if first < stop and self.kinds[first] == ",":
            first += 1
        if first >= stop or (cue.passive and self.kinds[first] == "i"):  # "was reported by others"
            return
        if (
            self.kinds[first] == "t"
            and cue.subject >= 0
            and cue.side == "left"
            and (cue.passive or cue.tone == "seeming")
        ):
            yield "subject", self.known.mentions[cue.subject].first
        that = self.kinds.find("X", first, min(first + 12, stop))
        if that >= 0:
            yield ("that" if that == first else "later that"), that + 1
        if that != first:
            yield "verb", first
        if self.kinds[first] == "p":
            yield "listener", first + 1 + (self.kinds[first + 1] == "X")
        elif "l" in cue.takes and first in self.known.starting:
            heard = self.known.mentions[self.known.starting[first]].after
            yield "listener", heard + (self.kinds[heard] == "X")

    def _before(self, cue: Cue, start: int) -> Iterator[Clause]:
        head = cue.first
        if cue.subject >= 0 and cue.side == "left":
            head = min(head, self.known.mentions[cue.subject].first)
        comma = head - 1
        if comma > start + 1 and self.kinds[comma] in ",-":
            yield Clause(start, comma, "before", self.kinds[comma])
            inner = self.kinds.rfind(",", start, comma)
            if inner > start and comma - inner > 3:
                yield Clause(inner + 1, comma, "before from comma", self.kinds[comma])
        elif cue.form == "a" and cue.first > start + 2:
            yield Clause(start, cue.first, "before", "")

    def clues(self, cue: Cue, clause: Clause) -> tuple[Clue, ...]:
        """What speaks for and against `clause` as what `cue` reports."""
        kinds, low = self.kinds, self.found.low
        opening, closing, first = clause.opening, clause.closing, kinds[clause.first]
        word, before = low[clause.first], low[cue.first - 1]
        ends = kinds[clause.after : clause.after + 2]
        return (
            (_of_verb, opening, cue.verb, cue.form, cue.tone, first),
            (_of_form, opening, cue.form, cue.side, self._subject(cue), cue.passive, first),
            (_of_closing, opening, closing, cue.tone, cue.form, _size(clause.after - clause.first), ends),
            (
                _of_words,
                opening,
                cue.tone,
                cue.form,
                kinds[cue.first - 1],
                word if word in FIRST_WORDS else "",
                before if before in HYPOTHETICAL else "",
                HAS_VERB.search(kinds, clause.first + 1, clause.first + 8) is not None,
            ),
        )

    def none(self, cue: Cue) -> tuple[Clue, ...]:
        """What speaks for a cue that reports nothing."""
        kinds, low = self.kinds, self.found.low
        head = low[self.known.mentions[cue.subject].head] if cue.subject >= 0 else ""
        before = low[cue.first - 1]
        return (
            (_nothing_of_verb, cue.verb, cue.form, cue.tone, kinds[cue.after]),
            (
                _nothing_around,
                cue.form,
                cue.side,
                self._subject(cue),
                kinds[cue.first - 1] + kinds[cue.after],
                "Q" in kinds[max(0, cue.first - 4) : cue.first],
                "Q" in kinds[cue.after : cue.after + 10],
            ),
            (
                _nothing_said,
                cue.tone if cue.passive else "",
                head if head in PARTIES else "",
                before if before in NOT_YET else "",
            ),
        )

    def _subject(self, cue: Cue) -> str:
        return self.known.mentions[cue.subject].kind if cue.subject >= 0 else "no subject"


def _size(length: int) -> str:
    """The length of a clause in tokens, in steps."""
    return "1-2" if length < 3 else "3-5" if length < 6 else "6-11" if length < 12 else "12+"


def _of_verb(opening: str, verb: str, form: str, tone: str, first: str) -> Group:
    return (
        f"{opening}",
        f"{opening} {form}",
        f"{opening} {tone}",
        f"{opening} verb {verb}",
        f"verb {verb} {form}",
        f"verb {verb} first {first}",
        f"{opening} {tone} first {first}",
        f"{opening} first {first}",
        f"{opening} {form} first {first}",
    )


def _of_form(opening: str, form: str, side: str, subject: str, passive: bool, first: str) -> Group:
    found = (f"{opening} {subject}", f"{form} {side} {subject}")
    return (*found, f"{opening} passive {first}") if passive else found


def _of_closing(opening: str, closing: str, tone: str, form: str, size: str, ends: str) -> Group:
    """ends: the kinds of the two tokens behind the clause."""
    found = (
        f"{opening} closing {closing}",
        f"{opening} {tone} closing {closing}",
        f"closing {closing} next {ends}",
        f"{opening} {size} closing {closing}",
        f"{opening} {form} {size}",
    )
    is_joined = closing != "sentence" and ends.startswith("C")
    return (*found, f"closing C next {ends[1]} {opening}") if is_joined else found


def _of_words(
    opening: str, tone: str, form: str, kind_before: str, first_word: str, before: str, has_verb: bool
) -> Group:
    found = [f"before the cue {kind_before} {form}"]
    found += [f"{tone} {form} first word {first_word}"] if first_word else []
    found += [f"{opening} a verb inside"] if has_verb else []
    found += [f"after {before} {tone}"] if before else []
    return tuple(found)


def _nothing_of_verb(verb: str, form: str, tone: str, behind: str) -> Group:
    return (
        NONE,
        f"{NONE} {tone} {form}",
        f"{NONE} verb {verb}",
        f"{NONE} verb {verb} {form}",
        f"{NONE} {tone} next {behind}",
        f"{NONE} verb {verb} next {behind}",
    )


def _nothing_around(form: str, side: str, subject: str, beside: str, marks_before: bool, marks_after: bool) -> Group:
    """beside: the kinds of the tokens before and behind the cue."""
    before, behind = beside[0], beside[1]
    found = [
        f"{NONE} {before} {form}",
        f"{NONE} {subject} {side}",
        f"{NONE} {form} {side} next {behind}",
        f"{NONE} around {before}{form}{behind}",
    ]
    found += [f"{NONE} marks before"] if marks_before else []
    found += [f"{NONE} marks after {form}"] if marks_after else []
    return tuple(found)


def _nothing_said(passive_tone: str, head: str, before: str) -> Group:
    found = [f"{NONE} passive {passive_tone}"] if passive_tone else []
    found += [f"{NONE} {head}"] if head else []
    found += [f"{NONE} after {before}"] if before else []
    return tuple(found)


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Report, ...]:
    """The reported clauses of `body`, in the order of their cues."""
    reader, weights = Reader(body), ranking.load(MODEL)
    found: list[Report] = []
    for index, cue in enumerate(reader.cues):
        clauses = reader.clauses(cue)
        if not clauses:
            continue
        scores = [weights.score(reader.clues(cue, clause)) for clause in clauses]
        top = max(scores)
        total = top + math.log(sum(math.exp(score - top) for score in scores))
        if total + BIAS > weights.score(reader.none(cue)):
            clause = clauses[scores.index(top)]
            found.append(Report(index, clause.first, clause.after))
    return tuple(found)

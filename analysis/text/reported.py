"""Reported speech without marks: the clause that a cue reports ("She said the plan had failed").

Every cue offers a few possible clauses after it (from "that", the listener or the verb on, up to a comma, a
conjunction or the end of the sentence) and before it ("The plan had failed, she said"). The likeliest is taken, or
none, by a sum of readable weights (data/models/reported_ranking.json). Clauses that hold marked words are left to
analysis.text.speakers.
"""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from analysis.text import cues, names, ranking, tokens
from analysis.text.cues import Cue

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

    def features(self, cue: Cue, clause: Clause) -> list[str]:
        """What speaks for and against `clause` as what `cue` reports."""
        kinds, found = self.kinds, self.found
        opening, first = clause.opening, kinds[clause.first]
        word = found.low[clause.first]
        length = clause.after - clause.first
        size = "1-2" if length < 3 else "3-5" if length < 6 else "6-11" if length < 12 else "12+"
        subject = self.known.mentions[cue.subject].kind if cue.subject >= 0 else "no subject"
        row = [
            f"{opening}",
            f"{opening} {cue.form}",
            f"{opening} {cue.tone}",
            f"{opening} verb {cue.verb}",
            f"verb {cue.verb} {cue.form}",
            f"verb {cue.verb} first {first}",
            f"{opening} {cue.tone} first {first}",
            f"{opening} first {first}",
            f"{opening} {cue.form} first {first}",
            f"{opening} {subject}",
            f"{cue.form} {cue.side} {subject}",
            f"{opening} closing {clause.closing}",
            f"{opening} {cue.tone} closing {clause.closing}",
            f"closing {clause.closing} next {kinds[clause.after]}{kinds[clause.after + 1 : clause.after + 2]}",
            f"{opening} {size} closing {clause.closing}",
            f"{opening} {cue.form} {size}",
            f"before the cue {kinds[cue.first - 1]} {cue.form}",
        ]
        if word in (
            "to",
            "that",
            "for",
            "about",
            "of",
            "on",
            "in",
            "with",
            "how",
            "whether",
            "if",
            "why",
            "what",
            "as",
        ):
            row.append(f"{cue.tone} {cue.form} first word {word}")
        if cue.passive:
            row.append(f"{opening} passive {first}")
        if any(kind in "VWUwb" for kind in kinds[clause.first + 1 : clause.first + 8]):
            row.append(f"{opening} a verb inside")
        if found.low[cue.first - 1] in (
            "not",
            "never",
            "n't",
            "didn’t",
            "didn't",
            "to",
            "would",
            "will",
            "could",
            "if",
        ):
            row.append(f"after {found.low[cue.first - 1]} {cue.tone}")
        if clause.closing != "sentence" and kinds[clause.after] == "C":
            row.append(f"closing C next {kinds[clause.after + 1]} {opening}")
        return row

    def none(self, cue: Cue) -> list[str]:
        """What speaks for a cue that reports nothing."""
        kinds, found = self.kinds, self.found
        subject = self.known.mentions[cue.subject].kind if cue.subject >= 0 else "no subject"
        row = [
            NONE,
            f"{NONE} {cue.tone} {cue.form}",
            f"{NONE} verb {cue.verb}",
            f"{NONE} verb {cue.verb} {cue.form}",
            f"{NONE} {kinds[cue.first - 1]} {cue.form}",
            f"{NONE} {subject} {cue.side}",
            f"{NONE} {cue.form} {cue.side} next {kinds[cue.after]}",
            f"{NONE} {cue.tone} next {kinds[cue.after]}",
            f"{NONE} verb {cue.verb} next {kinds[cue.after]}",
            f"{NONE} around {kinds[cue.first - 1]}{cue.form}{kinds[cue.after]}",
        ]
        if "Q" in kinds[max(0, cue.first - 4) : cue.first]:
            row.append(f"{NONE} marks before")
        if "Q" in kinds[cue.after : cue.after + 10]:
            row.append(f"{NONE} marks after {cue.form}")
        if cue.passive:
            row.append(f"{NONE} passive {cue.tone}")
        if cue.subject >= 0 and found.low[self.known.mentions[cue.subject].head] in ("i", "we", "you"):
            row.append(f"{NONE} {found.low[self.known.mentions[cue.subject].head]}")
        if found.low[cue.first - 1] in ("to", "would", "will", "could", "not", "should", "might", "may", "can"):
            row.append(f"{NONE} after {found.low[cue.first - 1]}")
        return row


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Report, ...]:
    """The reported clauses of `body`, in the order of their cues."""
    reader, weight = Reader(body), ranking.weights(MODEL)
    found: list[Report] = []
    for index, cue in enumerate(reader.cues):
        clauses = reader.clauses(cue)
        if not clauses:
            continue
        scores = [ranking.score(reader.features(cue, clause), weight) for clause in clauses]
        top = max(scores)
        total = top + math.log(sum(math.exp(score - top) for score in scores))
        if total + BIAS > ranking.score(reader.none(cue), weight):
            clause = clauses[scores.index(top)]
            found.append(Report(index, clause.first, clause.after))
    return tuple(found)

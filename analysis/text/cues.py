"""Cues: every word that can report speech, and the mention that is its subject.

A cue is a form of a verb in data/lexicons/quotations.csv outside quotation marks, "according to", or such a verb
used as a noun with a possessor ("her claim that"). The subject is looked for on the left, over adverbs, auxiliaries,
appositions, brackets and relative clauses; on the right in "…," said X.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import names, tokens
from analysis.text.names import Names
from analysis.text.tokens import Tokens

REACH = 45  # tokens; a subject farther from its verb is not looked for
MOST_JOINT = 4
PLACING = frozenset(["in", "at", "from", "near", "outside"])
APPOSITION = frozenset("DaHrToGgd#wR")


class Cue(NamedTuple):
    """Tokens `first` up to `after` report something that the mention `subject` (an index, or -1) said."""

    first: int
    after: int
    form: str  # V, W, U, G as in tokens; "n" for a noun; "a" for "according to"
    verb: str  # the base form: the key into data/lexicons/quotations.csv
    tone: str  # its class there
    takes: str  # its complements there
    subject: int
    joint: int  # first of several joint subjects ("A, B and C said"), or -1
    side: str  # where the subject stands: "left", "right", "inherited", or ""
    passive: bool


@cache
def verbs() -> Mapping[str, lexicons.Row]:
    """Every form of every cue verb (lower case) -> its row in the lexicon."""
    found: dict[str, lexicons.Row] = {}
    for column in ("past", "gerund", "third", "term"):
        for row in lexicons.rows("lexicons/quotations.csv"):
            if row[column]:
                found.setdefault(row[column], row)
    return found


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Cue, ...]:
    """All cues of `body`, in order."""
    return _Finder(tokens.find(body), names.find(body)).find()


class _Finder:
    """Reads the kinds from left to right and remembers the subject of the sentence it is in."""

    def __init__(self, found: Tokens, known: Names) -> None:
        self.found = found
        self.kinds = found.kinds
        self.low = found.low
        self.known = known
        self.cues: list[Cue] = []

    def find(self) -> tuple[Cue, ...]:
        for at, kind in enumerate(self.kinds):
            if kind in "VWUG":
                self._read_verb(at, kind)
            elif kind == "t" and self.low[at - 1] == "according":
                subject = self.known.starting.get(at + 1, -1)
                self._add(at - 1, at + 1, "a", "according to", subject, "right" if subject >= 0 else "", False)
        return tuple(self.cues)

    def _read_verb(self, at: int, kind: str) -> None:
        low = self.low[at]
        after = at + 1
        if after < len(self.low) and f"{low} {self.low[after]}" in verbs():
            low, after = f"{low} {self.low[after]}", after + 1
        row = verbs().get(low)
        if row is None:
            return
        before = self.kinds[at - 1]
        if kind == "V" and before == "D" and self.known.ending.get(at, -1) < 0:
            return  # "the alleged plan"
        if kind == "G" and before in "DVa" and self.kinds[after] in "waWgodN":
            return  # "they discussed pressing issues"
        if (kind in "UW" and before in "SDa") or "N" in row["takes"]:
            subject = self._possessor(at)
            if subject < 0 and self.low[after] == "by":
                subject = self.known.starting.get(after + 1, -1)
            if subject >= 0:
                self._add(at, after, "n", row["term"], subject, "left", False)
            return
        subject, side, passive = self._subject(at, after, kind)
        self._add(at, after, kind, row["term"], subject, side, passive)

    def _add(self, first: int, after: int, form: str, verb: str, subject: int, side: str, passive: bool) -> None:
        row = verbs().get(verb)
        tone, takes = (row["class"], row["takes"]) if row else ("neutral", "qc")
        joint = self._joint(subject) if subject >= 0 else -1
        self.cues.append(Cue(first, after, form, verb, tone, takes, subject, joint, side, passive))

    def _possessor(self, at: int) -> int:
        """The mention that owns the noun at `at`: "Clinton’s claim", "her claim"."""
        before = at - 1
        while before > 0 and self.kinds[before] in "wa":
            before -= 1
        if self.kinds[before] == "S":
            return self.known.ending.get(before, -1)
        return self.known.ending.get(before + 1, -1) if self.low[before] in names.POSSESSORS else -1

    def _joint(self, subject: int) -> int:
        """The first of the mentions joined to `subject` by "and" and by commas before it, or -1."""
        joint, sign = -1, "C"
        for _ in range(MOST_JOINT):
            first = self.known.mentions[joint if joint >= 0 else subject].first
            other = self.known.ending.get(first - 1, -1)
            if self.kinds[first - 1] != sign or self.low[first - 1] == "or" or other < 0:
                break
            local = self.known.mentions[other]
            if local.kind == "pronoun" or (joint >= 0 and self.kinds[local.first - 1] in "iFt"):
                break
            joint, sign = other, ","
        return joint

    def _subject(self, at: int, after: int, kind: str) -> tuple[int, str, bool]:
        """(mention, side, whether the verb is passive) of the verb at `at`."""
        before, passive = self._over_auxiliaries(at, kind)
        follows_quotation = self.kinds[at - 1] == "Q" or (self.kinds[at - 1] in ",-" and self.kinds[at - 2] == "Q")
        if follows_quotation and kind in "VW":
            right = self._right(after)
            if right >= 0:
                return right, "right", False
            if self.kinds[at - 1] == "Q":
                return self._inherited(at), "inherited", passive
        left = self._left(before)
        if left >= 0:
            return left, "left", passive
        if kind in "VW" and (self.kinds[before] in ".|B,-" or follows_quotation):
            right = self._right(after)
            if right >= 0 and self.known.mentions[right].kind in ("name", "role"):
                return right, "right", False
        inherited = self._inherited(at)
        return inherited, "inherited" if inherited >= 0 else "", passive

    def _over_auxiliaries(self, at: int, kind: str) -> tuple[int, bool]:
        """(the token that ends before the verb group, whether the group is passive)."""
        before, passive = at - 1, False
        while before > 0 and (self.kinds[before] in "RAMb" or self.low[before] in ("'s", "’s")):
            passive = passive or (self.kinds[before] == "b" and kind == "V")
            if self.kinds[before] == "S" and before != at - 1 - (self.kinds[at - 1] == "R"):
                break
            before -= 1
        return before, passive

    def _right(self, after: int) -> int:
        """The mention that begins right after the verb, or -1."""
        while self.kinds[after] == "R":
            after += 1
        return self.known.starting.get(after, -1)

    def _left(self, before: int) -> int:
        """The mention whose noun phrase ends with token `before`, or -1."""
        before = self._over_bracket(before)
        if self.kinds[before] in "iM" and self.kinds[before - 1] not in "iM":  # "Mook on Sunday said"
            before = self._over_bracket(before - 1)
        if self.kinds[before] == "H":
            return self._antecedent(before - 1)
        if self.kinds[before] in ",-":
            return self._over_apposition(before)
        mention = self.known.ending.get(before + 1, -1)
        return self._climb(mention) if mention >= 0 else self._nearest_head(before)

    def _over_bracket(self, before: int) -> int:
        """The token before the bracket that ends with `before`: "Venn (R-Ohio)"."""
        if self.kinds[before] != ")":
            return before
        return max(self.kinds.rfind("(", max(0, before - REACH), before) - 1, 0)

    def _antecedent(self, before: int) -> int:
        """Whom "who" at `before` + 1 refers to."""
        if self.kinds[before] == ",":
            before -= 1
        mention = self.known.ending.get(before + 1, -1)
        if mention < 0:
            return -1
        return self._placed(mention) if self.known.mentions[mention].kind == "name" else self._climb(mention)

    def _placed(self, name: int) -> int:
        """The "official" of "an official in Ostrel, who asked", where Ostrel is only the place."""
        is_place = self.low[self.known.mentions[name].first - 1] in PLACING
        return self._climb(name) if is_place else name

    def _over_apposition(self, comma: int) -> int:
        """The mention before the apposition that ends at `comma`: "X, director of Y at Z, said"."""
        best = -1
        start = max(self._sentence_start(comma), comma - REACH)
        sign = self.kinds[comma]
        at = comma - 1
        while at > start and self.kinds[at] != "Q":
            if self.kinds[at] == ")":
                at = max(self.kinds.rfind("(", start, at), start)
            if self.kinds[at] == sign and self.kinds[at + 1] in APPOSITION:
                mention = self.known.ending.get(at, -1)
                if mention < 0 and self.kinds[at - 1] == "#":  # "Smith, 42, a nurse, said"
                    mention = self.known.ending.get(at - 2, -1)
                if mention >= 0 and (best < 0 or self.known.mentions[mention].kind == "name"):
                    best = self._placed(mention)
            at -= 1
        return best if best >= 0 else self._before_comma(comma)

    def _before_comma(self, comma: int) -> int:
        """The name right before `comma`: "Venn (R-Ohio), said" or "her lawyer, Ada Morn, said"."""
        behind = self._over_bracket(comma - 1)
        name = self.known.ending.get(behind + 1, -1)
        if name >= 0 and (behind < comma - 1 or self.kinds[self.known.mentions[name].first - 1] == self.kinds[comma]):
            return name
        return -1

    def _nearest_head(self, before: int) -> int:
        """The group or role a few words back: "people familiar with the matter"."""
        back = before
        while self.kinds[back] in "wait#F" and back > max(before - 6, 0):
            back -= 1
        mention = self.known.ending.get(back + 1, -1)
        if mention < 0 or self.kinds[back + 1] not in "wai":
            return -1
        return mention if self.known.mentions[mention].kind in ("group", "role", "document") else -1

    def _climb(self, mention: int) -> int:
        """From "Y" in "the director of Y" to the whole, as long as a noun stands right before the preposition."""
        for _ in range(4):
            first = self.known.mentions[mention].first
            if self.kinds[first - 1] not in "iFt":
                break
            higher = self.known.ending.get(first - 1, -1)
            if higher < 0:
                higher = self._nearest_head(first - 2)
            if higher < 0 or self.known.mentions[higher].kind == "pronoun":
                break
            mention = higher
        return mention

    def _sentence_start(self, at: int) -> int:
        return max(self.kinds.rfind(".", max(0, at - REACH), at), self.kinds.rfind("|", max(0, at - REACH), at), 0)

    def _inherited(self, at: int) -> int:
        """The subject of the cue before it in the sentence, else the first mention of the sentence."""
        sentence = self.found.sentence[at]
        for cue in reversed(self.cues[-3:]):
            if (
                cue.form in "VGa"
                and self.found.sentence[cue.first] == sentence
                and cue.subject >= 0
                and not cue.passive
            ):
                return cue.subject
        start = self._sentence_start(at)
        for token in range(start + 1, min(at, start + 15)):
            mention = self.known.starting.get(token, -1)
            if mention >= 0 and self.kinds[token - 1] not in "iFt":
                if self.kinds[self.known.mentions[mention].after] == "S":
                    continue
                return self._climb(mention)
        return -1

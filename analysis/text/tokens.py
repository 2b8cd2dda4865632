"""Tokens: a body as one short string of kinds, so that constructions are regular expressions over kinds.

Every token has one letter (see KINDS below), and `Tokens.kinds` holds these letters in order: “Kremlin spokesman
Dmitry Peskov said,” becomes "NrNNV,". A marked stretch, however long, is the single token Q. A full stop becomes
a token only where a sentence ends. So “Q , subject, cue” is the pattern "Q,?…V", and a match at i speaks of token i.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from analysis import lexicons
from analysis.text import marks, sentences
from analysis.text.remembered import Remembered

WORD = r"[^\W_](?:[\w&]++|[.\-’'/](?=\w)(?![’']?s\b))*"
GROUPED = r"\d{1,3}(?:,\d{3})++(?![\w,])"  # 10,000
TOKEN = re.compile(rf"[’']s\b|[@#]\w+|{GROUPED}|{WORD}|[’'](?=\s)|\d[\d.,]*|[,:;()\[\]?]|[-–—―]+")
ADJECTIVE_ENDINGS = ("al", "ic", "ian", "ary", "ese", "ish", "ist")

# Letters of a token's kind, by the class of its word in the lexicons. Earlier lines win.
KINDS: Mapping[str, Mapping[str, str]] = {
    "speakers": {
        "article": "D",
        "determiner": "D",
        "pronoun": "P",
        "objective": "p",
        "relative": "H",
        "form of be": "b",
        "auxiliary": "A",
        "of": "F",
        "to": "t",
        "that": "X",
        "subordinator": "B",
        "conjunction": "C",
        "preposition": "i",
        "adverb": "R",
        "day or month": "M",
        "adjective": "a",
    },
    "names": {
        "group": "g",
        "role": "r",
        "title": "T",
        "organisation": "o",
        "document": "d",
        "party": "r",
    },
}
FUNCTION_OR_MONTH = frozenset("DPpHbAFtXBCiRM")  # a capital letter changes nothing about these
TITLE_CASE_REACH = 180  # characters; longer paragraphs are no headlines
LOWER_WORD = re.compile(r"(?<![\w’'-])[a-z]{2,}")
NAME_INSIDE = re.compile(
    r"[A-Z](?:(?<=[a-z,] [A-Z])[\w’'.-]*\w|(?<=[A-Za-z] [A-Z])\w+(?=[’'.,;]|\s[a-z]))"  # a letter first: faster
)
PARTY_AND_STATE = re.compile(r"[RDI]-")  # R-Ohio
NEXT_WORD = re.compile(r" (\w+)")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one body: `kinds[i]` is the letter of token i, `body[starts[i]:ends[i]]` its text.

    Beside the letters of KINDS: N name word, V finite cue verb, W its third person in -s, U its base form,
    G its form in -ing, M day or month, # number, w other word, S possessive, Q marked stretch, | paragraph,
    . end of a sentence, - dash, and the commas, colons and brackets themselves.
    """

    body: str
    kinds: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    low: tuple[str, ...]  # the token's text in lower case; "" for Q
    sentence: tuple[int, ...]  # number of the sentence each token belongs to
    paragraph: tuple[int, ...]
    stretches: Mapping[int, marks.Stretch]  # token index -> the stretch of a Q

    def text(self, first: int, after: int) -> str:
        """The text from token `first` up to, not including, token `after`."""
        return self.body[self.starts[first] : self.ends[after - 1]]


@cache
def _kind_of_word() -> Mapping[str, str]:
    """Lower-case word -> letter, for everything the lexicons know."""
    found: dict[str, str] = {}
    for lexicon, letters in KINDS.items():
        for row in lexicons.rows(f"lexicons/{lexicon}.csv"):
            if row["class"] in letters:
                found.setdefault(row["term"], letters[row["class"]])
    for row in lexicons.rows("lexicons/names.csv"):
        if row["class"] == "role" and not row["term"].endswith(("s", "man", "body", "one")):
            found.setdefault(f"{row['term']}s", "g")  # engineers
    for row in lexicons.rows("lexicons/quotations.csv"):
        for form, letter in (("past", "V"), ("gerund", "G"), ("third", "W"), ("term", "U")):
            word, _, particle = row[form].partition(" ")
            if word and not particle:
                found.setdefault(word, letter)
    found["says"] = found["tells"] = "V"
    return found


@cache
def _offices() -> frozenset[str]:
    return lexicons.classes("names")["office"]


@cache
def given_names() -> frozenset[str]:
    """First names of women and men, in lower case."""
    classes = lexicons.classes("names")
    return frozenset(name.lower() for name in classes["given name of women"] | classes["given name of men"])


@cache
def _particles() -> frozenset[str]:
    return lexicons.classes("speakers")["name particle"]


@cache
def _phrasal() -> Mapping[str, Mapping[str, str]]:
    """First word -> second word -> letter, for cue verbs of two words ("pointed out")."""
    found: dict[str, dict[str, str]] = {}
    for row in lexicons.rows("lexicons/quotations.csv"):
        for form, letter in (("past", "V"), ("gerund", "G"), ("third", "W"), ("term", "U")):
            word, _, particle = row[form].partition(" ")
            if particle:
                found.setdefault(word, {}).setdefault(particle, letter)
    return found


@lru_cache(maxsize=64)
def find(body: str) -> Tokens:
    """All tokens of `body`, in order."""
    return _Reader(body).read()


class _Reader:
    """Walks over the text between the marked stretches once and gives each token its letter."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.kinds: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.low: list[str] = []
        self.stretches: dict[int, marks.Stretch] = {}
        self.breaks = [sentence.start for sentence in sentences.find(body)]
        self.next_break = 0
        self.lower_words = frozenset(LOWER_WORD.findall(body))
        self.names_inside = frozenset(NAME_INSIDE.findall(body))
        self.title_case = False

    def read(self) -> Tokens:
        position = 0
        for stretch in marks.find(self.body):
            self._read_text(position, stretch.opening)
            self._break(stretch.opening)
            self.stretches[len(self.kinds)] = stretch
            self._put("Q", stretch.start, stretch.end, "")
            position = stretch.end
            if stretch.closing >= 0:
                position += 2 if self.body.startswith("''", stretch.closing) else 1
            # Sentences that begin inside the marks are none of ours.
            while self.next_break < len(self.breaks) and self.breaks[self.next_break] < position:
                self.next_break += 1
        self._read_text(position, len(self.body))
        self._put("|", len(self.body), len(self.body), "|")
        kinds = _mend_questions("".join(self.kinds), self.body, self.stretches)
        return Tokens(
            self.body,
            kinds,
            tuple(self.starts),
            tuple(self.ends),
            tuple(self.low),
            _running_count(kinds, b".|"),
            _running_count(kinds, b"|"),
            self.stretches,
        )

    def _put(self, kind: str, start: int, end: int, low: str) -> None:
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        self.low.append(low)

    def _break(self, at: int) -> None:
        """Put the sentence or paragraph break that lies before `at`, if there is one."""
        if self.next_break >= len(self.breaks) or self.breaks[self.next_break] > at:
            return
        while self.next_break < len(self.breaks) and self.breaks[self.next_break] <= at:
            self.next_break += 1
        gap = self.body[self.ends[-1] if self.ends else 0 : at]
        if "\n" in gap or not self.ends:
            self.title_case = self._is_title_case(at)
            self._put("|", at, at, "|")
        else:
            self._put(".", at, at, ".")

    def _is_title_case(self, at: int) -> bool:
        """Whether the paragraph that begins at `at` is a headline in Title Case."""
        end = self.body.find("\n", at, at + TITLE_CASE_REACH)
        if end < 0:
            return False
        words = LONG_WORD.findall(self.body, at, end)
        return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)

    def _read_text(self, start: int, end: int) -> None:
        kinds, starts, ends, lows = self.kinds, self.starts, self.ends, self.low
        next_break, settled = self._offset_of_break(), _settled().__getitem__
        for match in TOKEN.finditer(self.body, start, end):
            at, after = match.span()
            if next_break <= at:
                self._break(at)
                next_break = self._offset_of_break()
            word = match.group()
            low, kind = settled(word)
            if not kind:
                at, low, kind = self._in_context(word, low, at, after)
            kinds.append(kind)
            starts.append(at)
            ends.append(after)
            lows.append(low)

    def _offset_of_break(self) -> int:
        """Where the next sentence begins; behind the body where there is none."""
        return self.breaks[self.next_break] if self.next_break < len(self.breaks) else len(self.body) + 1

    def _in_context(self, word: str, low: str, at: int, after: int) -> tuple[int, str, str]:
        """(start, lower case, kind) of a word whose kind depends on what stands around it."""
        hyphen = _hyphen_between_names(low)
        if hyphen:
            self._put("N", at, at + hyphen, low[:hyphen])
            self._put("-", at + hyphen, at + hyphen + 1, "-")
            at, word, low = at + hyphen + 1, word[hyphen + 1 :], low[hyphen + 1 :]
        kind = _kind_of_word().get(low, "")
        if low in _phrasal():
            kind = self._phrasal_kind(_phrasal()[low], after) or kind
        if word[0] != low[0]:
            return at, low, self._capitalised(word, low, kind, after)
        if low in _offices() and self._names_an_office(low):
            return at, low, "T"
        if low in _particles() and self.kinds and self.kinds[-1] == "N":
            return at, low, "N"
        return at, low, kind or _unknown(low)

    def _phrasal_kind(self, particles: Mapping[str, str], end: int) -> str:
        following = NEXT_WORD.match(self.body, end)
        return particles.get(following.group(1), "") if following else ""

    def _capitalised(self, word: str, low: str, kind: str, end: int) -> str:
        """The kind of a word with a capital letter that ends at `end`; `kind` is what it would be without."""
        if PARTY_AND_STATE.match(word):
            return "w"
        if _is_in_capitals(word, kind):
            return "N"
        if kind in FUNCTION_OR_MONTH or (kind == "g" and low.endswith("s")):
            return kind
        if kind in ("r", "T") or self._names_an_office(low):
            return "T"
        return self._name_or_word(word, low, kind, end)

    def _name_or_word(self, word: str, low: str, kind: str, end: int) -> str:
        starts_sentence = not self.kinds or self.kinds[-1] in ".|"
        if starts_sentence and (kind in ("V", "G", "g", "o", "d", "a") or (not kind and low in self.lower_words)):
            return kind or "w"
        if self.title_case and kind in ("V", "W", "G", "U"):
            return kind
        return "w" if starts_sentence and not self._is_name(word, low, end) else "N"

    def _is_name(self, word: str, low: str, end: int) -> bool:
        """Whether a word that owes its capital to the start of a sentence is a name all the same."""
        if word in self.names_inside or low in given_names() or not word[1:].islower():
            return True
        if low.endswith(("ing", "ed")) or self.body[end : end + 1] == ",":
            return False
        following = NEXT_WORD.match(self.body, end)
        if following is None:
            return self.body[end : end + 1] in ("’", "'", ":", ".", "")
        return following.group(1)[0].isupper() or _kind_of_word().get(following.group(1), "") in tuple("VWAbR")

    def _names_an_office(self, low: str) -> bool:
        """Whether the word completes an office: "State" in "Secretary of State"."""
        before = self.kinds[-2:]
        return low in _offices() and (
            before in (["T", "F"], ["r", "F"]) or (before[-1:] == ["T"] and self.low[-1] in _offices())
        )


@cache
def _settled() -> Remembered[str, tuple[str, str]]:
    """Token -> the token in lower case, and its kind where that is the same in every context; else ""."""
    return Remembered(_settle)


def _settle(word: str) -> tuple[str, str]:
    low = word.lower()
    if not word[0].isalpha():
        return low, _sign(word)
    kind = _kind_of_word().get(low, "")
    if low in _phrasal() or _hyphen_between_names(low):
        return low, ""
    if word[0] != low[0]:
        return low, kind if kind in FUNCTION_OR_MONTH and not _is_in_capitals(word, kind) else ""
    return low, "" if low in _offices() or low in _particles() else kind or _unknown(low)


def _hyphen_between_names(low: str) -> int:
    """Where the hyphen of "Vladimir Putin-Joe Biden" stands, which are two names; 0 where there is none."""
    hyphen, given = low.find("-"), given_names()
    return hyphen if hyphen > 0 and low[hyphen + 1 :] in given and low[:hyphen] not in given else 0


def _is_in_capitals(word: str, kind: str) -> bool:
    """Whether capitals make a name of the word: US is not "us"."""
    return len(word) > 1 and word.isupper() and (kind in ("p", "P", "w", "") or len(word) == 2)


def _unknown(low: str) -> str:
    """The letter of a word in small letters that no lexicon knows, by its ending."""
    return "a" if low.endswith(ADJECTIVE_ENDINGS) else "R" if low.endswith("ly") else "w"


def _sign(word: str) -> str:
    """The letter of a token that is no word."""
    if word[0] in "’'":
        return "S"
    if word[0].isnumeric():  # ½ is no digit
        return "#"
    if word[0] in "@#":
        return "N"
    if word[0] in "-–—―":
        return "-"
    return {"[": "(", "]": ")"}.get(word, word)


def _running_count(kinds: str, counted: bytes) -> tuple[int, ...]:
    """For every token, how many of `counted` stand up to it."""
    return tuple(accumulate(kinds.encode().translate(bytes(letter in counted for letter in range(256)))))


QUESTION = re.compile(r"(?<=Q)\.(?=(?:P|[TN]{1,4}|D[aw]?[rTodg])R?[VW])")


def _mend_questions(kinds: str, body: str, stretches: Mapping[int, marks.Stretch]) -> str:
    """`kinds` with a comma for the break in “Why?” she asked, which ends no sentence."""

    def mended(match: re.Match[str]) -> str:
        end = stretches[match.start() - 1].end
        return "," if body[end - 1 : end] in "?!" else "."

    return QUESTION.sub(mended, kinds)

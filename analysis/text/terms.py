"""Terms: where the words of a lexicon stand outside quotation marks.

The lexicon may have columns of conditions beside term, class and source; each is optional, and words in it are
separated by spaces. Words in capitals, such as NUMBER, NAME, ARTICLE and STOP (the edge of a sentence, a comma), stand
for kinds of tokens: see SPECIAL.

    forms          other forms of the term, separated by |
    next           the token behind the term must be one of these
    not_next       the token behind it must be none of these
    previous       the token before it must be one of these
    not_previous   the token before it must be none of these
    spelling       "small letters": a capital makes it something else (May)

A capital letter inside a sentence makes a word a name, which no lexicon of common words is about; in a headline in
Title Case it says nothing. One dictionary of the tokens serves all lexicons, so that one more costs next to nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.lexicons import Row
from analysis.model import Article
from analysis.text import marks, quotations, tokens, words
from analysis.text.tokens import Tokens

HEADLINE, OWN, REPORTED = PLACES = ("headline", "own words", "reported statement")
SPECIAL: Mapping[str, str] = {
    "NUMBER": "#",
    "NAME": "NT",
    "NOUN": "worgdTN",
    "ARTICLE": "D",
    "PRONOUN": "PpH",
    "POSSESSIVE": "S",
    "PREPOSITION": "iFt",
    "VERB": "VWUGAb",
    "STOP": ".|,:;?-()",
}
COLUMNS: Mapping[str, tuple[bool, bool]] = {  # column -> (behind the term, must be there)
    "next": (True, True),
    "not_next": (True, False),
    "previous": (False, True),
    "not_previous": (False, False),
}
TITLE_CASE = 0.7  # share of long words with a capital that makes a line Title Case, as in analysis.text.tokens


class Hit(NamedTuple):
    """Tokens `first` up to `after`, `body[start:end]`, are the term of `row`."""

    first: int
    after: int
    start: int
    end: int
    row: Row


class Condition(NamedTuple):
    """Words and letters of kinds, one of which must (or must not) stand at a place."""

    words: frozenset[str]
    kinds: str

    def fits(self, found: Tokens, at: int) -> bool:
        """Whether token `at` is what is asked for."""
        return found.low[at] in self.words or (bool(self.kinds) and found.kinds[at] in self.kinds)


class _Neighbour(NamedTuple):
    """What the token behind (or before) a term must be, or must not be."""

    behind: bool
    wanted: bool
    condition: Condition


class _Term(NamedTuple):
    """One form of one term, and what it asks of the words beside it."""

    words: tuple[str, ...]
    key: int  # the longest of its words: the rarest as a rule, and so the one that is looked up
    order: int  # its place in the file
    row: Row
    neighbours: tuple[_Neighbour, ...]
    has_capital: bool
    only_small: bool


def find(body: str, lexicon: str) -> tuple[Hit, ...]:
    """The terms of data/lexicons/<lexicon>.csv outside quotation marks, in order; of two that overlap the first.

    Of two that begin at one token the longer counts, then the one that the file has first.
    """
    found, terms = tokens.find(body), _terms(lexicon)
    standing = [
        (at - term.key, -len(term.words), term.order, term)
        for word, at in places(body).of(terms.keys())
        for term in terms[word]
        if _stands(body, found, at - term.key, term)
    ]
    hits: list[Hit] = []
    free = 0
    for at, length, _, term in sorted(standing):
        if at >= free:
            free = at - length
            hits.append(Hit(at, free, found.starts[at], found.ends[free - 1], term.row))
    return tuple(hits)


def place(article: Article, start: int) -> tuple[str, str]:
    """(one of PLACES, the speaker of the reported statement or "") of the words at `start`, outside marks."""
    if start < article.headline_end:
        return HEADLINE, ""
    starts, reported = _reported(article)
    for index in range(bisect_right(starts, start) - 1, max(-1, bisect_right(starts, start) - 4), -1):
        if start < reported[index][0]:
            return REPORTED, reported[index][1]
    return OWN, ""


def where(at: tuple[str, str]) -> str:
    """What `place` found, as the end of a note for a reader; "" for the article's own words."""
    if at[0] == HEADLINE:
        return "; in the headline"
    return f"; in what {at[1] or 'somebody unnamed'} is reported to say" if at[0] == REPORTED else ""


def is_name(found: Tokens, at: int) -> bool:
    """Whether the capital letter of the word at token `at` makes it a name."""
    if not found.body[found.starts[at]].isupper() or found.kinds[at - 1] in ".|:?-":
        return False
    return found.paragraph[at] != 1 or not _opens_in_title_case(found.body)


@lru_cache(maxsize=64)
def narration_words(body: str) -> int:
    """How many words stand outside quotation marks."""
    return words.count(body) - sum(words.count(body, stretch.start, stretch.end) for stretch in marks.find(body))


class Places(NamedTuple):
    """Where every word outside marks stands: its last token, and for each token the one before with the same word.

    Two flat containers for a body; a list for each word would make garbage collections slow.
    """

    last: Mapping[str, int]
    before: Sequence[int]  # -1 where the word stands for the first time

    def of(self, words: Set[str]) -> Iterator[tuple[str, int]]:
        """(word, token) of every place of `words`, in no order."""
        for word in words & self.last.keys():
            at = self.last[word]
            while at >= 0:
                yield word, at
                at = self.before[at]


@lru_cache(maxsize=64)
def places(body: str) -> Places:
    """Where the words of `body` stand outside marks."""
    last: dict[str, int] = {}
    before = []
    for at, low in enumerate(tokens.find(body).low):
        before.append(last.get(low, -1))
        last[low] = at
    return Places(last, before)


@lru_cache(maxsize=64)
def _reported(article: Article) -> tuple[list[int], list[tuple[int, str]]]:
    """The starts of the statements reported without marks, and (end, speaker) of each."""
    found = [one for one in quotations.of(article) if one.kind == "indirect"]
    return [one.start for one in found], [(one.end, one.speaker) for one in found]


@cache
def _terms(lexicon: str) -> Mapping[str, tuple[_Term, ...]]:
    """Longest word of a form -> all forms of terms that have it, in the order of the file."""
    terms: dict[str, list[_Term]] = {}
    for order, row in enumerate(lexicons.rows(f"lexicons/{lexicon}.csv")):
        for form in (row["term"], *filter(None, row.get("forms", "").split("|"))):
            for term in _spelt(form, order, row):
                terms.setdefault(term.words[term.key], []).append(term)
    return {word: tuple(found) for word, found in terms.items()}


def _spelt(form: str, order: int, row: Row) -> Iterator[_Term]:
    """The form with straight and, where it has an apostrophe, with curly apostrophes."""
    asked = ((column, condition(row.get(column, ""))) for column in COLUMNS)
    neighbours = tuple(_Neighbour(*COLUMNS[column], cell) for column, cell in asked if cell is not None)
    for text in sorted({form, form.replace("'", "’")}):
        split = tuple(tokens.TOKEN.findall(text.lower()))
        key = max(range(len(split)), key=lambda at: len(split[at]))
        has_capital = any(letter.isupper() for letter in text)
        yield _Term(split, key, order, row, neighbours, has_capital, row.get("spelling", "") == "small letters")


@cache
def condition(cell: str) -> Condition | None:
    """The condition in a cell of a lexicon; None where the cell is empty."""
    if not cell:
        return None
    items = cell.split()
    return Condition(
        frozenset(spelt for item in items if item not in SPECIAL for spelt in (item, item.replace("'", "’"))),
        "".join(SPECIAL[item] for item in items if item in SPECIAL),
    )


def _stands(body: str, found: Tokens, at: int, term: _Term) -> bool:
    """Whether `term` stands at token `at` with everything it asks for."""
    after = at + len(term.words)
    if len(term.words) > 1 and found.low[at:after] != term.words:
        return False
    if not term.has_capital and (is_name(found, at) or (term.only_small and body[found.starts[at]].isupper())):
        return False
    return all(one.wanted == one.condition.fits(found, after if one.behind else at - 1) for one in term.neighbours)


@lru_cache(maxsize=64)
def _opens_in_title_case(body: str) -> bool:
    """Whether the first line is a headline in Title Case."""
    line = body.lstrip().partition("\n")[0]
    long_words = tokens.LONG_WORD.findall(line) if len(line) <= tokens.TITLE_CASE_REACH else []
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= TITLE_CASE * len(long_words)

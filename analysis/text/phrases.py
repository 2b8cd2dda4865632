"""Phrases of the word lists in a body, in one pass over its words for all lists.

In the column `term`, "clergyman|pastor" are alternatives for one word, and "…" stands for up to six words:
"we offer … services". A possessive ending does not count. Phrases end with their sentence. Terms of one word are not
phrases and are left to whoever reads them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import words

SENTENCE_BREAK = re.compile(r"[.!?;:\n]")
POSSESSIVES = ("", "’s", "'s")
GAP, GAP_WORDS = "…", 6

LEXICONS = ("paraphrase", "interests", "own_reporting")

Pattern = tuple[frozenset[str], ...]  # one set of words for each place; {GAP} stands for the words in between


class Phrase(NamedTuple):
    """`body[start:end]` is the phrase of `row`."""

    start: int
    end: int
    row: lexicons.Row


class Entry(NamedTuple):
    """One phrase of one list; `before`: how many of its words stand before the one it is looked up by.

    `step` and `beside`: where a neighbour of that word stands (1 or -1 words on), and what it may be.
    """

    pattern: Pattern
    before: int
    step: int
    beside: frozenset[str]
    lexicon: str
    row: lexicons.Row


def find(lexicon: str, body: str) -> tuple[Phrase, ...]:
    """The phrases of data/lexicons/<lexicon>.csv in `body`, in order, the longest at each place; none overlap."""
    return _all(body)[lexicon]


@lru_cache(maxsize=64)
def _all(body: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of every list in `body`."""
    index, spans = _index(), words.find(body)
    low = (*words.lowered(body), "")  # "" stands before the first word (as low[-1]) and behind the last
    found: dict[str, list[Phrase]] = {lexicon: [] for lexicon in LEXICONS}
    for at in [at for at, word in enumerate(low) if word in index]:
        for entry in index[low[at]]:
            if low[at + entry.step] not in entry.beside:
                continue
            first = at - entry.before
            after = _after(low, first, entry.pattern) if first >= 0 else 0
            if after and not SENTENCE_BREAK.search(body, spans[first][0], spans[after - 1][1]):
                found[entry.lexicon].append(Phrase(spans[first][0], spans[after - 1][1], entry.row))
    return {lexicon: tuple(_apart(phrases)) for lexicon, phrases in found.items()}


def _apart(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The longest phrase at each place, in order, without those that overlap the one before."""
    free = 0
    for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= free:
            free = phrase.end
            yield phrase


@cache
def _index() -> Mapping[str, tuple[Entry, ...]]:
    """Word -> the phrases that are looked up by it."""
    found: dict[str, list[Entry]] = {}
    for lexicon in LEXICONS:
        for row in (row for row in lexicons.rows(f"lexicons/{lexicon}.csv") if " " in row["term"]):
            pattern = tuple(map(_forms, row["term"].split()))
            before = _rarest(pattern)
            step = -1 if before + 1 == len(pattern) or GAP in pattern[before + 1] else 1
            entry = Entry(pattern, before, step, pattern[before + step], lexicon, row)
            for word in pattern[before]:
                found.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def _rarest(pattern: Pattern) -> int:
    """The place of a phrase, before any gap, with the rarest words: no function word, and long."""
    common = lexicons.terms("speakers")
    fixed = pattern[: pattern.index(frozenset([GAP]))] if frozenset([GAP]) in pattern else pattern
    rarity = [(not any(word in common for word in forms), min(map(len, forms))) for forms in fixed]
    return rarity.index(max(rarity))


def _forms(place: str) -> frozenset[str]:
    """The words that may stand at one place of a phrase."""
    if place == GAP:
        return frozenset([GAP])
    return frozenset(word + ending for word in place.split("|") for ending in POSSESSIVES)


def _after(low: Sequence[str], at: int, pattern: Pattern) -> int:
    """The number of the word behind a phrase that begins with word `at`; 0 where it is not there."""
    reach = 1  # how many places the next word may stand at
    for forms in pattern:
        if GAP in forms:
            reach = GAP_WORDS + 1
            continue
        here, stop = at, min(at + reach, len(low))
        while here < stop and low[here] not in forms:
            here += 1
        if here == stop:
            return 0
        at, reach = here + 1, 1
    return at

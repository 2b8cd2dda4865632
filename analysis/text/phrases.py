"""Phrases of a word list in a body, in one pass over its words.

In the column `term`, "clergyman|pastor" are alternatives for one word, and "…" stands for up to six words:
"we offer … services". A possessive ending does not count. Phrases end with their sentence.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import words

SENTENCE_BREAK = re.compile(r"[.!?;:\n]")
POSSESSIVES = ("", "’s", "'s")
GAP, GAP_WORDS = "…", 6

Pattern = tuple[frozenset[str], ...]  # one set of words for each place; {GAP} stands for the words in between


class Phrase(NamedTuple):
    """`body[start:end]` is the phrase of `row`."""

    start: int
    end: int
    row: lexicons.Row


@lru_cache(maxsize=64)
def find(lexicon: str, body: str) -> tuple[Phrase, ...]:
    """The phrases of data/lexicons/<lexicon>.csv in `body`, in order, the longest at each place; none overlap."""
    index, spans, low, free = _index(lexicon), words.find(body), _low(body), 0
    found = []
    for at in [at for at, word in enumerate(low[:-1]) if word in index]:
        for pattern, row in index[low[at]].get(low[at + 1], ()) if at >= free else ():
            after = _after(low, at, pattern)
            if after and not SENTENCE_BREAK.search(body, spans[at][0], spans[after - 1][1]):
                free = after
                found.append(Phrase(spans[at][0], spans[after - 1][1], row))
                break
    return tuple(found)


@lru_cache(maxsize=8)
def _low(body: str) -> tuple[str, ...]:
    """The words of `body` in small letters."""
    return tuple(body[start:end].lower() for start, end in words.find(body))


@cache
def _index(lexicon: str) -> Mapping[str, Mapping[str, tuple[tuple[Pattern, lexicons.Row], ...]]]:
    """First word -> second word -> the phrases that begin so, the longest first."""
    found: dict[str, dict[str, list[tuple[Pattern, lexicons.Row]]]] = {}
    for row in lexicons.rows(f"lexicons/{lexicon}.csv"):
        pattern = tuple(
            frozenset(word + ending for word in place.split("|") for ending in POSSESSIVES if word != GAP or not ending)
            for place in row["term"].split()
        )
        for first in pattern[0]:
            for second in pattern[1]:
                found.setdefault(first, {}).setdefault(second, []).append((pattern, row))
    return {
        first: {second: tuple(sorted(rows, key=lambda one: -len(one[0]))) for second, rows in seconds.items()}
        for first, seconds in found.items()
    }


def _after(low: tuple[str, ...], at: int, pattern: Pattern) -> int:
    """The number of the word behind a phrase that begins with word `at`; 0 where it is not there."""
    reach = 1  # how many places the next word may stand at
    for place in pattern:
        if GAP in place:
            reach = GAP_WORDS + 1
            continue
        at = next((here for here in range(at, min(at + reach, len(low))) if low[here] in place), -1) + 1
        if not at:
            return 0
        reach = 1
    return at

"""Paraphrase by machine: wording that a synonym-swapping rewriter leaves in news and that no editor writes.

Such programs replace words without their context: a foreign minister becomes an "unfamiliar clergyman", a summit a
"highest point". Cabanac, Labbé & Magazinov 2021 (arXiv 2107.06751) call these tortured phrases and found thousands in
journals; Wahle et al. 2021 (arXiv 2103.11909) show how well machines find such texts. The list of phrases is ours
(data/lexicons/paraphrase.csv). Two signs need no list: "an" or "a" left over from the word that was replaced, and
quotation marks stuck to the words around them. Each of these counts once, however often it stands there.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import words

KINDS = ("phrase", "wrong article", "stuck mark")
SENTENCE_BREAK = re.compile(r"[.!?;:\n]")
POSSESSIVES = ("", "’s", "'s")
# The character comes first and what stands before it second, which is many times as fast as the other way round.
STUCK = re.compile(r"[”“\"’‘'](?<=[a-z]{2}.)(?:(?<=[”“\"])(?=[a-z]{2})|(?<=[’‘'])(?=[a-z]{4,}[’'](?!\w)))")
# "h", "x" and "u" may sound either way, and so may a word without a vowel near its beginning ("an mri").
WRONG_AN = re.compile(r"a(?<!\w.)n (?=[b-z]{0,2}[aeiouy])[b-df-gj-np-tvwyz][a-z]{3,}(?![\w’'-])")
WRONG_A = re.compile(r"a(?<!\w.) (?!eu|ew|one|once|oui)[aeio][a-z]{3,}(?![\w’'-])")

Alternatives = tuple[frozenset[str], ...]
Row = tuple[Alternatives, str, str]  # words with their alternatives, term, what it stands for


class Sign(NamedTuple):
    """`body[start:end]` is a sign of one of KINDS; `key` tells signs of one sort apart, `why` is a clause."""

    start: int
    end: int
    kind: str
    key: str
    why: str


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Sign, ...]:
    """The signs in `body`, in order; a sort of sign may stand there more than once."""
    return tuple(sorted([*_phrases(body), *_articles(body), *_stuck(body)]))


def sorts(signs: tuple[Sign, ...]) -> int:
    """How many different signs there are: a phrase repeated counts once."""
    return len({sign.key for sign in signs})


def is_likely(body: str) -> bool:
    """Whether `body` was likely paraphrased by a machine: enough different signs."""
    return sorts(find(body)) >= lexicons.threshold("paraphrase_signs")


@cache
def _index() -> Mapping[str, Mapping[str, tuple[Row, ...]]]:
    """First word -> second word -> the phrases that begin so, the longest first. Possessives count as their words."""
    found: dict[str, dict[str, list[Row]]] = {}
    for row in lexicons.rows("lexicons/paraphrase.csv"):
        alternatives = tuple(
            frozenset(word + ending for word in words_there.split("|") for ending in POSSESSIVES)
            for words_there in row["term"].split()
        )
        for first in alternatives[0]:
            for second in alternatives[1]:
                found.setdefault(first, {}).setdefault(second, []).append(
                    (alternatives, row["term"], row["stands_for"])
                )
    return {
        first: {second: tuple(sorted(rows, key=lambda row: -len(row[0]))) for second, rows in seconds.items()}
        for first, seconds in found.items()
    }


def _phrases(body: str) -> Iterator[Sign]:
    """The phrases of the list, also inside quotation marks; no place counts for two of them."""
    index, spans, free = _index(), words.find(body), 0
    low = [body[start:end].lower() for start, end in spans]
    for at in [at for at, word in enumerate(low[:-1]) if word in index]:
        for alternatives, term, stands_for in index[low[at]].get(low[at + 1], ()):
            start, end = _place(spans, low, at, alternatives)
            if end and at >= free and not SENTENCE_BREAK.search(body, start, end):
                free = at + len(alternatives)
                yield Sign(start, end, "phrase", term, f"stands for “{stands_for}”")
                break


def _place(spans: words.Words, low: list[str], at: int, alternatives: Alternatives) -> tuple[int, int]:
    """The offsets of a phrase that begins with word `at`, or two zeros."""
    there = low[at : at + len(alternatives)]
    if len(there) < len(alternatives) or any(
        word not in known for word, known in zip(there, alternatives, strict=True)
    ):
        return 0, 0
    return spans[at][0], spans[at + len(alternatives) - 1][1]


def _articles(body: str) -> Iterator[Sign]:
    """ "An" before a consonant and "a" before a vowel: the article of the word that was replaced."""
    for match in (*WRONG_AN.finditer(body), *WRONG_A.finditer(body)):
        article, following = match.group().split(" ")
        yield Sign(*match.span(), "wrong article", "wrong article", f"“{article}” does not fit “{following}”")


def _stuck(body: str) -> Iterator[Sign]:
    """Quotation marks without a space before them: that”people."""
    for match in STUCK.finditer(body):
        yield Sign(*match.span(), "stuck mark", "stuck mark", "a quotation mark is stuck to the words around it")

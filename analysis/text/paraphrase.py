"""Paraphrase by machine: wording that a synonym-swapping rewriter leaves in news and that no editor writes.

Such programs replace words without their context: a foreign minister becomes an "unfamiliar clergyman", a summit a
"highest point". Cabanac, Labbé & Magazinov 2021 (arXiv 2107.06751) call these tortured phrases and found thousands in
journals; Wahle et al. 2021 (arXiv 2103.11909) show how well machines find such texts. The list of phrases is ours
(data/lexicons/paraphrase.csv). Two signs need no list: "an" or "a" left over from the word that was replaced, and
quotation marks stuck to the words around them. Each of these counts once, however often it stands there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import phrases

KINDS = ("phrase", "wrong article", "stuck mark")
# The character comes first and what stands before it second, which is many times as fast as the other way round.
STUCK = re.compile(r"[”“\"’‘'](?<=[a-z]{2}.)(?:(?<=[”“\"])(?=[a-z]{2})|(?<=[’‘'])(?=[a-z]{4,}[’'](?!\w)))")
# "h", "x" and "u" may sound either way, and so may a word without a vowel near its beginning ("an mri").
WRONG_AN = re.compile(r"a(?<!\w.)n (?=[b-z]{0,2}[aeiouy])[b-df-gj-np-tvwyz][a-z]{3,}(?![\w’'-])")
WRONG_A = re.compile(r"a(?<!\w.) (?!eu|ew|one|once|oui)[aeio][a-z]{3,}(?![\w’'-])")


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


def _phrases(body: str) -> Iterator[Sign]:
    """The phrases of the list, also inside quotation marks."""
    for start, end, row in phrases.find("paraphrase", body):
        yield Sign(start, end, "phrase", row["term"], f"stands for “{row['stands_for']}”")


def _articles(body: str) -> Iterator[Sign]:
    """ "An" before a consonant and "a" before a vowel: the article of the word that was replaced."""
    for match in (*WRONG_AN.finditer(body), *WRONG_A.finditer(body)):
        article, following = match.group().split(" ")
        yield Sign(*match.span(), "wrong article", "wrong article", f"“{article}” does not fit “{following}”")


def _stuck(body: str) -> Iterator[Sign]:
    """Quotation marks without a space before them: that”people."""
    for match in STUCK.finditer(body):
        yield Sign(*match.span(), "stuck mark", "stuck mark", "a quotation mark is stuck to the words around it")

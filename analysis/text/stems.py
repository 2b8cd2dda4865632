"""Stems: the content words of a body, brought to a form that "resigned", "resigns" and "resignation" share.

Light stemming for matching texts with each other, never for showing: endings are cut while four letters stay, British
spellings become American, and function words and bare verbs of saying are left out. A hyphen parts two words, because
one outlet writes "dry-season" and another "dry season".
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import words

LEXICON = "stems"
SHORTEST = 4  # letters that must stay
SEPARATOR = re.compile(r"[^-–/]+")
POSSESSIVE = ("'s", "’s", "s'", "s’")


class Stem(NamedTuple):
    """`body[start:end]` is a content word, `stem` what it is matched by."""

    start: int
    end: int
    stem: str


@cache
def _function_words() -> frozenset[str]:
    return lexicons.classes(LEXICON)["function word"]


@cache
def _names() -> frozenset[str]:
    """Names in capitals that would be function words otherwise: US."""
    return lexicons.classes(LEXICON)["name"]


@cache
def _suffixes() -> tuple[tuple[str, int], ...]:
    """(suffix, letters that must stay before it), longest first."""
    classes = lexicons.classes(LEXICON)
    found = [(ending, SHORTEST) for ending in classes["suffix"]] + [(ending, 3) for ending in classes["inflection"]]
    return tuple(sorted(found, key=lambda one: (-len(one[0]), one[0])))


@cache
def _spellings() -> Mapping[str, str]:
    """British ending -> American ending, longest first."""
    return {row["term"]: row["to"] for row in lexicons.rows(f"lexicons/{LEXICON}.csv") if row["class"] == "spelling"}


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Stem, ...]:
    """The content words of `body` with their stems, in order."""
    found: list[Stem] = []
    for start, end in words.find(body):
        word = body[start:end]
        if "-" not in word:
            if stem := of(word):
                found.append(Stem(start, end, stem))
            continue
        for part in SEPARATOR.finditer(word):
            if stem := of(part.group()):
                found.append(Stem(start + part.start(), start + part.end(), stem))
    return tuple(found)


@lru_cache(maxsize=65_536)
def of(word: str) -> str:
    """The stem of one word; "" for a function word."""
    low = word.lower().replace("’", "'")
    if low in _function_words() and word not in _names():
        return ""
    low = low.removesuffix("'s").removesuffix("'")
    if low[:1].isdigit():
        return low.replace(",", "")
    low = low.replace(".", "")
    return _cut(low) if low.isalpha() and len(low) >= SHORTEST else low


def _cut(low: str) -> str:
    """`low` without its ending."""
    for british, american in _spellings().items():
        if low.endswith(british) and len(low) - len(british) >= 2:
            low = low.removesuffix(british) + american
            break
    for suffix, least in _suffixes():
        if low.endswith(suffix) and len(low) - len(suffix) >= least and not low.endswith("ss"):
            low = low.removesuffix(suffix)
            break
    doubled = low[-1] == low[-2] and low[-1] not in "aeiosl"
    return low[:-1] if doubled else low

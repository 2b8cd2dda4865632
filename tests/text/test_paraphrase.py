import json
from pathlib import Path

import pytest

from analysis import lexicons
from analysis.text import paraphrase
from tests.timing import assert_linear

# Eight short invented reports and what a rewriter makes of them, written before the list of phrases was.
SPUN = json.loads((Path(__file__).parent / "spun.json").read_text(encoding="utf-8"))
FLAGGED = 6  # of the eight, at the first run; nothing was added to the list to reach the other two


def phrases(body):
    return [body[sign.start : sign.end] for sign in paraphrase.find(body)]


def test_three_of_four_rewritten_reports_are_flagged():
    assert sum(paraphrase.is_likely(report["spun"]) for report in SPUN) >= FLAGGED


@pytest.mark.parametrize("report", SPUN, ids=lambda report: report["topic"])
def test_a_plain_report_shows_no_sign(report):
    assert phrases(report["plain"]) == []


def test_of_the_teaching_case_only_the_rewritten_article_is_flagged(case_articles):
    flagged = {article.id: paraphrase.is_likely(article.body) for article in case_articles}
    assert [name for name, likely in flagged.items() if likely] == ["newsglim24"]
    assert not any(paraphrase.find(article.body) for article in case_articles if article.id != "newsglim24")


def test_each_phrase_says_what_it_stands_for():
    (sign,) = paraphrase.find("The unfamiliar clergyman’s plane landed in Tolmere.")
    assert (sign.kind, sign.why) == ("phrase", "stands for “foreign minister”")


def test_a_phrase_repeated_is_one_sign():
    signs = paraphrase.find("An unfamiliar clergyman met another unfamiliar clergyman. Unfamiliar clergymen talk.")
    assert len(signs) == 3
    assert paraphrase.sorts(signs) == 1


def test_phrases_inside_quotation_marks_count_because_rewriters_change_quotations_too():
    assert phrases("“We met the unfamiliar clergyman,” she said.") == ["unfamiliar clergyman"]


def test_the_end_of_a_sentence_parts_a_phrase():
    assert phrases("The place was unfamiliar. Clergyman Orrin Tave arrived later.") == []


def test_the_longest_phrase_at_a_place_counts_and_no_place_counts_twice():
    assert phrases("They agreed to maintain their first summit in June.") == ["maintain their first summit"]


@pytest.mark.parametrize("wrong", ["an dissident", "a agreement", "an minister"])
def test_the_article_of_the_word_that_was_replaced_is_a_sign(wrong):
    assert phrases(f"They arrested {wrong} on Friday.") == [wrong]


@pytest.mark.parametrize(
    "right",
    ["an hour", "an heir", "a European", "a united front", "a one-off", "an FBI agent", "an MRI", "a user", "an x-ray"],
)
def test_articles_that_follow_the_sound_are_no_sign(right):
    assert phrases(f"They wanted {right} on Friday.") == []


@pytest.mark.parametrize(
    "stuck", ["clear that”people won’t wait", 'hoped"nothing new" comes', "sees no’breakthrough’ now"]
)
def test_a_mark_stuck_between_words_is_a_sign(stuck):
    signs = paraphrase.find(f"She {stuck}.")
    assert {sign.kind for sign in signs} == {"stuck mark"}
    assert paraphrase.sorts(signs) == 1


@pytest.mark.parametrize(
    "plain", ["the boys’ toys", "rock ’n’ roll", "O’Brien’s", "“Why?” she asked", "the so-called ‘deal’"]
)
def test_apostrophes_and_marks_in_their_places_are_no_sign(plain):
    assert paraphrase.find(f"It was {plain} again.") == ()


def test_the_list_has_phrases_of_two_words_and_more_and_none_twice():
    rows = lexicons.rows("lexicons/paraphrase.csv")
    assert len(rows) >= 200
    assert len({row["term"] for row in rows}) == len(rows)
    for row in rows:
        assert row["stands_for"], row
        assert len(row["term"].split()) >= 2, row
        assert row["term"] == row["term"].lower()


def test_time_grows_with_the_length_of_the_text():
    for flood in ("an x" * 50_000, "ab”cd" * 50_000, "ab’cdef" * 50_000, "unfamiliar " * 50_000):
        assert_linear(paraphrase.find, flood)

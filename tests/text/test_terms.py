import pytest

from analysis import lexicons
from analysis.model import Article
from analysis.text import terms

WORDED = ("distancing", "hedges_boosters", "loaded_words")


def found(body, lexicon="hedges_boosters"):
    return [body[hit.start : hit.end] for hit in terms.find(body, lexicon)]


def test_words_inside_quotation_marks_are_nobodys_narration():
    assert found("The wall may fall. “It may stand, perhaps,” Ann Vale said.") == ["may"]


def test_a_term_of_several_words_is_one_hit():
    assert found("As a matter of fact, the wall holds.") == ["As a matter of fact"]


def test_of_two_terms_at_one_place_the_longer_counts():
    assert found("The wall is almost certainly lost.") == ["almost certainly"]


def test_straight_and_curly_apostrophes_are_one():
    assert found("It isn't clear who built it.") == ["isn't clear"]
    assert found("It isn’t clear who built it.") == ["isn’t clear"]


def test_a_capital_inside_a_sentence_makes_a_name():
    assert found("Reporters of the Regime Herald saw the regime fall.", "loaded_words") == ["regime"]


def test_a_headline_in_title_case_has_no_names_by_its_capitals_alone():
    assert found("Council Slams Harbour Plan As Brutal\n\nThe vote was late.", "loaded_words") == ["Slams", "Brutal"]


@pytest.mark.parametrize("text", ["Ann Vale Regime", "In May the wall fell.", "The military might of Ostrel grew."])
def test_what_a_condition_excludes_is_no_hit(text):
    assert found(text) == []


def test_a_place_is_headline_own_words_or_a_reported_statement():
    headline = "Wall may fall"
    body = f"{headline}\n\nThe quay may close. Ann Vale said that the town may pay for it."
    article = Article(id="a", body=body, headline=headline)
    places = [terms.place(article, hit.start) for hit in terms.find(body, "hedges_boosters")]
    assert places == [("headline", ""), ("own words", ""), ("reported statement", "Ann Vale")]


def test_narration_is_what_stands_outside_marks():
    assert terms.narration_words("The mayor called it “a gift to us” on Monday.") == 6


@pytest.mark.parametrize("lexicon", WORDED)
def test_every_condition_is_made_of_words_and_known_kinds(lexicon):
    for row in lexicons.rows(f"lexicons/{lexicon}.csv"):
        for column in terms.COLUMNS:
            for item in row[column].split():
                assert item in terms.SPECIAL or item.islower() or item.isdigit(), f"{row['term']}: {item}"


@pytest.mark.parametrize("lexicon", WORDED)
def test_no_form_stands_twice_in_a_list(lexicon):
    rows = lexicons.rows(f"lexicons/{lexicon}.csv")
    written = [form for row in rows for form in (row["term"], *row["forms"].split("|")) if form]
    assert sorted({form for form in written if written.count(form) > 1}) == []


def test_a_long_line_of_terms_is_read_in_linear_time():
    assert len(terms.find("perhaps " * 20_000, "hedges_boosters")) == 20_000


def test_an_empty_body_has_no_terms():
    assert terms.find("", "loaded_words") == ()

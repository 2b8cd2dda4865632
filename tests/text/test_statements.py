import pytest

from analysis.text import statements

NAMED, OTHER, NO_SOURCE = statements.LEVELS


def levels(body, start=0):
    return [one.level for one in statements.find(body, start)]


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("Mayor Ines Okafor said the wall would be rebuilt.", NAMED),
        ("The town council said the wall would be rebuilt.", NAMED),
        ("An official said the wall would be rebuilt.", OTHER),
        ("The wall was built in 1907 of grey stone.", NO_SOURCE),
    ],
)
def test_a_statement_rests_on_whoever_says_it(body, level):
    assert levels(body) == [level]


def test_all_sentences_of_one_quotation_rest_on_its_speaker():
    body = "“The wall is nine years late. Nobody will miss the old one,” Mayor Ines Okafor said."
    assert set(levels(body)) == {NAMED}


def test_a_headline_and_a_cry_are_no_statements():
    headline = "Mayor says the wall will fall"
    assert levels(f"{headline}\n\nEnough is enough!", len(headline)) == []
    assert levels("") == []


def test_the_best_source_of_a_sentence_counts():
    body = "An official called it late, and Mayor Ines Okafor said it was “nine years late”."
    (one,) = statements.find(body)
    assert (one.level, one.source) == (NAMED, "Ines Okafor")

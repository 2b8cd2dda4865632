import pytest

from analysis.text import names, voices


def reasons(body, name):
    return [(body[one.start : one.end], one.why) for one in voices.mentions(body)[name]]


def test_every_mention_of_a_voice_says_why_it_was_joined():
    body = "Harbour spokesman Tomas Reyl said no. He told us more. “No,” the spokesman said."
    (first, pronoun, role) = reasons(body, "Tomas Reyl")
    assert first[1] == voices.BY_NAME
    assert pronoun == ("He", "who spoke last")
    assert role == ("the spokesman", "the text gives this voice that office")


def test_a_name_that_is_only_alike_is_not_joined():
    assert set(voices.mentions("We met Peter Lund and Peter Lundgren.")) == {"Peter Lund", "Peter Lundgren"}


def test_a_description_keeps_the_body_it_speaks_for():
    body = "A spokesman for the Harbour Board said no."
    assert voices.description(body, 0) == "a spokesman for the Harbour Board"


@pytest.mark.parametrize(
    "whole",
    [
        "a person with knowledge of the talks",
        "a person familiar with the matter",
        "a friend inside the building",
        "a person close to the council’s majority",
    ],
)
def test_a_nameless_voice_keeps_what_is_told_of_it(whole):
    assert voices.description(f"{whole.capitalize()} said no.", 0) == whole


def test_a_place_is_not_told_of_a_nameless_voice():
    assert voices.description("A letter in a tin was found there.", 0) == "a letter"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Officials said no.", "officials"),
        ("Democrats said no.", "Democrats"),
        ("Russians said no.", "Russians"),
        ("Vote\n\nWe met Harbour Officials there. Officials said no.", "Officials"),
        ("Vote\n\nHouse members met. We saw the House members there. House members said no.", "House members"),
    ],
)
def test_a_capital_stays_where_it_is_more_than_the_start_of_a_sentence(body, expected):
    assert voices.description(body, len(names.find(body).mentions) - 1) == expected

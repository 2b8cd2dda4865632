import pytest

from analysis import lexicons
from analysis.text import labels


def found(body):
    """(text, kind, actor, form) of every label."""
    return [(one.text, one.kind, one.actor, one.form) for one in labels.find(body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor, Mr. Reyl, left.", ("Mr. Reyl", "person", "Reyl", "name with title")),
        ("Anna Vale left.", ("Anna Vale", "person", "Anna Vale", "name")),
        ("Yesterday President Anna Vale left.", ("President Anna Vale", "person", "Anna Vale", "name with title")),
        ("Anna Vale, a former spy, left.", ("former spy", "person", "Anna Vale", "apposition")),
        ("Then the Kremlin refused.", ("Kremlin", "group", "Russia", "name")),
        ("Protesters filled the square.", ("Protesters", "group", "people who protest", "word")),
        ("Then a violent mob filled the square.", ("violent mob", "group", "people who protest", "word")),
        ("The invasion of Norland began.", ("invasion of Norland", "event", "war or invasion", "word")),
        ("The special military operation began.", ("special military operation", "event", "war or invasion", "word")),
        ("The so-called “operation” began.", ("“operation”", "event", "war or invasion", "word")),
    ],
)
def test_a_label_has_its_actor_and_its_form(text, expected):
    assert expected in found(text)


def test_a_title_behind_a_word_is_no_place():
    assert ("meeting", "event", "talks", "word") in found("The meeting of Russian ministers ended.")


def test_a_description_goes_to_the_person_with_that_office():
    body = "Prime Minister Anna Vale spoke. The prime minister then left."
    assert ("prime minister", "person", "Anna Vale", "description") in found(body)


@pytest.mark.parametrize(
    "text",
    [
        "She lives in Moscow.",
        "A Russian ship came.",
        "“The regime must fall,” she said.",
        "Government officials came.",
        "He left it to her.",
    ],
)
def test_places_adjectives_quotations_and_pronouns_name_no_actor(text):
    assert found(text) == []


def test_what_stands_behind_a_name_and_speaks_is_no_apposition():
    assert "apposition" not in {form for *_, form in found("It was Anna Vale, the mayor said, who left.")}


def test_a_label_is_the_words_at_its_offsets():
    body = "Anna Vale, a former spy,\nleft the\npalace after the coup."
    for one in labels.find(body):
        assert one.text == " ".join(body[one.start : one.end].split())


def test_a_country_beside_a_word_is_its_place():
    (label,) = [one for one in labels.find("The invasion of Ukraine began.") if one.kind == "event"]
    assert label.place == "Ukraine"


def test_every_word_of_the_families_is_for_a_group_or_an_event():
    assert {row["kind"] for row in lexicons.rows("lexicons/labels.csv")} == {"group", "event"}


def test_an_empty_body_has_no_labels():
    assert labels.find("") == ()

import pytest

from analysis import lexicons
from analysis.measures import attribution_verbs, distancing
from analysis.model import Article


def article(body):
    return Article(id="a", body=body)


def spans(body):
    return [(body[span.start : span.end], span.kind, span.label) for span in distancing.find(article(body))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The so-called reform failed.", ("so-called", "doubt", "reform")),
        ("The supposed ceasefire ended.", ("supposed", "doubt", "ceasefire")),
        ("The so-called “reform” failed.", ("so-called", "doubt", "“reform”")),
        ("He denies the alleged theft.", ("alleged", "charge", "theft")),
        ("The wall is reportedly weak.", ("reportedly", "hearsay", "")),
        ("The wall is said to be weak.", ("said to be", "hearsay", "")),
        ("The vote goes on despite Ostrel's allegations.", ("allegations", "claim", "Ostrel")),
        ("Voters doubt Ostrel's claims.", ("claims", "claim", "Ostrel")),
        ("The so-called “reform,” he thinks, failed.", ("so-called", "doubt", "“reform”")),
        ("They feared a purported Norland “raid” on Monday.", ("purported", "doubt", "Norland “raid”")),
        ("An unconfirmed report says so.", ("unconfirmed", "unproven", "report")),
        ("He spoke, without evidence, of fraud.", ("without evidence", "unproven", "")),
        ("Troops left what Ostrel calls a safe zone.", ("what Ostrel calls", "naming at a distance", "")),
    ],
)
def test_a_distancing_word_has_its_class_and_what_it_is_aimed_at(text, expected):
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The train was supposed to leave.",
        "Vale supposed that it would rain.",
        "“A so-called reform,” she said.",
        "The insurance claims were paid.",
        "He calls his mother on Sundays.",
        "The attack claimed three lives.",
        "Police suspected arson.",
        "They met in the name of Ostrel.",
        "What do you call a ship without a sail?",
        "A court needs more than a charge without evidence of intent.",
    ],
)
def test_other_senses_keep_no_distance(text):
    assert spans(text) == []


def test_what_is_a_verb_of_saying_is_not_counted_again():
    body = "Ann Vale claimed that the wall was weak. Her claim that Reyl lied was false."
    counted = {span.start for span in attribution_verbs.find(article(body)) if span.kind == "doubting"}
    assert counted
    assert not counted & {span.start for span in distancing.find(article(body))}


def test_no_verb_of_doubt_stands_in_the_list():
    verbs = {row["term"] for row in lexicons.rows("lexicons/attribution_verbs.csv") if row["class"] == "doubting"}
    own = {row["term"] for row in lexicons.rows("lexicons/distancing.csv") if not row["previous"]}
    assert not verbs & own


def test_a_reported_statement_is_told_in_the_note():
    (span,) = distancing.find(article("Ann Vale said that the alleged theft was a joke."))
    assert span.note.endswith("in what Ann Vale is reported to say")


def test_five_words_have_a_rate_and_four_a_reason():
    five = distancing.score(article("The alleged plan. " * 5))
    assert {value.part: value.number for value in five.values}["distancing rate"] == pytest.approx(1000 / 3)
    four = {value.part: value for value in distancing.score(article("The alleged plan. " * 4)).values}
    assert four["distancing rate"].number is None
    assert "4 found" in four["distancing rate"].missing


def test_the_count_is_the_sum_of_its_classes():
    found = {
        value.part: value.number
        for value in distancing.score(article("The alleged plan, the so-called reform, reportedly weak.")).values
    }
    assert found["distancing words"] == sum(found[kind] for kind in distancing.CLASSES) == 3

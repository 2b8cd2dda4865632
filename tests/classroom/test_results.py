"""What a class found, checked by hand on a small class."""

import dataclasses

import pytest

from analysis.classroom import machine, marks, results, units
from analysis.classroom.marks import Mark
from analysis.classroom.records import Answer

SPANS = ("scare", "speech")


def coded(task, by_coder):
    """name -> {unit: value} as answers."""
    return {name: tuple(Answer(task, unit, value) for unit, value in own.items()) for name, own in by_coder.items()}


@pytest.fixture
def claims(assignment):
    class_ = coded(
        "claims",
        {
            "Ada": {"A:toll": "reported", "A:baker": "not reported", "B:toll": "reported", "B:baker": "reported"},
            "Ben": {"A:toll": "reported", "A:baker": "reported", "B:toll": "reported", "B:baker": "reported"},
            "Cem": {"A:toll": "not reported", "A:baker": "not reported"},
        },
    )
    return results.compare(assignment, class_, "claims")


def test_every_unit_lists_who_gave_which_value(claims):
    toll = claims.judged[0]
    assert toll.given == {"reported": ("Ada", "Ben"), "not reported": ("Cem",)}
    assert (toll.words, toll.key, toll.majority) == ("There is a toll.", "reported", "reported")
    assert toll.agreeing == pytest.approx(1 / 3)


def test_disagreements_come_first_where_they_are_largest(claims):
    assert [one.unit.id for one in claims.disagreements()] == ["A:toll", "A:baker"]


def test_few_units_give_no_alpha(claims):
    [found] = claims.parts
    assert (found.title, found.unit) == ("Reported or not", "claim in an article")
    assert found.agreement.alpha is None
    assert "Only 4 judged" in found.agreement.missing


def test_class_coders_and_machine_are_held_against_the_key(claims):
    found = {(one.who, one.reference): (one.same, one.units) for one in results.matches(claims)}
    assert found["The class", "key"] == (2, 2)
    assert found["Ada", "key"] == (2, 2)
    assert found["Cem", "key"] == (1, 2)
    assert found["The class", "machine"][1] == 4


def test_a_level_vote_has_no_majority(assignment):
    class_ = coded("claims", {"Ada": {"A:toll": "reported"}, "Ben": {"A:toll": "not reported"}})
    assert results.compare(assignment, class_, "claims").judged[0].majority == ""


def test_articles_can_be_picked(assignment):
    class_ = coded("claims", {"Ada": {"A:toll": "reported", "B:toll": "reported"}})
    assert [one.unit.letter for one in results.compare(assignment, class_, "claims", ["B"]).judged] == ["B", "B"]


@pytest.fixture
def quoting(assignment):
    return dataclasses.replace(assignment, tasks=("quotations",), key=())


def test_marked_words_are_compared_word_by_word(quoting):
    body = quoting.articles[1].body
    [unit] = [
        one
        for one in units.find(quoting, "quotations")
        if one.letter == "B" and "Ida Morn" in body[one.start : one.end]
    ]
    start = body.index("We will not pay")
    whole = marks.write([Mark(start, start + 15, "marks", "Ida Morn")])
    less = marks.write([Mark(start, start + 7, "marks", "ida morn")])
    class_ = coded("quotations", {"Ada": {unit.id: whole}, "Ben": {unit.id: less}, "Cem": {unit.id: "[]"}})
    hot = list(results.heat(quoting, class_, "quotations", "marks"))
    assert [(body[one.start : one.end], one.count, one.coders) for one in hot] == [("We will", 2, 3), ("not pay", 1, 3)]
    judged = results.compare(quoting, class_, "quotations")
    assert next(one for one in judged.judged if one.unit == unit).counts == {"marks": 2, "none": 1}
    by_word, speakers = (part.agreement for part in judged.parts)
    assert by_word.units == 9  # We will not pay, said Ida Morn, a baker
    assert speakers.prevalence == {"Ida Morn": 1.0}


def test_the_machine_against_itself_agrees_word_by_word(assignment):
    asked = dataclasses.replace(assignment, tasks=("quotations", "spans", "tone", "claims"), key=())
    twice = {"one": machine.answers(asked), "two": machine.answers(asked)}
    for task in asked.tasks:
        assert all(part.agreement.percent in (1, None) for part in results.compare(asked, twice, task).parts)


def test_heat_counts_the_value_asked_for(assignment):
    unit = next(one for one in units.find(assignment, "spans") if one.letter == "B")
    class_ = coded("spans", {"Ada": {unit.id: "scare"}, "Ben": {unit.id: "scare"}, "Cem": {unit.id: "term"}})
    [hot] = results.heat(assignment, class_, "spans", "scare")
    assert (hot.start, hot.count, hot.coders) == (unit.start, 2, 3)


def test_written_answers_have_no_agreement(assignment):
    class_ = coded("questions", {"Ada": {"q1": "The first."}})
    found = results.compare(assignment, class_, "questions")
    assert found.parts == ()
    assert found.judged[0].given == {"The first.": ("Ada",)}

"""Assignment files: what goes out comes in again, and what is wrong is named."""

import dataclasses
import json

import pytest

from analysis import cases
from analysis.classroom import access, files, machine, ready_made, units
from analysis.classroom.records import HandIn, tasks
from analysis.errors import Refused, UnreadableInput


def changed(text, **fields):
    raw = json.loads(text)
    raw["assignment"] |= fields
    return json.dumps(raw)


def test_an_assignment_survives_its_file(assignment):
    assert files.read(files.write(assignment)) == assignment


def test_a_file_from_before_a_field_was_added_still_opens(assignment):
    raw = json.loads(files.write(assignment))
    for field in ("rubric", "retain_until", "roundup_words", "sides"):
        del raw["assignment"][field]
    assert files.read(json.dumps(raw)).title == assignment.title


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: "{", "not JSON"),
        (lambda text: "[]", "not JSON"),
        (lambda text: '{"parallax": 1}', "none of Parallax"),
        (lambda text: text.replace('"parallax_assignment": 1', '"parallax_assignment": 99'), "newer Parallax"),
        (lambda text: changed(text, tasks=["weather"]), "no task “weather”"),
        (lambda text: changed(text, articles=[]), "at least one article"),
        (lambda text: changed(text, articles=[{"id": "x", "body": " "}]), "neither text nor address"),
        (lambda text: changed(text, title=7), r"damaged at assignment\.title"),
        (lambda text: changed(text, key=[{"task": "claims", "unit": "A:x", "value": "reported"}]), "answer key"),
    ],
)
def test_a_bad_assignment_file_is_refused_with_the_reason(assignment, damage, told):
    with pytest.raises(UnreadableInput, match=told):
        files.read(damage(files.write(assignment)))


def test_a_hand_in_is_checked_field_by_field(assignment):
    good = files.write_hand_in(HandIn("a1", "Ada", ()))
    assert files.read_hand_in(good, assignment).name == "Ada"
    nested = json.dumps([{"task": "claims", "unit": "A:toll", "value": "reported"}] * 2)
    for bad in (good.replace("Ada", " "), good.replace('"answers": []', f'"answers": {nested}')):
        with pytest.raises(UnreadableInput):
            files.read_hand_in(bad, assignment)


@pytest.mark.parametrize(
    "value", ["x", "[" * 9000, "{}", "[[0, 5]]", '[[0, 5, "loud", ""]]', '[[0, 9999, "marks", ""]]']
)
def test_marks_that_are_none_are_refused(assignment, value):
    asked = dataclasses.replace(assignment, tasks=("quotations",))
    unit = units.find(asked, "quotations")[0].id
    with pytest.raises(Refused):
        units.check(asked, "quotations", unit, value)


@pytest.mark.parametrize("case", cases.ids())
def test_every_teaching_case_makes_an_assignment_with_a_key_that_fits(case):
    made = ready_made.make(case, tasks=tuple(tasks())[:5])
    assert files.problems(made) == []
    asked = units.by_id(made)
    assert {(one.task, one.unit) for one in made.key} <= set(asked)
    for task in ("spans", "quotations", "claims"):
        keyed = [one for one in made.key if one.task == task]
        assert len(keyed) >= 0.9 * len(units.find(made, task))
    assert {(one.task, one.unit) for one in machine.answers(made)} <= set(asked)


@pytest.mark.parametrize("case", cases.ids())
def test_hidden_outlets_leave_every_unit_where_it_was(case):
    made = ready_made.make(case, tasks=tuple(tasks())[:5])
    shown = access.for_students(made)
    assert list(units.by_id(shown)) == list(units.by_id(made))
    text = files.write(shown)
    for article in made.articles:
        assert article.outlet.removesuffix(" (invented)") not in text
        assert article.url not in text
        assert f'"{article.id}"' not in text


def test_outlets_that_are_not_hidden_are_shown(assignment):
    shown = access.for_students(dataclasses.replace(assignment, hide_outlets=False))
    assert shown.articles[0].outlet == "The Quay Gazette (invented)"
    assert shown.articles[0].id == "A"
    assert shown.key == ()

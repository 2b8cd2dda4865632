"""What an instructor types becomes claims, questions, a rubric and a key."""

import dataclasses

import pytest

from analysis.classroom import access, drafting, files, instructing, taking_part
from analysis.classroom.records import Answer, Claim, Criterion, Question
from analysis.errors import NoAccess, Refused


def test_a_known_claim_keeps_its_id_and_others_get_ids_that_differ():
    found = drafting.read_claims("There is a toll.\n\nA new one!\n a  new one\n", [Claim("toll", "There is a toll.")])
    assert [one.id for one in found] == ["toll", "a-new-one", "a-new-one-2"]


def test_a_question_may_limit_its_words():
    assert drafting.read_questions("Why?\nWho says so? | 150 words") == (
        Question("question-1", "Why?"),
        Question("question-2", "Who says so?", 150),
    )


def test_a_rubric_needs_points():
    assert drafting.read_rubric("Evidence | 10 | names the words\nStyle | 5") == (
        Criterion("Evidence", 10, "names the words"),
        Criterion("Style", 5),
    )
    with pytest.raises(Refused, match="points"):
        drafting.read_rubric("Style")


def test_texts_that_may_not_be_passed_on_stay_out(assignment):
    kept = drafting.for_coding(assignment.articles, only_addresses=True)
    assert [(one.body, one.url) for one in kept] == [("", one.url) for one in assignment.articles]


def test_tasks_on_the_text_need_a_text(assignment):
    bare = dataclasses.replace(
        assignment, articles=drafting.for_coding(assignment.articles, only_addresses=True), key=()
    )
    assert "need the text" in files.problems(bare)[0]
    assert files.problems(dataclasses.replace(bare, tasks=("claims",))) == []
    [first, _] = access.for_students(bare).articles
    assert first.url == "https://quaygazette.example/bridge"  # there is no other way to read it


def test_an_instructor_makes_the_key_by_doing_the_assignment(any_store, handed_out, join):
    key = join("Key")
    taking_part.save(any_store, key, Answer("claims", "B:toll", "reported"))
    [work] = instructing.room(any_store, handed_out.key).works
    with pytest.raises(Refused, match="not handed in"):
        instructing.use_as_key(any_store, handed_out.key, work.participant)
    taking_part.submit(any_store, key)
    assert instructing.use_as_key(any_store, handed_out.key, work.participant) == 1
    room = instructing.room(any_store, handed_out.key)
    assert room.assignment.key == (Answer("claims", "B:toll", "reported"),)
    assert room.works == ()
    with pytest.raises(NoAccess):
        taking_part.handout(any_store, key)


def test_a_key_for_tasks_that_are_not_asked_is_left_out(assignment):
    fewer = dataclasses.replace(assignment, tasks=("tone",))
    assert drafting.fitting_key(fewer, assignment.key) == ()

"""Instructors see one assignment: theirs."""

import dataclasses

import pytest

from analysis.classroom import files, instructing, taking_part
from analysis.classroom.records import Answer, HandIn
from analysis.errors import NoAccess, Refused

TOLL = Answer("claims", "A:toll", "reported")


def sent(name, *answers, assignment="a1"):
    return f"{name}.json", files.write_hand_in(HandIn(assignment, name, answers, "2026-01-05T10:00:00+00:00")).encode()


def test_the_instructor_key_opens_one_assignment_and_no_other_key_does(any_store, handed_out, assignment, join):
    other = instructing.hand_out(any_store, dataclasses.replace(assignment, title="Another"))
    assert instructing.room(any_store, handed_out.key).assignment.title == "The bridge"
    assert instructing.room(any_store, other.key).assignment.title == "Another"
    for key in ("", "x", handed_out.code, join("Ada")):
        with pytest.raises(NoAccess):
            instructing.room(any_store, key)


def test_progress_is_seen_before_anything_is_handed_in(any_store, handed_out, join):
    ada = join("Ada")
    taking_part.save(any_store, ada, TOLL)
    [work] = instructing.room(any_store, handed_out.key).works
    assert (work.name, work.answered, work.submissions) == ("Ada", 1, ())


def test_an_unfinished_assignment_is_not_handed_out(any_store, assignment):
    with pytest.raises(Refused, match="at least one claim"):
        instructing.hand_out(any_store, dataclasses.replace(assignment, claims=(), key=()))
    with pytest.raises(Refused, match="does not ask"):
        instructing.hand_out(any_store, dataclasses.replace(assignment, key=(Answer("claims", "Z:toll", "reported"),)))


def test_files_are_loaded_in_bulk_and_bad_ones_named(any_store, handed_out):
    taken = instructing.load_files(
        any_store,
        handed_out.key,
        [
            sent("Ada", TOLL),
            ("notes.txt", b"hello"),
            sent("Ben", TOLL, assignment="other"),
            sent("Cem", dataclasses.replace(TOLL, value="maybe")),
            sent("Dee", TOLL),
        ],
    )
    assert taken.new == 2
    assert [name for name, _ in taken.refused] == ["notes.txt", "Ben.json", "Cem.json"]
    assert [work.name for work in instructing.room(any_store, handed_out.key).counting()] == ["Ada", "Dee"]


def test_a_second_file_is_a_repeated_submission_and_the_same_file_is_none(any_store, handed_out):
    load = lambda *answers: instructing.load_files(any_store, handed_out.key, [sent("Ada", *answers)])  # noqa: E731
    assert load(TOLL).new == 1
    assert load(TOLL).repeated == ("Ada",)
    load(dataclasses.replace(TOLL, value="not reported"))
    [work] = instructing.room(any_store, handed_out.key).works
    assert [one.answers[0].value for one in work.submissions] == ["reported", "not reported"]


def test_no_file_changes_the_work_of_somebody_on_the_server(any_store, handed_out, join):
    join("Ada")
    taken = instructing.load_files(any_store, handed_out.key, [sent("ADA", TOLL)])
    assert "works on this server" in taken.refused[0][1]
    assert instructing.room(any_store, handed_out.key).counting() == ()


def test_work_of_another_assignment_is_out_of_reach(any_store, handed_out, assignment, join):
    join("Ada")
    [ada] = instructing.room(any_store, handed_out.key).works
    other = instructing.hand_out(any_store, assignment)
    for reach in (instructing.delete_work, instructing.export_work):
        with pytest.raises(NoAccess):
            reach(any_store, other.key, ada.participant)
    assert instructing.room(any_store, handed_out.key).works


def test_a_deleted_assignment_is_gone_with_all_works(any_store, handed_out, join):
    ada = join("Ada")
    instructing.delete_assignment(any_store, handed_out.key)
    with pytest.raises(NoAccess):
        instructing.room(any_store, handed_out.key)
    with pytest.raises(NoAccess):
        taking_part.handout(any_store, ada)


def test_days_are_checked(any_store, handed_out):
    with pytest.raises(Refused, match="no day"):
        instructing.set_days(any_store, handed_out.key, "tomorrow", "")
    instructing.set_days(any_store, handed_out.key, "2030-02-01", "")
    assert instructing.room(any_store, handed_out.key).assignment.retain_until == "2031-02-01"

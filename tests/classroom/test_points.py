"""Points are the instructor's alone until they are released, and then each student's own."""

import csv
import dataclasses
import io
import json
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from analysis.classroom import exports, files, instructing, points, privacy, taking_part
from analysis.classroom.records import Answer, Criterion, HandIn, Points
from analysis.errors import NoAccess, Refused
from analysis.store import Store, upkeep
from analysis.store.schema import points as table

RUBRIC = (Criterion("Evidence", 10, "names the words"), Criterion("Style", 5))
TOLL = Answer("claims", "A:toll", "reported")


@pytest.fixture
def assignment(assignment):
    return dataclasses.replace(assignment, rubric=RUBRIC)


@pytest.fixture
def hand_in(any_store, join):
    """name -> the key of a student who has handed in."""

    def make(name):
        key = join(name)
        taking_part.save(any_store, key, TOLL)
        taking_part.submit(any_store, key)
        return key

    return make


@pytest.fixture
def work_of(any_store, handed_out):
    """name -> the work as the instructor sees it."""
    return lambda name: next(one for one in instructing.room(any_store, handed_out.key).works if one.name == name)


@pytest.fixture
def give(any_store, handed_out, work_of):
    """Points for the work of `name`, in the order of the rubric."""

    def make(name, *given):
        for number, one in enumerate(given):
            points.give(any_store, handed_out.key, work_of(name).participant, number, one)

    return make


def test_points_and_comment_are_kept_one_by_one_and_taken_back(any_store, handed_out, hand_in, work_of, give):
    hand_in("Ada")
    assert work_of("Ada").points == Points((None, None))
    give("Ada", 0, 5)
    points.comment(any_store, handed_out.key, work_of("Ada").participant, " Look at \0the lede. ")
    assert work_of("Ada").points == Points((0, 5), "Look at the lede.")
    give("Ada", None)
    points.comment(any_store, handed_out.key, work_of("Ada").participant, "")
    assert work_of("Ada").points == Points((None, 5))


def test_there_is_a_sum_only_where_all_is_marked():
    assert Points((None, 5)).total is None
    assert Points((0, 5)).total == 5
    assert Points((0, 0)).total == 0
    assert Points(()).total is None


def test_two_who_mark_at_once_undo_nothing_of_each_other(any_store, handed_out, hand_in, work_of, monkeypatch):
    hand_in("Ada")
    who, read = work_of("Ada").participant, points.of_work

    def read_slowly(*told):
        found = read(*told)
        time.sleep(0.2)
        return found

    monkeypatch.setattr(points, "of_work", read_slowly)
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda criterion: points.give(any_store, handed_out.key, who, criterion, 5), (0, 1)))
    assert work_of("Ada").points == Points((5, 5))


@pytest.mark.parametrize(("criterion", "given"), [(0, 11), (0, -1), (1, 6), (2, 1), (-1, 1)])
def test_no_more_points_than_the_rubric_has(any_store, handed_out, hand_in, work_of, criterion, given):
    hand_in("Ada")
    with pytest.raises(Refused):
        points.give(any_store, handed_out.key, work_of("Ada").participant, criterion, given)
    with pytest.raises(Refused, match="too long"):
        points.comment(any_store, handed_out.key, work_of("Ada").participant, "x" * 501)
    assert work_of("Ada").points == Points((None, None))


def test_only_what_is_handed_in_is_marked(any_store, join, hand_in, work_of, give):
    join("Ada")
    ben = hand_in("Ben")
    taking_part.withdraw(any_store, ben)
    for name in ("Ada", "Ben"):
        with pytest.raises(Refused, match="not handed in"):
            give(name, 3)
        assert work_of(name).points == Points((None, None))


def test_a_student_reads_the_own_points_after_the_release_only(any_store, handed_out, hand_in, work_of, give):
    ada, ben = hand_in("Ada"), hand_in("Ben")
    give("Ada", 7, 4)
    points.comment(any_store, handed_out.key, work_of("Ada").participant, "wombat")
    for key in (ada, ben):
        assert taking_part.handout(any_store, key).points is None
        assert json.loads(privacy.export_own(any_store, key).json)["points"] is None
    assert "wombat" not in repr((taking_part.handout(any_store, ada), taking_part.reveal(any_store, ada)))
    points.release(any_store, handed_out.key, True)
    assert taking_part.handout(any_store, ada).points == Points((7, 4), "wombat")
    assert taking_part.handout(any_store, ben).points == Points((None, None))
    assert "wombat" not in repr((taking_part.handout(any_store, ben), taking_part.reveal(any_store, ben)))
    points.release(any_store, handed_out.key, False)
    assert taking_part.handout(any_store, ada).points is None


def test_no_other_key_gives_or_releases_points(any_store, handed_out, assignment, hand_in, work_of):
    ada = hand_in("Ada")
    who = work_of("Ada").participant
    foreign = instructing.hand_out(any_store, assignment).key
    for key in (ada, foreign, handed_out.code, ""):
        with pytest.raises(NoAccess):
            points.give(any_store, key, who, 0, 10)
        with pytest.raises(NoAccess):
            points.comment(any_store, key, who, "mine")
    for key in (ada, handed_out.code, ""):
        with pytest.raises(NoAccess):
            points.release(any_store, key, True)
    points.release(any_store, foreign, True)
    assert taking_part.handout(any_store, ada).points is None
    assert work_of("Ada").points == Points((None, None))


def test_works_handed_in_as_files_are_marked_alike(any_store, handed_out, work_of, give):
    text = files.write_hand_in(HandIn("a1", "Dee", (TOLL,), "2026-01-05T10:00:00+00:00"))
    instructing.load_files(any_store, handed_out.key, [("dee.json", text.encode())])
    give("Dee", 9, 5)
    assert work_of("Dee").points.total == 14
    told = json.loads(instructing.export_work(any_store, handed_out.key, work_of("Dee").participant).json)
    assert told["points"]["sum"] == 14


def test_own_data_hold_the_points_and_their_deletion_leaves_none(any_store, handed_out, hand_in, work_of, give):
    ada = hand_in("Ada")
    give("Ada", 7)
    points.comment(any_store, handed_out.key, work_of("Ada").participant, "wombat")
    points.release(any_store, handed_out.key, True)
    assert json.loads(privacy.export_own(any_store, ada).json)["points"] == {
        "criteria": [
            {"title": "Evidence", "points": 7, "of": 10},
            {"title": "Style", "points": None, "of": 5},
        ],
        "sum": None,
        "comment": "wombat",
    }
    privacy.delete_own(any_store, ada)
    with any_store.read() as connection:
        assert not connection.execute(select(table)).all()
    if any_store.is_file:
        assert not any(b"wombat" in file.read_bytes() for file in any_store.path.parent.iterdir())


def test_a_backup_holds_the_points(any_store, place, handed_out, hand_in, give, tmp_path):
    ada = hand_in("Ada")
    give("Ada", 7, 4)
    points.release(any_store, handed_out.key, True)
    copy = upkeep.backup(place, tmp_path / "copies")
    give("Ada", 0)
    any_store.close()
    upkeep.restore(place, copy)
    again = Store(place)
    assert taking_part.handout(again, ada).points == Points((7, 4))
    again.close()


def test_points_are_exported_with_their_codebook_and_never_without_names(any_store, handed_out, hand_in, work_of, give):
    for name in ("Ada", "Ben"):
        hand_in(name)
    give("Ada", 7, 4)
    give("Ben", 3)
    points.comment(any_store, handed_out.key, work_of("Ada").participant, "=1+1")
    room = instructing.room(any_store, handed_out.key)
    with zipfile.ZipFile(io.BytesIO(exports.archive(room))) as packed:
        rows = list(csv.DictReader(io.StringIO(packed.read("points.csv").decode("utf-8-sig"))))
        book = packed.read("codebook.csv").decode("utf-8-sig")
    given = [(row["coder"], row["criterion 1"], row["criterion 2"], row["sum"], row["comment"]) for row in rows]
    assert given == [("Ada", "7", "4", "11", "'=1+1"), ("Ben", "3", "", "", "")]
    described = {row["value"]: (row["label"], row["level"]) for row in csv.DictReader(io.StringIO(book))}
    assert described["criterion 1"] == ("Evidence", "0 to 10")
    assert described["sum"] == ("Sum", "0 to 15")
    assert "<td>Ada<td>7<td>4<td>11<td>=1+1" in exports.report(room)
    unnamed = exports.anonymous(room.works)
    with zipfile.ZipFile(io.BytesIO(exports.archive(room, unnamed))) as packed:
        assert "points.csv" not in packed.namelist()
    assert "Points</h2>" not in exports.report(room, unnamed)

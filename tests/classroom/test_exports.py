"""Exports hold every answer, tell how it came about, and run nothing where they are opened."""

import csv
import io
import zipfile

import pytest

from analysis.classroom import exports, instructing, taking_part, units
from analysis.classroom.records import Answer


@pytest.fixture
def room(any_store, join, handed_out, assignment):
    asked = [unit.id for unit in units.find(assignment, "claims")] + [u.id for u in units.find(assignment, "tone")]
    for number, name in enumerate(("Ada", "=HYPERLINK(1)", "<b>Cem</b>")):
        key = join(name)
        for at, unit in enumerate(asked):
            task = "tone" if "-" in unit else "claims"
            value = ("negative" if (at + number) % 3 else "neutral") if task == "tone" else "reported"
            taking_part.save(any_store, key, Answer(task, unit, value))
        taking_part.save(any_store, key, Answer("questions", "q1", "<script>alert(1)</script>"))
        taking_part.submit(any_store, key)
    return instructing.room(any_store, handed_out.key)


def test_every_answer_is_a_row_and_key_and_machine_too(room, assignment):
    rows = list(csv.DictReader(io.StringIO(exports.codings(room))))
    own = [row for row in rows if row["coder"] == "Ada"]
    assert len(own) == len(room.works[0].submissions[0].answers)
    assert {row["coder"] for row in rows} >= {"[key]", "[machine]"}
    toned = next(row for row in own if row["task"] == "tone")
    article = assignment.articles["AB".index(toned["article"])]
    assert toned["words"] == article.body[int(toned["start"]) : int(toned["end"])]
    assert (toned["blind"], toned["late"], toned["withdrawn"]) == ("True", "False", "False")


def test_no_cell_is_a_formula(room):
    assert "'=HYPERLINK(1)" in exports.codings(room)
    assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(exports.codings(room))) for cell in row)


def test_no_text_becomes_markup_in_the_report(room):
    report = exports.report(room)
    assert "<script>" not in report
    assert "<b>Cem" not in report
    assert "&lt;script&gt;" in report


def test_the_report_gives_alpha_with_its_reading_and_the_disagreements(room, assignment):
    report = exports.report(room)
    assert "too little to conclude" in report
    assert f"{len(units.find(assignment, 'tone'))} judged differently" in report
    assert "Negative: 2 (" in report
    assert "1 where all agree, 0 where they agree as often as by chance" in report
    assert "Took part: 3, works that count: 3" in report


def test_everything_comes_in_one_archive_without_names_where_asked(room):
    packed = exports.archive(room, exports.anonymous(room.works))
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        texts = {name: files.read(name).decode() for name in files.namelist()}
    assert set(texts) == {"codings.csv", "codebook.csv", "agreement.csv", "columns.csv", "report.html"}
    assert not any("Ada" in text for text in texts.values())
    assert "Coder 1" in texts["codings.csv"]


def test_every_column_of_the_tables_is_explained(room):
    told = list(csv.DictReader(io.StringIO(exports.columns())))
    for name, table in (("codings.csv", exports.codings(room)), ("agreement.csv", exports.agreement(room))):
        assert [row["column"] for row in told if row["file"] == name] == table.splitlines()[0].split(",")

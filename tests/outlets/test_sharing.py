"""Outlets and ratings of one's own go out as CSV and come back the same; a bad row costs that row."""

import pytest

from analysis.model import Fact, Publisher
from analysis.outlets import sharing

PAGE = "https://gazette.example/about"
GAZETTE = Publisher(
    name="Norholm Gazette",
    domain="gazette.example",
    facts=(
        Fact("corrections", "yes", PAGE, "2026-03-14", "a page of its own"),
        Fact("ethics", "no", PAGE, "2026-03-14"),
    ),
)
HEAD = ",".join(sharing.OUTLET_COLUMNS)


def test_outlets_come_back_as_they_went_out():
    bare = Publisher(name="Harbour Sheet")
    assert sharing.read_outlets(sharing.write_outlets([GAZETTE, bare])).outlets == (GAZETTE, bare)


def test_a_file_saved_by_a_spreadsheet_is_read():
    assert sharing.read_outlets("\ufeff" + sharing.write_outlets([GAZETTE])).outlets == (GAZETTE,)


def test_no_cell_begins_a_formula():
    text = sharing.write_outlets([Publisher(name="=HYPERLINK(1)", domain="x.example")])
    assert "\n'=HYPERLINK(1)" in text
    assert sharing.read_outlets(text).outlets[0].name == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (f"Gazette,,owner,yes,{PAGE},2026-03-14,", "“owner” is none of the questions"),
        (f"Gazette,,ethics,maybe,{PAGE},2026-03-14,", "“maybe” is not yes, partly, no or n.a."),
        ("Gazette,,ethics,yes,,2026-03-14,", "needs the address"),
        ("Gazette,,ethics,yes,javascript:alert(1),2026-03-14,", "needs the address"),
        (f"Gazette,,ethics,yes,{PAGE},last week,", "“last week” is no date"),
        (f",,ethics,yes,{PAGE},2026-03-14,", "no name of an outlet"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(row, problem):
    shared = sharing.read_outlets(f"{HEAD}\n{row}\nGazette,,funding,yes,{PAGE},2026-03-14,\n")
    assert [one.component for outlet in shared.outlets for one in outlet.facts] == ["funding"]
    assert len(shared.problems) == 1
    assert shared.problems[0].startswith("Row 2")
    assert problem in shared.problems[0]


def test_a_file_of_another_kind_is_refused_with_the_columns_it_needs():
    shared = sharing.read_outlets("a;b\n1;2\n")
    assert shared.outlets == ()
    assert "no column “name”" in shared.problems[0]


def test_a_later_row_answers_a_question_anew():
    text = f"{HEAD}\nGazette,,ethics,yes,{PAGE},2026-03-14,\nGazette,,ethics,no,{PAGE},2026-03-15,\n"
    assert [one.value for one in sharing.read_outlets(text).outlets[0].facts] == ["no"]


def test_ratings_find_their_outlet_by_name_and_by_address():
    text = (
        "outlet,rater,value,scale,year,source\nReuters,Desk,7,0 to 10,2026,\nhttps://www.reuters.com/x,Class,B,,2026,\n"
    )
    shared = sharing.read_ratings(text)
    assert {outlet: [one.rater for one in found] for outlet, found in shared.ratings.items()} == {
        "reuters": ["Desk", "Class"]
    }


def test_a_rating_without_a_value_is_named():
    shared = sharing.read_ratings("outlet,rater,value\nReuters,Desk,\n")
    assert not shared.ratings
    assert shared.problems == ("Row 2 needs an outlet, a rater and a value; it was left out.",)

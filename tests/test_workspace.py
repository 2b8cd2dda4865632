"""What a person put in comes back the same; a damaged file is refused in words."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import workspace
from analysis.comparison.sides import Edits, Side
from analysis.errors import UnreadableInput
from analysis.ingest.manuscript import Manuscript
from analysis.model import Correction, Fact, Publisher
from analysis.outlets.registry import Rating
from analysis.workspace import Draft, Event, Workspace

GAZETTE = Publisher(
    name="Gazette", domain="gazette.example", facts=(Fact("ethics", "no", "https://g.example", "2026-03-14"),)
)
DRAFT = Draft(
    id="a",
    manuscript=Manuscript(id="a", text="raw", outlet="Gazette", kinds=((2, "caption"),), notes=("read leniently",)),
    keep=frozenset([3, 7]),
    publisher=GAZETTE,
    corrections=(Correction("speaker", 3, 9, "Ann", "Bo"),),
)
FULL = Workspace(
    events=(Event("own", "Own", "", (DRAFT, Draft("b", Manuscript("b", "“Yes,” she said.\n<b>& ümlaut 🌊")))),),
    sides={"own": Edits((Side("x", "X"),), (("Ann", "x"),))},
    frames={"own": {"a": {"conflict: reproach": "yes"}}},
    outlets=(GAZETTE,),
    ratings={"gazette": (Rating("Class", "B", "", "2026", "", ""),)},
)


def test_a_workspace_comes_back_as_it_went_out():
    assert workspace.read(workspace.write(FULL)) == FULL
    assert workspace.read(workspace.write(Workspace()).encode()) == Workspace()


@given(text=st.text(), title=st.text())
def test_any_text_comes_back(text, title):
    one = Workspace(events=(Event("e", title, "", (Draft("d", Manuscript("d", text)),)),))
    assert workspace.read(workspace.write(one)) == one


def test_the_file_says_with_what_it_was_written():
    file = json.loads(workspace.write(FULL))
    assert file["parallax"] == workspace.FORMAT
    assert file["version"] and file["data"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("no json", "it is not JSON"),
        ("[]", "it is not JSON"),
        ("{}", "is not one of Parallax"),
        ('{"parallax": 99}', "was written by a newer Parallax"),
        ('{"parallax": 1, "version": "", "data": "", "workspace": {"events": 5}}', "damaged at workspace.events"),
    ],
)
def test_a_damaged_file_is_refused_in_words(text, problem):
    with pytest.raises(UnreadableInput, match=problem):
        workspace.read(text)


def test_a_damaged_draft_is_named_by_its_place():
    file = json.loads(workspace.write(FULL))
    file["workspace"]["events"][0]["drafts"][1]["keep"] = "all"
    with pytest.raises(UnreadableInput, match=r"workspace\.events\.0\.drafts\.1\.keep"):
        workspace.read(json.dumps(file))


def test_a_file_of_an_earlier_version_without_newer_fields_opens():
    file = json.loads(workspace.write(Workspace(events=(Event("own", "Own", "", (replace(DRAFT, corrections=()),)),))))
    del file["workspace"]["events"][0]["drafts"][0]["corrections"]
    del file["workspace"]["ratings"]
    assert workspace.read(json.dumps(file)).events[0].drafts[0].corrections == ()

"""What a person put in comes back the same; a damaged file is refused in words."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import workspace
from analysis.comparison.claim_edits import ClaimEdit, Passage
from analysis.comparison.judgements import BEFORE, Judgement
from analysis.comparison.sides import Edits, Side
from analysis.errors import UnreadableInput
from analysis.ingest.manuscript import Manuscript
from analysis.model import Correction, Fact, Publisher
from analysis.outlets.registry import Rating
from analysis.workspace import Draft, Event, Part, Report, Workspace

GAZETTE = Publisher(
    name="Gazette", domain="gazette.example", facts=(Fact("ethics", "no", "https://g.example", "2026-03-14"),)
)
DRAFT = Draft(
    id="a",
    manuscript=Manuscript(id="a", text="raw", outlet="Gazette", kinds=((2, "caption"),), notes=("read leniently",)),
    keep=frozenset([3, 7]),
    publisher=GAZETTE,
    corrections=(Correction("speaker", 3, 9, "Ann", "Bo"),),
    typed=(("title", "A wall"), ("byline", "")),
)
FULL = Workspace(
    events=(
        Event(
            "own",
            "Own",
            "",
            (DRAFT, Draft("b", Manuscript("b", "“Yes,” she said.\n<b>& ümlaut 🌊"))),
            (Manuscript("c", "", url="https://courier.example/c"),),
        ),
    ),
    sides={"own": Edits((Side("x", "X"),), (("Ann", "x"),))},
    claims={
        "own": (
            ClaimEdit("same as", "number", (Passage("a", 0, 3, "ten"),), (Passage("b", 2, 3, "x"),), "date"),
            ClaimEdit("no claim", "number", (Passage("a", 0, 3, "ten"),)),
        )
    },
    frames={"own": {"a": {"conflict: reproach": "yes"}}},
    outlets=(GAZETTE,),
    reports={
        "own": Report(
            "Wall",
            "Ann",
            (Part("text", "", "Mine"), Part("finding", "claims", "Edited")),
            "mla",
            {"floor": "Who speaks"},
            frozenset(["a"]),
        )
    },
    ratings={"gazette": (Rating("Class", "B", "", "2026", "", ""),)},
    judgements={"own": (Judgement("a", "room", "", "about even", BEFORE, "2026-03-14T10:00:00+00:00"),)},
    frames_given={"own": (Judgement("a", "conflict: reproach", "", "yes", BEFORE, "2026-03-14T10:00:00+00:00"),)},
)


def test_a_workspace_comes_back_as_it_went_out():
    assert workspace.read(workspace.write(FULL)) == FULL
    assert workspace.read(workspace.write(Workspace()).encode()) == Workspace()


def test_a_file_from_before_judgements_were_kept_still_opens():
    file = json.loads(workspace.write(FULL))
    del file["workspace"]["judgements"], file["workspace"]["frames_given"]
    assert workspace.read(json.dumps(file)) == replace(FULL, judgements=None, frames_given=None)


@settings(deadline=None)  # the first call reads all of data/
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
    del file["workspace"]["ratings"], file["workspace"]["claims"], file["workspace"]["reports"]
    assert workspace.read(json.dumps(file)).events[0].drafts[0].corrections == ()


STORY = """Council votes to rebuild harbour wall

By Tomas Reyl

The harbour wall will be rebuilt, the council decided on Tuesday night after a debate.

“We waited nine years,” Mayor Ines Okafor said. Nobody will miss the old wall, she added.

Leave a reply
"""


def story(**fields):
    return Draft("a", Manuscript("a", STORY, **fields))


@pytest.mark.parametrize("field", workspace.FIELDS)
def test_whatever_was_found_can_be_typed_over_emptied_and_brought_back(field):
    kept = workspace.FIELDS[field]
    draft = story(url="https://courier.example/wall", published="2026-03-14", outlet="Courier", language="en")
    found = getattr(draft.read(), kept)
    assert found
    changed = workspace.retyped(draft, field, " other  words ")
    assert getattr(changed.read(), kept) == "other words"
    assert getattr(workspace.retyped(changed, field, "").read(), kept) == ""
    assert getattr(workspace.as_found(changed, field).read(), kept) == found
    assert draft.manuscript == changed.manuscript


def test_a_typed_headline_stands_in_the_place_of_the_one_that_was_found():
    text = "Council votes\nThe mayor said this to the reporters in the hall:\nWe waited."
    page = Manuscript("a", text, "Council votes", kinds=((3, "block quotation"),))
    for draft in (story(), Draft("a", page)):
        article = workspace.retyped(draft, "title", "Old wall to go").read()
        assert article.body.startswith("Old wall to go\n\nThe ")
        assert article.headline_end == len("Old wall to go")
        assert "Council votes" not in article.body
    assert [article.body[one.start : one.end] for one in article.blocks] == ["We waited."]


def test_a_date_typed_in_words_is_a_date():
    assert workspace.retyped(story(), "published", "14 March 2026").read().published == "2026-03-14"
    assert workspace.retyped(story(), "published", "last spring").read().published == "last spring"


def test_an_address_that_was_typed_decides_the_domain():
    assert workspace.retyped(story(), "url", "https://www.tide.example/a").read().domain == "www.tide.example"


def test_a_changed_text_keeps_the_lines_that_were_put_back():
    [cut] = [cut for cut in story().read().removed if cut.text == "Leave a reply"]
    draft = replace(story(), keep=frozenset([cut.line]))
    changed = workspace.retyped(draft, "text", STORY.replace("By Tomas Reyl\n\n", "").replace("nine", "ten"))
    body = changed.read().body
    assert "ten years" in body and body.endswith("Leave a reply")
    assert workspace.as_found(changed, "text").keep == draft.keep


def test_a_changed_text_keeps_the_kinds_of_its_paragraphs():
    page = Manuscript(
        "a", "The mayor said on Monday:\nWe waited nine years.\nShe left.", kinds=((2, "block quotation"),)
    )
    changed = workspace.retyped(Draft("a", page), "text", "New.\n\nThe mayor said:\n\nWe waited nine years.\nShe left.")
    article = changed.read()
    assert [article.body[one.start : one.end] for one in article.blocks] == ["We waited nine years."]


def test_corrections_go_with_their_words():
    draft = story()
    body = draft.read().body
    said, added = body.index("We waited nine years,"), body.index("Nobody will miss the old wall")
    corrections = (
        Correction("speaker", said, said + 21, "Ines Okafor", "Ann"),
        Correction("speaker", added, added + 29, "Ines Okafor", "Bo"),
    )
    draft = replace(draft, corrections=corrections)
    changed = workspace.retyped(
        draft, "text", STORY.replace("The harbour", "The old harbour").replace("Nobody", "No one")
    )
    [one] = changed.read().corrections
    assert changed.read().body[one.start : one.end] == "We waited nine years,"
    assert one.now == "Ann"


def test_an_emptied_text_is_refused():
    with pytest.raises(UnreadableInput, match="Nothing to analyse"):
        workspace.retyped(story(), "text", " \n ")

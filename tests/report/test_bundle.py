"""One zip with everything; opened again it gives the same numbers, and a damaged one is refused in words."""

import json
import zipfile
from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from analysis import cases, workspace
from analysis.comparison import claim_edits
from analysis.comparison.sides import Edits, Side
from analysis.errors import UnreadableInput
from analysis.ingest.manuscript import Manuscript
from analysis.model import Correction, Publisher
from analysis.report import bundle, bundle_settings, chart, data, outline
from analysis.report.compared import Compared
from analysis.workspace import Draft, Event, Report, Workspace

MADE = date(2026, 11, 22)
CASE = cases.ids()[0]
EDITS = Edits((Side("east", "The east"), Side("west", "The west")), (("Ingrit Paloume", "east"),))
ANSWERS = {"meridian-wire": {"conflict: reproach": "yes"}}


@pytest.fixture(scope="module")
def kept():
    """A case with corrections, another publisher, a line put back, own sides and answers."""
    told = cases.load(CASE).articles
    drafts = [Draft(one.id, Manuscript(one.id, one.text, url=one.url, outlet=one.outlet, event=CASE)) for one in told]
    fix = Correction("quotation", 0, 9, "", "direct", "for the test")
    drafts[0] = replace(drafts[0], corrections=(fix,), publisher=Publisher(name="Łódź Courier"))
    drafts[1] = replace(drafts[1], keep=frozenset([1]))
    event = Event(CASE, "Treaty", "", tuple(drafts))
    report = Report("Treaty", "Ann", style="chicago", alts={"floor": "Who speaks"})
    other = Event("other", "Other", "", (Draft("x", Manuscript("x", "Text.")),))
    kept = Workspace(
        events=(event, other),
        sides={CASE: EDITS, "other": Edits()},
        frames={CASE: ANSWERS},
        claims={CASE: (), "other": ()},
        reports={CASE: report},
    )
    before = compare(kept)
    dropped = claim_edits.drop(before.claims.claims[0], before.articles)
    return replace(kept, claims={**kept.claims, CASE: (dropped,)})


def compare(work, names=()):
    drafts = next(one for one in work.events if one.id == CASE).drafts
    articles = [one.read() for one in drafts if not names or one.id in names]
    return Compared(tuple(articles), work.sides[CASE], work.frames[CASE], work.claims[CASE])


@pytest.fixture(scope="module")
def found(kept):
    return compare(kept)


@pytest.fixture(scope="module")
def packed(kept, found):
    report = replace(outline.build(found), style="chicago", alts=kept.reports[CASE].alts)
    return bundle.build(found, report, MADE, kept, CASE)


@pytest.fixture(scope="module")
def members(packed):
    with zipfile.ZipFile(BytesIO(packed)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_the_same_numbers_come_out_again(packed, found, members):
    opened = bundle_settings.read(packed)
    assert (opened.event, opened.note) == (CASE, "")
    again = compare(opened.workspace, opened.articles)
    for name, table in data.build(found).items():
        pd.testing.assert_frame_equal(table, data.build(again)[name])
    stored = json.loads(members["data/scores.json"])
    assert len(stored) == len(data.build(again)["scores"])
    for row, value in zip(stored, data.build(again)["scores"]["value"], strict=True):
        assert row["value"] == (None if pd.isna(value) else value)


def test_what_a_person_put_in_comes_back_and_other_events_stay_at_home(packed, kept):
    opened = bundle_settings.read(packed).workspace
    assert [one.id for one in opened.events] == [CASE]
    assert opened.events[0] == kept.events[0]
    assert (opened.sides, opened.frames, opened.reports) == ({CASE: EDITS}, {CASE: ANSWERS}, kept.reports)
    assert opened.claims == {CASE: kept.claims[CASE]}
    assert len(opened.claims[CASE]) == 1


def test_every_file_is_there_and_opens(members, found):
    for key in chart.keys(found):
        assert members[f"figures/{key}.svg"].startswith(b"<?xml")
        assert members[f"figures/{key}.png"].startswith(b"\x89PNG")
    assert b"<desc>Who speaks</desc>" in members["figures/floor.svg"]
    tables = data.build(found)
    assert load_workbook(BytesIO(members["data/tables.xlsx"])).sheetnames == [*tables, "codebook"]
    for name in tables:
        assert members[f"data/{name}.csv"].startswith(b"\xef\xbb\xbf")
        assert isinstance(json.loads(members[f"data/{name}.json"]), list)
    assert Document(BytesIO(members["report/report.docx"])).paragraphs
    assert 3 < len(PdfReader(BytesIO(members["report/report.pdf"])).pages) <= 10
    assert b"small_n" in members["methods/thresholds.csv"]
    assert b"scare_quotes.csv" in members["methods/word_lists.csv"]
    assert b"Methods" in members["report/report.html"]
    assert {"references/apa.txt", "references/mla.txt", "references/chicago.txt", "references/bibtex.bib"} <= set(
        members
    )
    settings = json.loads(members[bundle.SETTINGS])
    assert set(settings["files"]) == set(members) - {bundle.SETTINGS}
    assert settings["data"] == bundle.lexicons.fingerprint()


def test_without_the_articles_nothing_of_their_text_is_in_it_but_short_spans(kept, found):
    packed = bundle.build(compare(kept, {one.id for one in found.articles[:2]}), Report(), MADE, None)
    with zipfile.ZipFile(BytesIO(packed)) as zipped:
        names = zipped.namelist()
        assert bundle.WORKSPACE not in names
        texts = [
            zipped.read(name).decode("utf-8") for name in names if name.endswith((".csv", ".json", ".html", ".txt"))
        ]
    for article in found.articles:
        assert not any(article.body in text for text in texts)
    with pytest.raises(UnreadableInput, match="made without the articles"):
        bundle_settings.read(packed)


def zipped(**members):
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.json", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"PK no zip", "damaged or cut off"),
        (zipped(other="{}"), "was not made by Parallax"),
        (zipped(settings="[]"), "settings.json is damaged"),
        (zipped(settings='{"parallax_bundle": "x"}'), "damaged at"),
    ],
)
def test_another_or_a_damaged_file_is_refused_in_words(raw, problem):
    with pytest.raises(UnreadableInput, match=problem):
        bundle_settings.read(raw)


def changed(members, **changes):
    settings = {**json.loads(members[bundle.SETTINGS]), **changes}
    return zipped(settings=json.dumps(settings), workspace=members[bundle.WORKSPACE])


def test_a_file_of_a_newer_parallax_and_a_changed_workspace_are_refused(members):
    with pytest.raises(UnreadableInput, match="newer Parallax"):
        bundle_settings.read(changed(members, parallax_bundle=99))
    with pytest.raises(UnreadableInput, match="was changed after"):
        bundle_settings.read(changed({**members, bundle.WORKSPACE: members[bundle.WORKSPACE] + b" "}))


def test_other_word_lists_are_told(members):
    opened = bundle_settings.read(changed(members, data="000000000000"))
    assert "Numbers can differ" in opened.note
    assert "000000000000" in opened.note


def test_a_workspace_file_alone_opens_too(kept, packed):
    assert bundle_settings.opened(workspace.write(kept).encode()).workspace == kept
    assert bundle_settings.opened(packed).event == CASE


def test_whatever_a_workspace_holds_by_event_is_taken_for_this_event_alone():
    elsewhere = {"events", "outlets", "ratings"}  # told apart by themselves, or of no event
    assert {field.name for field in fields(Workspace)} - elsewhere == set(bundle.BY_EVENT)

"""Every exported table says where its rows are from, and the codebook what its columns mean; no cell is a formula."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pandas as pd
import pytest

from analysis import cases
from analysis.comparison import claim_edits
from analysis.comparison.sides import Edits
from analysis.model import Article, Correction
from analysis.report import chart, codebook, data, files
from analysis.report.compared import Compared
from analysis.text import quotations

SOURCES = {
    "/home/ann/a.txt": "a.txt",
    "C:\\Ann\\b.txt": "b.txt",
    "https://t.example/c/d": "https://t.example/c/d",
    "": "",
}
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example")', "fine", "a\x07b"]


@pytest.fixture(scope="module", params=cases.ids())
def found(request, read_case):
    return Compared(tuple(read_case(request.param)))


def test_every_row_has_outlet_date_address_and_event(found):
    for name, table in data.build(found).items():
        wanted = ["outlet", "published", "url"]
        columns = [f"{side} {one}" for side in data.PAIR for one in wanted] if "first" in table else wanted
        assert {"event", *columns} <= set(table.columns), name
        assert not (table[["event", *columns]] == "").any(axis=None), name


def test_every_column_and_number_is_in_the_codebook(found):
    tables = data.build(found)
    drawn = {one.source: data.of_chart(one, found) for one in (chart.build(found, key) for key in chart.keys(found))}
    assert set(drawn) <= set(tables)
    for kept in (tables, drawn):
        book = codebook.build(kept)
        assert (book["meaning"] != "").all(), book[book["meaning"] == ""]
        numbers = book[book["table"].str.startswith("numbers of")]
        assert (numbers[["unit", "computed", "limits"]] != "").all(axis=None)


def test_no_article_can_be_put_together_from_the_tables_unless_it_may(found):
    article = found.articles[0]
    for full_texts, is_whole in ((frozenset(), False), (frozenset([article.id]), True)):
        table = data.build(found, full_texts)["sentences"]
        told = " ".join(table[table["article"] == article.id]["text"])
        assert (article.body.split()[-8:] == told.split()[-8:]) == is_whole


def test_a_corrected_number_stands_beside_the_automatic_one(read_case):
    article = read_case(cases.ids()[0])[0]
    told = next(one for one in quotations.of(article) if one.speaker and one.kind == "direct")
    fix = Correction("quotation", told.start, told.end, told.kind, "")
    tables = data.build(Compared((replace(article, corrections=(fix,)),)))
    row = tables["scores"].set_index(["measure", "part"]).loc[("quoted_voices", "quotations")]
    assert row["value"] == row["automatic value"] - 1
    assert row["corrected"] == "yes"
    assert "before a correction" in set(tables["evidence"]["counted"])
    assert tables["corrections"]["text"].tolist() == [article.body[told.start : told.end]]


def test_corrected_claims_and_gaps_stand_beside_the_automatic_ones(read_case):
    articles = read_case(cases.ids()[0])
    plain = Compared(tuple(articles))
    shared = max(plain.claims.claims, key=lambda claim: len(claim.articles))
    edit = claim_edits.drop(shared, articles)
    tables = data.build(Compared(tuple(articles), changed_claims=(edit,)))
    gone = tables["claims"][tables["claims"]["counted"] == "before a correction"]
    assert set(gone["article"]) >= set(shared.articles)
    assert (tables["omissions"]["claims"] < tables["omissions"]["automatic claims"]).any()
    assert (data.build(plain)["claims"]["counted"] == "as found").all()


def test_a_corrected_label_stands_beside_the_automatic_one(read_case):
    articles = read_case(cases.ids()[0])
    plain = Compared(tuple(articles))
    actor, other = plain.actors[:2]
    label = actor.labels[0]
    fixes = tuple(Correction("label", span.start, span.end, actor.name, other.name) for span in label.spans)
    changed = tuple(replace(one, corrections=fixes) if one.id == label.article else one for one in articles)
    table = data.build(Compared(changed))["labels"]
    rows = table[(table["label"].str.lower() == label.text.lower()) & (table["article"] == label.article)]
    assert set(rows[["actor", "counted"]].itertuples(index=False, name=None)) == {
        (other.name, "after a correction"),
        (actor.name, "before a correction"),
    }
    assert (data.build(plain)["labels"]["counted"] == "as found").all()


def test_a_corrected_balance_stands_beside_the_automatic_one(read_case):
    articles = read_case(cases.ids()[0])
    plain = Compared(tuple(articles))
    voice = next(one.voice for one in plain.sides.placements if one.side)
    moved = data.build(Compared(tuple(articles), Edits(moved=((voice, ""),))))["side_balance"]
    assert (moved["corrected"] == "yes").any()
    assert (data.build(plain)["side_balance"]["corrected"] == "no").all()


def test_without_corrections_both_numbers_are_the_same(found):
    tables = data.build(found)
    assert (tables["scores"]["corrected"] == "no").all()
    assert set(tables["evidence"]["counted"]) == {"as found"}
    assert tables["corrections"].empty


def test_a_cell_of_a_csv_cannot_act_as_a_formula():
    raw = files.csv_bytes(pd.DataFrame({"text": HOSTILE, "n": range(len(HOSTILE)), "z": [-1.5] * len(HOSTILE)}))
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows][:3] == ["'=1+1", "'+1", "'-1"]
    assert all(not row["text"].startswith(files.FORMULA) for row in rows)
    assert {row["z"] for row in rows} == {"-1.5"}


def test_a_cell_of_a_spreadsheet_is_text_and_not_a_formula():
    raw = files.xlsx_bytes({"t" * 40: pd.DataFrame({"=text": HOSTILE, "n": [None, 2.5, *range(7)]})})
    sheet = openpyxl.load_workbook(BytesIO(raw)).worksheets[0]
    cells = [row[0] for row in sheet.iter_rows()]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells][:3] == ["=text", "=1+1", "+1"]
    assert cells[1].quotePrefix
    assert [row[1].value for row in sheet.iter_rows()][1:3] == [None, 2.5]


def test_a_number_that_is_not_there_is_null_in_json_and_empty_in_csv(found):
    table = data.build(found)["scores"]
    rows = json.loads(files.json_bytes(table))
    for row in rows:
        assert (row["value"] is None) == bool(row["missing"])
    assert len(rows) == len(table)
    first = next(csv.DictReader(StringIO(files.csv_bytes(table).decode("utf-8-sig"))))
    assert first["value"] == ("" if rows[0]["value"] is None else str(rows[0]["value"]))


def test_an_article_without_words_gives_tables_without_numbers():
    tables = data.build(Compared((Article(id="a", body="", event="e"),)))
    assert tables["scores"]["value"].isna().all()
    assert list(files.xlsx_bytes(tables)[:2]) == [80, 75]


def test_rows_keep_the_order_of_the_comparison(found):
    tables = data.build(found)
    for name in ("scores", "evidence"):
        assert list(dict.fromkeys(tables[name]["article"])) == [one.id for one in found.articles]


def test_the_folders_of_a_computer_stay_at_home_and_addresses_do_not():
    told = (Article(id=str(at), body="Text.", source=source) for at, source in enumerate(SOURCES))
    table = data.build(Compared(tuple(told)))["articles"]
    assert list(zip(SOURCES, table["source"], strict=True)) == list(SOURCES.items())


def test_a_sheet_fits_a_page_in_width_and_can_be_filtered():
    raw = files.xlsx_bytes({"t": pd.DataFrame({"text": ["word " * 90], "n": [1]}), "empty": pd.DataFrame({"a": []})})
    sheet, empty = openpyxl.load_workbook(BytesIO(raw)).worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.auto_filter.ref) == (
        "landscape",
        0,
        "A1:B2",
    )
    assert [sheet.column_dimensions[name].width for name in "AB"] == [files.WIDEST, files.NARROWEST]
    assert empty.auto_filter.ref == "A1:A1"

"""A chart higher than a page comes in parts that together have every row once; letters keep their size."""

from datetime import date
from io import BytesIO

import matplotlib as mpl
import pytest
from PIL import Image

from analysis import cases
from analysis.report import chart, document, paging, picture
from analysis.report.album import PNG
from analysis.report.compared import Compared
from analysis.report.lettering import points

MADE = date(2026, 11, 22)
SMALLEST = points(11)  # 7.2 points at the width of our pages


@pytest.fixture(scope="module")
def found(read_case):
    return Compared(tuple(read_case(cases.ids()[0])))


def figure(rows, headings=()):
    names = [f"<b>{row}</b>" if row in headings else str(row) for row in range(rows)]
    bars = {
        "type": "bar", "orientation": "h", "x": [1] * rows, "y": list(range(rows)), "text": names,
        "marker": {"color": ["#000000"] * rows, "line": {"width": 1}},
    }  # fmt: skip
    notes = [{"text": name, "y": row - 0.44} for row, name in enumerate(names)]
    axis = {"tickvals": list(range(rows)), "ticktext": names, "range": [rows - 0.4, -0.75]}
    return {
        "layout": {
            "height": 20 + 70 * rows, "margin": {"t": 10, "b": 10}, "yaxis": axis, "annotations": notes,
            "shapes": [{"type": "line", "x0": 1, "x1": 1, "y0": -0.5, "y1": rows}],
        },
        "data": [bars, {"type": "scatter", "mode": "lines", "x": [0, 1], "y": [0, rows]}],
    }  # fmt: skip


def test_a_chart_that_fits_is_left_as_it_is():
    assert paging.split(figure(4), 1.2) == [figure(4)]
    assert paging.split(figure(1), 0.5) == [figure(1)]


@pytest.mark.parametrize(("rows", "room"), [(4, 0.6), (23, 0.45), (45, 0.11), (3, 0.01)])
def test_the_parts_have_every_row_once_and_in_order(rows, room):
    parts = paging.split(figure(rows), room)
    assert len(parts) > 1
    for told in (
        [name for part in parts for name in part["layout"]["yaxis"]["ticktext"]],
        [note["text"] for part in parts for note in part["layout"]["annotations"]],
        [text for part in parts for text in part["data"][0]["text"]],
    ):
        assert told == figure(rows)["data"][0]["text"]
    for part in parts:
        low, high = part["layout"]["yaxis"]["range"]
        here = part["data"][0]["y"]
        assert high < min(here) <= max(here) < low
        assert len(part["data"][0]["marker"]["color"]) == len(here)
        assert (part["layout"]["shapes"][0]["y0"], part["layout"]["shapes"][0]["y1"]) == (low, high)
        assert part["data"][1] == figure(rows)["data"][1]


def test_no_part_is_higher_than_asked_for_and_rows_keep_their_height():
    whole = figure(23)
    for part in paging.split(whole, 0.45):
        assert part["layout"]["height"] - 20 <= 0.45 * (whole["layout"]["height"] - 20)
        low, high = part["layout"]["yaxis"]["range"]
        assert (part["layout"]["height"] - 20) / (low - high) == pytest.approx(70 * 23 / 23.35)


def test_a_part_begins_with_a_heading_where_one_is_near():
    parts = paging.split(figure(20, headings={0, 8, 15}), 0.7)
    assert [part["layout"]["yaxis"]["ticktext"][0] for part in parts] == ["<b>0</b>", "<b>8</b>"]


def test_a_note_at_the_foot_stands_below_every_part():
    whole = figure(20)
    whole["layout"]["annotations"].append({"text": "places", "y": 19.4})
    for part in paging.split(whole, 0.6):
        [foot] = [note for note in part["layout"]["annotations"] if note["text"] == "places"]
        assert foot["y"] == pytest.approx(part["layout"]["yaxis"]["tickvals"][-1] + 0.4)


def test_a_tall_chart_is_printed_in_parts_that_fit_a_page_each_with_title_legend_and_caption(found):
    drawn, caption = chart.build(found, "verb_classes"), document.caption(found, MADE)
    parts = picture.pages(drawn, caption)
    assert len(parts) > 1
    for number, part in enumerate(parts, start=1):
        words = part.decode()
        assert f"Verbs of saying, by side (part {number} of {len(parts)})" in words
        assert "22 November 2026" in words
        for name in found.names.values():
            assert f"{name} · 2026" in words
    for key in chart.keys(found):
        for part in picture.pages(chart.build(found, key), caption, PNG):
            assert Image.open(BytesIO(part)).height / picture.DPI * picture.PIXELS <= picture.TALLEST + 1, key


def test_no_letter_of_any_chart_is_smaller_than_seven_points(found):
    caption = document.caption(found, MADE)
    for key in chart.keys(found):
        with mpl.rc_context(picture.STYLE):
            canvas = picture._composed(picture._whole(chart.build(found, key), caption))
        sizes = [text.get_fontsize() for text in canvas.findobj(picture.Text) if text.get_text()]
        assert min(sizes) >= SMALLEST - 0.01, key


def test_every_figure_has_a_number_that_its_finding_names(found):
    parts = (document.Part("finding", "claims"), document.Part("chart", "claims"), document.Part("chart", "floor"))
    blocks = document.build(found, document.Report(parts=parts), MADE).blocks
    assert [one.label for one in blocks if isinstance(one, document.Picture)] == ["Figure 1", "Figure 2"]
    assert any(isinstance(one, document.Paragraph) and one.text.endswith("See Figure 1.") for one in blocks)

"""Every chart is printed, on white, with its names and its alternative text; a new mark fails here."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from plotly.graph_objects import Figure

from analysis import cases, charts
from analysis.report import chart, picture
from analysis.report.album import MEDIA, PNG, Caption
from analysis.report.compared import Compared
from analysis.report.marks import UnknownMark

SVG = "{http://www.w3.org/2000/svg}"
SHARED = {"__init__", "theme", "grid"}  # what charts are made of


@pytest.fixture(scope="module", params=cases.ids())
def found(request, read_case):
    return Compared(tuple(read_case(request.param)))


def caption(found):
    return Caption(found.names, {one.id: one.published[:10] for one in found.articles}, "22 November 2026")


def test_every_chart_of_a_case_is_printed_with_title_names_and_method(found):
    for key in chart.keys(found):
        drawn = chart.build(found, key)
        root = etree.fromstring(picture.build(drawn, caption(found)))
        words = " ".join(" ".join(root.itertext()).split())
        assert root.find(f"{SVG}title").text == drawn.title
        assert root.find(f"{SVG}desc").text == drawn.alt
        for name in found.names.values():
            assert name in words, key
        assert "22 November 2026" in words
        assert "word lists and data" in words


def test_every_chart_module_has_a_printed_chart(found):
    modules = {file.stem for file in Path(charts.__file__).parent.glob("*.py")} - SHARED
    assert modules == set(chart.keys(found))


def test_a_png_is_wide_enough_for_print_on_white_and_carries_its_alternative_text(found):
    drawn = chart.build(found, "quoted_voices").described("Who is quoted, and how much.")
    image = Image.open(BytesIO(picture.build(drawn, caption(found), PNG)))
    assert image.width >= 1500
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    assert image.text["Description"] == "Who is quoted, and how much."
    assert image.text["Title"] == "Quoted voices"


def test_the_same_chart_gives_the_same_bytes(found):
    drawn = chart.build(found, "floor")
    for kind in MEDIA:
        assert picture.build(drawn, caption(found), kind) == picture.build(drawn, caption(found), kind)


@pytest.fixture
def simple(found):
    return chart.build(found, "readability")


def changed(drawn, **trace):
    figure = drawn.figure.to_dict()
    figure["layout"].pop("template")
    figure["data"] = [{**figure["data"][0], **trace}]
    return chart.replace(drawn, figure=Figure(figure))


@pytest.mark.parametrize(
    "trace",
    [
        {"error_x": {"array": [1]}},
        {"marker": {"color": "#000000", "symbol": "arrow"}},
        {"marker": {"color": "red"}},
        {"textposition": "top left"},
        {"mode": "lines+markers", "line": {"color": "#000000", "width": 1, "dash": "dot"}},
    ],
)
def test_a_mark_that_is_not_known_is_refused_and_not_left_out(found, simple, trace):
    with pytest.raises(UnknownMark, match="cannot be printed yet"):
        picture.build(changed(simple, **trace), caption(found))


def test_a_picture_of_another_kind_is_refused(found, simple):
    with pytest.raises(ValueError, match="svg, png"):
        picture.build(simple, caption(found), "gif")


def test_markup_and_formulas_in_a_name_are_letters(found, simple):
    name = "<b>$x^2$ & Söhne</b>"
    names = dict.fromkeys(found.names, name)
    root = etree.fromstring(picture.build(simple, Caption(names, {}, "today")))
    assert name in " ".join(root.itertext())


def test_an_own_alternative_text_replaces_the_drafted_one_only_where_there_is_one(simple):
    assert simple.described("  Two\nlines ").alt == "Two lines"
    assert simple.described(" ").alt == simple.alt


def test_one_article_alone_has_charts(read_case):
    alone = Compared(tuple(read_case(cases.ids()[0])[:1]))
    for key in chart.keys(alone):
        picture.build(chart.build(alone, key), caption(alone))

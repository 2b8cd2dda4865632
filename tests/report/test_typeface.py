"""No letter gets lost in a PDF or PNG: what the type lacks is told in words, and Arabic and Hebrew keep their order."""

import logging
from datetime import date
from io import BytesIO

import pytest
from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from lxml import etree
from pypdf import PdfReader

from analysis.model import Article
from analysis.report import chart, document, pdf_file, pdf_flow, picture, typeface
from analysis.report.album import Album, Caption
from analysis.report.blocks import Document, Grid, Heading, Paragraph, References
from analysis.report.compared import Compared
from analysis.report.references import Run
from analysis.workspace import Report

MADE = date(2026, 11, 22)
ARABIC, HEBREW = "صحيفة الشرق الأوسط", "שלום עולם"


def pages(*blocks, title="A report"):
    written = Document(title, "", MADE, blocks, Album(Caption({}, {}, "today")))
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf_file.build(written))).pages)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Łukasz Čapek и Путин, Ελλάδα “–” …", "Łukasz Čapek и Путин, Ελλάδα “–” …"),
        (f"{ARABIC} {HEBREW}", f"{ARABIC} {HEBREW}"),
        ("新华社 says", "[3 Chinese letters] says"),
        ("서울 and ไทย", "[2 Korean letters] and [3 Thai letters]"),
        ("Fire 🔥🔥!", "Fire [fire]!"),
        ("", ""),
    ],
)
def test_what_the_type_lacks_is_told_in_square_brackets(text, told):
    assert typeface.told(text) == told


def test_a_pdf_says_which_letters_it_cannot_show_and_where_they_can_be_read():
    told = pages(
        Heading("About 新华社"),
        Paragraph("It burns 🔥."),
        Grid(("a",), (("新",),)),
        References(((Run("신문", True),),)),
    )
    for wanted in (
        "[3 Chinese letters]",
        "[fire]",
        "[1 Chinese letter]",
        "[2 Korean letters]",
        "The HTML and the Word",
    ):
        assert wanted in " ".join(told.split())
    assert "square brackets" not in pages(Paragraph("Łukasz, Путин."))


def test_no_letter_is_set_that_the_type_does_not_have(caplog):
    with caplog.at_level(logging.WARNING, "fpdf"):
        pages(Paragraph("新华社 🔥 ไทย हिन्दी"), References(((Run(ARABIC, True), Run("नमस्ते")),)), title="서울 🇺🇸")
    assert "missing the following glyphs" not in caplog.text


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_text_that_is_read_from_right_to_left_is_not_reversed(text):
    for block in (
        Paragraph(f"The paper {text} reports it."),
        Heading(text),
        Grid(("Outlet",), ((text,),)),
        References(((Run("Who. "), Run(text, True), Run(", 2026.")),)),
    ):
        told = pages(block)
        assert text in told
        assert text[::-1] not in told


def test_numbers_and_dots_beside_arabic_words_keep_the_order_of_the_english_sentence():
    assert typeface.in_order("Plain – “text”") == "Plain – “text”"
    ordered = typeface.in_order(f"In {ARABIC}, 29 % of 530")
    assert ordered.replace(typeface.MARK, "") == f"In {ARABIC}, 29 % of 530"
    shown = BidiParagraph(ordered, TextDirection.LTR).get_reordered_string().replace(typeface.MARK, "")
    assert shown == f"In {ARABIC[::-1]}, 29 % of 530"


def test_words_of_one_style_read_from_right_to_left_are_set_as_one_phrase():
    runs = [pdf_flow.Run(f"The {ARABIC} wrote", "", 9, (0, 0, 0)), pdf_flow.Run(f" {HEBREW}", "B", 9, (0, 0, 0))]
    phrases = [[piece.text for piece in word.pieces] for word in pdf_flow._phrases(runs)]
    assert phrases == [["The"], [ARABIC], ["wrote"], [HEBREW]]


def test_plain_text_is_set_without_the_slower_ways():
    paper = FPDF()
    paper.add_font("DejaVu", "", typeface.file(typeface.REGULAR))
    pdf_flow.prepare(paper, "Łukasz – “Путин”")
    assert (paper.text_shaping, paper._fallback_font_ids) == (None, [])


def test_a_png_tells_in_words_what_an_svg_has_in_letters(monkeypatch):
    drawn = []
    monkeypatch.setattr(picture.FigureCanvasAgg, "print_figure", lambda canvas, *_, **__: drawn.append(canvas.figure))
    found = Compared((Article(id="a", body="Water rose. He said so.", outlet="新华社"),))
    one, caption = chart.build(found, "readability"), document.caption(found, MADE)
    picture.build(one, caption, "png")
    assert any("[3 Chinese letters]" in text.get_text() for text in drawn[0].findobj(picture.Text))
    assert "新华社" in " ".join(etree.fromstring(picture.build(one, caption)).itertext())


def test_a_report_with_arabic_in_title_and_author_is_made_in_all_its_parts():
    found = Compared((Article(id="a", body="Water rose. He said so.", outlet=ARABIC, headline=HEBREW),))
    told = pdf_file.build(document.build(found, Report(title=ARABIC, author="新华社"), MADE))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(told)).pages)
    assert ARABIC in text
    assert HEBREW in text
    assert "[3 Chinese letters]" in text

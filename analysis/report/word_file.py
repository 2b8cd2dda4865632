"""A report as a Word document (.docx), with headings that Word knows and alternative texts on its charts."""

import re
from datetime import UTC, datetime, time
from io import BytesIO

from docx import Document as open_document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from analysis.report import album, typeface
from analysis.report.blocks import Block, Document, Grid, Heading, Paragraph, Passages, Picture, References
from analysis.report.excerpts import Excerpt
from analysis.report.references import Reference

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML has no place for them
WIDTH = 16.6  # centimetres of a page inside its margins
EDGE = 2.2
INK, FAINT = RGBColor(0x11, 0x11, 0x11), RGBColor(0x44, 0x44, 0x44)


def build(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    word = open_document()
    _page(word, document)
    word.add_heading(_clean(document.title), 0)
    by = " · ".join(filter(None, (document.author, document.album.caption.made)))
    _small(word.add_paragraph(), by)
    for block in document.blocks:
        _write(word, block, document)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _page(word: WordDocument, document: Document) -> None:
    """A4, plain type, and what a file says of itself."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(EDGE)
    for name, size in (
        ("Normal", 10.5),
        ("Title", 22),
        ("Heading 1", 15),
        ("Heading 2", 11.5),
        ("Quote", 10),
        ("Caption", 9),
    ):
        font = word.styles[name].font
        font.name, font.size, font.color.rgb = "Calibri", Pt(size), INK
        word.styles[name].paragraph_format.space_after = Pt(4)
        # The theme of the template would overrule the name for some letters.
        fonts = word.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    told = word.core_properties
    told.title, told.author, told.language = _clean(document.title), _clean(document.author), "en"
    told.created = told.modified = datetime.combine(document.made, time(), UTC)
    told.comments = ""


def _write(word: WordDocument, block: Block, document: Document) -> None:
    match block:
        case Heading(text, level):
            word.add_heading(_clean(text), level)
        case Paragraph(text, note):
            _small(word.add_paragraph(), text) if note else word.add_paragraph(_clean(text))
        case Passages(items):
            for excerpt, source in items:
                _passage(word, excerpt, source)
        case Picture():
            _picture(word, block, document)
        case Grid(head, rows):
            _grid(word, head, rows)
        case References(items, code):
            for item in items:
                _reference(word, item, code=code)


def _passage(word: WordDocument, excerpt: Excerpt, source: str) -> None:
    paragraph = word.add_paragraph(style="Quote")
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.add_run(_clean(excerpt.before)).italic = False
    marked = paragraph.add_run(_clean(excerpt.marked))
    marked.italic = False
    if not excerpt.is_whole:
        properties = marked._r.get_or_add_rPr()
        properties.append(properties.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): "FFF0B3"}))
    paragraph.add_run(_clean(excerpt.after)).italic = False
    _small(paragraph, f"  {source}")


def _picture(word: WordDocument, picture: Picture, document: Document) -> None:
    """The chart as wide as the text, in parts where it is higher than a page, each with its number above it."""
    for raw, alt in document.album.pages(picture.chart, album.PNG):
        word.add_paragraph(picture.label, style="Caption").paragraph_format.keep_with_next = True
        shown = word.add_picture(BytesIO(raw), width=Cm(WIDTH))
        told = shown._inline.docPr
        told.set("descr", _clean(alt))
        told.set("title", _clean(picture.chart.title))


def _grid(word: WordDocument, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = word.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
    for row in (head, *rows):
        cells = table.rows[0].cells if row is head else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            run = cell.paragraphs[0].add_run(_clean(text))
            run.font.size, run.bold = Pt(8.5), row is head
    repeated = table.rows[0]._tr.get_or_add_trPr()
    repeated.append(repeated.makeelement(qn("w:tblHeader"), {}))
    word.add_paragraph()


def _reference(word: WordDocument, reference: Reference, *, code: bool) -> None:
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(1)
    paragraph.paragraph_format.first_line_indent = Cm(0 if code else -1)
    for run in reference:
        added = paragraph.add_run(_clean(run.text))
        added.italic = run.italic
        if code:
            added.font.name, added.font.size = "Courier New", Pt(9)


def _small(paragraph: WordParagraph, text: str) -> None:
    run = paragraph.add_run(_clean(text))
    run.font.size, run.font.color.rgb, run.italic = Pt(9), FAINT, False


def _clean(text: str) -> str:
    return typeface.in_order(UNPRINTABLE.sub("", text))

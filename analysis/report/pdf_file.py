"""A report as PDF, in a type that has Latin, Greek and Cyrillic letters, with alternative texts on its charts."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace
from PIL import Image

from analysis.report import album
from analysis.report.blocks import Block, Document, Grid, Heading, Paragraph, Passages, Picture, References
from analysis.report.chart import Chart
from analysis.report.excerpts import Excerpt
from analysis.report.pdf_flow import Run, write
from analysis.report.references import Reference

FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
FACES = {"": "DejaVuSans", "B": "DejaVuSans-Bold", "I": "DejaVuSans-Oblique"}
MONO = "DejaVuSansMono"
EDGE = 22.0  # millimetres around the text
TEXT, SMALL = 9.5, 8.0  # points
LINE = 1.45  # of the size of type
POINT = 25.4 / 72  # millimetres
MARKED, FAINT, INK = (255, 240, 179), (68, 68, 68), (17, 17, 17)
INDENT = 6.0
LETTERS, WORD, FULL = 105, 18, 70  # of a line of a table, of its longest word and of its fullest column
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # it tells of every table it leaves out


class _Paper(FPDF):
    """Pages with their number at the foot."""

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-15)
        self.set_font("DejaVu", size=SMALL)
        self.set_text_color(*FAINT)
        self.cell(0, 10, str(self.page_no()), align="C")


def build(document: Document) -> bytes:
    """The document as the bytes of a PDF file."""
    paper = _Paper(format="A4")
    for style, name in FACES.items():
        paper.add_font("DejaVu", style, FONTS / f"{name}.ttf")
    paper.add_font("Mono", "", FONTS / f"{MONO}.ttf")
    paper.set_margin(EDGE)
    paper.set_auto_page_break(auto=True, margin=EDGE)
    paper.set_title(document.title)
    paper.set_author(document.author)
    paper.set_lang("en")
    paper.set_creation_date(datetime.combine(document.made, time(), UTC))
    paper.add_page()
    _say(paper, document.title, 20, "B")
    _say(paper, " · ".join(filter(None, (document.author, document.album.caption.made))), SMALL, ink=FAINT)
    paper.ln(3)
    for block in document.blocks:
        _write(paper, block, document)
    return bytes(paper.output())


def _write(paper: FPDF, block: Block, document: Document) -> None:
    match block:
        case Heading(text, level):
            _heading(paper, text, level)
        case Paragraph(text, note):
            _say(paper, text, SMALL if note else TEXT, ink=FAINT if note else INK)
            paper.ln(1.5)
        case Passages(items):
            for excerpt, source in items:
                _passage(paper, excerpt, source)
            paper.ln(1.5)
        case Picture(chart):
            _picture(paper, chart, document)
        case Grid(head, rows):
            _grid(paper, head, rows)
        case References(items, code):
            for item in items:
                _reference(paper, item, code=code)


def _heading(paper: FPDF, text: str, level: int) -> None:
    size = 14.0 if level == 1 else 10.5
    if paper.will_page_break(size * POINT * 4):  # no heading at the foot of a page
        paper.add_page()
    paper.ln(4 if level == 1 else 2)
    _say(paper, text, size, "B")
    paper.ln(1)


def _say(paper: FPDF, text: str, size: float, style: str = "", ink: tuple[int, int, int] = INK) -> None:
    paper.set_font("DejaVu", style, size)
    paper.set_text_color(*ink)
    height = size * POINT * LINE
    paper.multi_cell(0, height, _clean(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _passage(paper: FPDF, excerpt: Excerpt, source: str) -> None:
    """The sentence with the counted words on a coloured ground, indented, and its source below."""
    size = TEXT - 0.5
    strong = "" if excerpt.is_whole else "B"
    runs = [
        Run(_clean(excerpt.before), "", size, INK),
        Run(_clean(excerpt.marked), strong, size, INK),
        Run(_clean(excerpt.after), "", size, INK),
        Run(f"  {_clean(source)}", "", SMALL, FAINT),
    ]
    write(paper, runs, EDGE + INDENT, EDGE + INDENT, size * POINT * LINE)
    paper.ln(0.8)


def _picture(paper: FPDF, chart: Chart, document: Document) -> None:
    """The chart as wide as the text, smaller where it would not fit a page, on a new page where this one is full."""
    raw = document.album.picture(chart, album.PNG)
    wide, high = Image.open(BytesIO(raw)).size
    tallest = paper.eph - 4
    width = min(paper.epw, tallest * wide / high)
    if paper.will_page_break(width * high / wide):
        paper.add_page()
    paper.ln(2)
    paper.image(BytesIO(raw), w=width, alt_text=_clean(chart.alt), title=_clean(chart.title))
    paper.ln(3)


def _grid(paper: FPDF, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    paper.set_font("DejaVu", "", SMALL - 0.5)
    paper.set_text_color(*INK)
    widths = _widths([[row[at] for row in (head, *rows)] for at in range(len(head))])
    style = FontFace(emphasis="BOLD", fill_color=(235, 235, 235))
    with paper.table(
        col_widths=widths, text_align="LEFT", headings_style=style, line_height=SMALL * POINT * 1.35, padding=0.8
    ) as table:
        for cells in (head, *rows):
            table.row([_clean(cell) for cell in cells])
    paper.ln(3)


def _widths(columns: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The shares of the columns of a table: each holds its longest word, and more where it has more to say."""
    least = [min(WORD, max(len(word) for text in column for word in (text.split() or [""]))) + 3 for column in columns]
    wanted = [max(low, min(FULL, max(map(len, column)))) for low, column in zip(least, columns, strict=True)]
    rest = max(0, LETTERS - sum(least)) / max(1, sum(wanted) - sum(least))
    return tuple(round(low + min(1, rest) * (full - low)) for low, full in zip(least, wanted, strict=True))


def _reference(paper: FPDF, reference: Reference, *, code: bool) -> None:
    """One work, with its first line standing out; code keeps its lines."""
    if code:
        paper.set_font("Mono", "", SMALL)
        paper.set_text_color(*INK)
        told = _clean("".join(run.text for run in reference))
        paper.multi_cell(0, SMALL * POINT * LINE, told, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    else:
        runs = [Run(_clean(run.text), "I" if run.italic else "", TEXT, INK) for run in reference]
        write(paper, runs, EDGE, EDGE + INDENT, TEXT * POINT * LINE)
    paper.ln(1)


def _clean(text: str) -> str:
    """The text without characters that no type can show."""
    return "".join(char for char in text if char == "\n" or (char.isprintable() and not "\ud800" <= char <= "\udfff"))

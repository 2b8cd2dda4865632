"""A report as PDF, with alternative texts on its charts; see `typeface` for the letters it can show."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import zip_longest
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace
from PIL import Image

from analysis.report import album, typeface
from analysis.report.blocks import Block, Document, Grid, Heading, Paragraph, Passages, Picture, References
from analysis.report.excerpts import Excerpt
from analysis.report.pdf_flow import FACES, Run, prepare, write
from analysis.report.references import Reference

EDGE = 22.0  # millimetres around the text
TEXT, SMALL = 9.5, 8.0  # points
LINE = 1.45  # of the size of type
POINT = 25.4 / 72  # millimetres
MARKED, FAINT, INK = (255, 240, 179), (68, 68, 68), (17, 17, 17)
INDENT = 6.0
AROUND = 10.0  # millimetres of number and space around a picture
LETTERS, WORD, FULL = 105, 18, 70  # of a line of a table, of its longest word and of its fullest column
UNSET = (
    "The type of this PDF has no letters for what is named in square brackets. The HTML and the Word file of this "
    "report show it as it was written."
)
logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # it tells of every table it leaves out


class _Paper(FPDF):
    """Pages with their number at the foot. is_whole: whether every letter could be set so far."""

    is_whole = True

    def footer(self) -> None:
        """The number of the page."""
        self.set_y(-15)
        self.set_font("DejaVu", size=SMALL)
        self.set_text_color(*FAINT)
        self.cell(0, 10, str(self.page_no()), align="C")

    def clean(self, text: str) -> str:
        """The text without characters that nothing can show; what our type lacks is told in square brackets."""
        printable = "".join(
            char for char in text if char == "\n" or (char.isprintable() and not "\ud800" <= char <= "\udfff")
        )
        told = typeface.told(printable)
        self.is_whole = self.is_whole and told == printable
        return typeface.in_order(told)


def build(document: Document) -> bytes:
    """The document as the bytes of a PDF file."""
    paper = _Paper(format="A4")
    for style, face in FACES.items():
        paper.add_font("DejaVu", style, typeface.file(face))
    paper.add_font("Mono", "", typeface.file(typeface.MONO))
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
    _flow(paper, document)
    if not paper.is_whole:
        _say(paper, UNSET, SMALL, ink=FAINT)
    return bytes(paper.output())


def _flow(paper: _Paper, document: Document) -> None:
    """All blocks in their order, but that a chart which does not fit the page lets the next findings go before it.

    The last of them stand before the first chapter that has no charts.
    """
    waiting: list[_Drawn] = []
    last = max((at for at, block in enumerate(document.blocks) if isinstance(block, Picture)), default=0)
    for at, (block, following) in enumerate(zip_longest(document.blocks, document.blocks[1:])):
        if at > last and isinstance(block, Heading) and block.level == 1:
            _place(paper, waiting, must=True)
        if isinstance(block, Picture):
            drawn = document.album.pages(block.chart, album.PNG)
            waiting += [_Drawn(raw, alt, block.chart.title, block.label) for raw, alt in drawn]
        else:
            _write(paper, block)
        # The author's own words on a chart come right behind it, and nothing goes in between.
        has_words = isinstance(block, Picture) and not isinstance(following, Heading)
        if has_words or following is None or isinstance(following, Heading | Picture):
            _place(paper, waiting, must=has_words or following is None)


class _Drawn(NamedTuple):
    """A picture with its alternative text, its title and the number above it."""

    raw: bytes
    alt: str
    title: str
    label: str

    @property
    def height(self) -> float:
        """Of the width of the text."""
        wide, high = Image.open(BytesIO(self.raw)).size
        return float(high / wide)


def _place(paper: _Paper, waiting: list[_Drawn], *, must: bool) -> None:
    """Print the charts that wait, as far as they fit the page; all of them where they `must` come now."""
    while waiting and (must or not paper.will_page_break(waiting[0].height * paper.epw + AROUND)):
        drawn = waiting.pop(0)
        height = min(drawn.height * paper.epw, paper.eph - AROUND)
        if paper.will_page_break(height + AROUND):
            paper.add_page()
        paper.ln(2)
        _say(paper, drawn.label, SMALL, "B")
        paper.image(BytesIO(drawn.raw), h=height, alt_text=paper.clean(drawn.alt), title=paper.clean(drawn.title))
        paper.ln(3)


def _write(paper: _Paper, block: Block) -> None:
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
        case Grid(head, rows):
            _grid(paper, head, rows)
        case References(items, code):
            for item in items:
                _reference(paper, item, code=code)


def _heading(paper: _Paper, text: str, level: int) -> None:
    size = 14.0 if level == 1 else 10.5
    if paper.will_page_break(size * POINT * 4):  # no heading at the foot of a page
        paper.add_page()
    paper.ln(4 if level == 1 else 2)
    _say(paper, text, size, "B")
    paper.ln(1)


def _say(paper: _Paper, text: str, size: float, style: str = "", ink: tuple[int, int, int] = INK) -> None:
    paper.set_font("DejaVu", style, size)
    paper.set_text_color(*ink)
    height = size * POINT * LINE
    told = paper.clean(text)
    prepare(paper, told)
    paper.multi_cell(0, height, told, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _passage(paper: _Paper, excerpt: Excerpt, source: str) -> None:
    """The sentence with the counted words on a coloured ground, indented, and its source below."""
    size = TEXT - 0.5
    strong = "" if excerpt.is_whole else "B"
    runs = [
        Run(paper.clean(excerpt.before), "", size, INK),
        Run(paper.clean(excerpt.marked), strong, size, INK),
        Run(paper.clean(excerpt.after), "", size, INK),
        Run(f"  {paper.clean(source)}", "", SMALL, FAINT),
    ]
    write(paper, runs, EDGE + INDENT, EDGE + INDENT, size * POINT * LINE)
    paper.ln(0.8)


def _grid(paper: _Paper, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    paper.set_font("DejaVu", "", SMALL - 0.5)
    paper.set_text_color(*INK)
    told = [[paper.clean(cell) for cell in row] for row in (head, *rows)]
    widths = _widths(list(zip(*told, strict=True)))
    prepare(paper, "".join(cell for row in told for cell in row))
    style = FontFace(emphasis="BOLD", fill_color=(235, 235, 235))
    with paper.table(
        col_widths=widths, text_align="LEFT", headings_style=style, line_height=SMALL * POINT * 1.35, padding=0.8
    ) as table:
        for cells in told:
            table.row(cells)
    paper.ln(3)


def _widths(columns: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The shares of the columns of a table: each holds its longest word, and more where it has more to say."""
    least = [min(WORD, max(len(word) for text in column for word in (text.split() or [""]))) + 3 for column in columns]
    wanted = [max(low, min(FULL, max(map(len, column)))) for low, column in zip(least, columns, strict=True)]
    rest = max(0, LETTERS - sum(least)) / max(1, sum(wanted) - sum(least))
    return tuple(round(low + min(1, rest) * (full - low)) for low, full in zip(least, wanted, strict=True))


def _reference(paper: _Paper, reference: Reference, *, code: bool) -> None:
    """One work, with its first line standing out; code keeps its lines."""
    if code:
        paper.set_font("Mono", "", SMALL)
        paper.set_text_color(*INK)
        told = paper.clean("".join(run.text for run in reference))
        prepare(paper, told)
        paper.multi_cell(0, SMALL * POINT * LINE, told, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    else:
        runs = [Run(paper.clean(run.text), "I" if run.italic else "", TEXT, INK) for run in reference]
        write(paper, runs, EDGE, EDGE + INDENT, TEXT * POINT * LINE)
    paper.ln(1)

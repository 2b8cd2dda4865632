"""Lines of words in several styles on a page of a PDF: fpdf2 breaks a word in two where its style changes."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import XPos, YPos

SPACE = re.compile(r"(\s+)")
Ink = tuple[int, int, int]


class Run(NamedTuple):
    """A stretch of text in one style; `style` "" or "B" or "I"."""

    text: str
    style: str
    size: float
    ink: Ink
    face: str = "DejaVu"


def write(paper: FPDF, runs: Sequence[Run], first: float, left: float, height: float) -> None:
    """`runs` as one paragraph; its first line begins at `first`, the others at `left` (millimetres from the edge)."""
    right = paper.w - paper.r_margin
    if paper.will_page_break(2 * height):
        paper.add_page()
    paper.set_x(first)
    for word, is_apart in _words(runs):
        widths = [_width(paper, piece) for piece in word]
        gap = _width(paper, word[0]._replace(text=" ")) if is_apart and paper.x > left else 0.0
        if paper.x + gap + sum(widths) > right and paper.x > left:
            paper.ln(height)
            paper.set_x(left)
        else:
            paper.set_x(paper.x + gap)
        for piece, width in zip(word, widths, strict=True):
            _put(paper, piece, min(width, right - left), height)
    paper.ln(height)


def _words(runs: Sequence[Run]) -> Iterator[tuple[list[Run], bool]]:
    """Words with whether a space stands before each; a word can have pieces of several styles."""
    pieces: list[Run] = []
    is_apart = False
    for run in runs:
        for text in SPACE.split(run.text):
            if text and not text.isspace():
                pieces.append(run._replace(text=text))
            elif text:
                if pieces:
                    yield pieces, is_apart
                pieces, is_apart = [], True
    if pieces:
        yield pieces, is_apart


def _width(paper: FPDF, piece: Run) -> float:
    paper.set_font(piece.face, piece.style, piece.size)
    return float(paper.get_string_width(piece.text))


def _put(paper: FPDF, piece: Run, width: float, height: float) -> None:
    paper.set_font(piece.face, piece.style, piece.size)
    paper.set_text_color(*piece.ink)
    paper.cell(width, height, piece.text, new_x=XPos.RIGHT, new_y=YPos.TOP)

"""Lines of words in several styles on a page of a PDF: fpdf2 breaks a word in two where its style changes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from analysis.report import typeface

FACES: Mapping[str, str] = {"": typeface.REGULAR, "B": typeface.BOLD, "I": typeface.OBLIQUE}
SPACE = re.compile(r"(\s+)")
Ink = tuple[int, int, int]


class Run(NamedTuple):
    """A stretch of text in one style; `style` "" or "B" or "I"."""

    text: str
    style: str
    size: float
    ink: Ink
    face: str = "DejaVu"


class _Word(NamedTuple):
    """A word in pieces of one or more styles, and whether a space stands before it."""

    pieces: list[Run]
    is_apart: bool


def prepare(paper: FPDF, text: str) -> None:
    """Have `paper` set `text`: letters of a face that lacks them from the upright one, Arabic joined, in its order."""
    is_plain = typeface.letters(typeface.REGULAR, typeface.BOLD, typeface.OBLIQUE, typeface.MONO).issuperset(text)
    paper.set_fallback_fonts([] if is_plain else ["DejaVu"], exact_match=False)
    paper.set_text_shaping(typeface.is_right_to_left(text), direction="ltr")


def write(paper: FPDF, runs: Sequence[Run], first: float, left: float, height: float) -> None:
    """`runs` as one paragraph; its first line begins at `first`, the others at `left` (millimetres from the edge)."""
    right = paper.w - paper.r_margin
    if paper.will_page_break(2 * height):
        paper.add_page()
    prepare(paper, "".join(run.text for run in runs))
    paper.set_x(first)
    begins_line = True
    for word in _phrases([_upright(run) for run in runs]):
        widths = [_width(paper, piece) for piece in word.pieces]
        gap = _width(paper, word.pieces[0]._replace(text=" ")) if word.is_apart and not begins_line else 0.0
        if paper.x + gap + sum(widths) > right and not begins_line:
            paper.ln(height)
            paper.set_x(left)
        else:
            paper.set_x(paper.x + gap)
        begins_line = False
        for piece, width in zip(word.pieces, widths, strict=True):
            _put(paper, piece, min(width, right - left), height)
    paper.ln(height)


def _upright(run: Run) -> Run:
    """The run without its style where the face of that style lacks a letter."""
    has_all = typeface.letters(FACES[run.style]).issuperset(run.text)
    return run if has_all else run._replace(style="")


def _phrases(runs: Sequence[Run]) -> Iterator[_Word]:
    """Words; those of one style that are read from right to left stay together, since they are set in that order."""
    held: _Word | None = None
    for word in _words(runs):
        if held and word.is_apart and (joined := _joined(held.pieces, word.pieces)):
            held = _Word(joined, held.is_apart)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _joined(pieces: list[Run], more: list[Run]) -> list[Run]:
    """The pieces of two words as those of one phrase; none where one of them is read from left to right."""
    last, first = pieces[-1], more[0]
    is_one_style = last._replace(text="") == first._replace(text="")
    if not (is_one_style and typeface.is_right_to_left(last.text) and typeface.is_right_to_left(first.text)):
        return []
    return [*pieces[:-1], last._replace(text=f"{last.text} {first.text}"), *more[1:]]


def _words(runs: Sequence[Run]) -> Iterator[_Word]:
    pieces: list[Run] = []
    is_apart = False
    for run in runs:
        for text in SPACE.split(run.text):
            if text and not text.isspace():
                pieces.append(run._replace(text=text))
            elif text:
                if pieces:
                    yield _Word(pieces, is_apart)
                pieces, is_apart = [], True
    if pieces:
        yield _Word(pieces, is_apart)


def _width(paper: FPDF, piece: Run) -> float:
    paper.set_font(piece.face, piece.style, piece.size)
    return float(paper.get_string_width(piece.text))


def _put(paper: FPDF, piece: Run, width: float, height: float) -> None:
    paper.set_font(piece.face, piece.style, piece.size)
    paper.set_text_color(*piece.ink)
    paper.cell(width, height, piece.text, new_x=XPos.RIGHT, new_y=YPos.TOP)

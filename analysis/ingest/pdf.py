"""Reads the article, or the articles of a database export, out of a PDF that holds text."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from statistics import median, quantiles
from typing import NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import exports, manuscript
from analysis.ingest.manuscript import Manuscript

LOCKED = "it is password-protected; save it without a password, or paste the text"
DAMAGED = "it is a damaged PDF; download or print it to PDF again, or paste the text"
DIGITS = re.compile(r"\d+")
HYPHEN = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]\Z")
WIDE = 1.3  # times the usual distance of two lines
EDGE = 2  # lines at the top and the foot of a page in which running heads are looked for


class Line(NamedTuple):
    """One printed line, and whether a wide gap above it begins a paragraph."""

    text: str
    is_first: bool


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """One manuscript, or one for each article of an export. Raises UnreadableInput for what cannot be one."""
    pages, title = _pages(raw)
    if not any(pages):
        raise UnreadableInput("there is no text in this PDF, only pictures of pages; paste the text instead")
    heads = _running_heads(pages)
    lines = [line for page in pages for place, line in enumerate(page) if not _is_head(page, place, heads)]
    exported = exports.find("\n".join(line.text for line in lines), id)
    if exported:
        return exported
    text, kinds = manuscript.lined([*_paragraphs(lines), *(("running head", line) for line in heads.values())])
    is_told = title and title in text[:1000].replace("\n", " ")
    return [Manuscript(id=id, text=text, title=title if is_told else "", kinds=kinds)]


def _pages(raw: bytes) -> tuple[list[list[Line]], str]:
    """The lines of each page, and the title that the file states."""
    most = int(lexicons.threshold("pdf_pages"))
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableInput(LOCKED)
        if len(reader.pages) > most:
            raise UnreadableInput(
                f"it has more than {most} pages; save the pages of the article as a file of their own"
            )
        title = " ".join(((reader.metadata and reader.metadata.title) or "").split())
        return [_lines(page) for page in reader.pages], title
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableInput(LOCKED) from error
    except LimitReachedError as error:
        raise UnreadableInput("it unpacks to more than is allowed for one file; paste the text instead") from error
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError) as error:
        raise UnreadableInput(DAMAGED) from error


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page. One begins a paragraph where the gap above it is clearly wider than the usual one."""
    heights: list[float] = []
    texts: list[str] = [""]

    def take(text: str, _cm: list[float], matrix: list[float], _font: object, _size: float) -> None:
        for place, piece in enumerate(text.split("\n")):
            if place:
                texts.append("")
            if piece.strip() and len(heights) < len(texts):
                heights.extend([matrix[5]] * (len(texts) - len(heights)))
            texts[-1] += piece

    page.extract_text(visitor_text=take)
    heights.extend([0.0] * (len(texts) - len(heights)))
    drawn = [(" ".join(text.split()), height) for text, height in zip(texts, heights, strict=False) if text.strip()]
    gaps = [0.0, *(before[1] - after[1] for before, after in pairwise(drawn))]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    return [Line(text, gap > WIDE * usual) for (text, _), gap in zip(drawn, gaps, strict=False)]


def _running_heads(pages: list[list[Line]]) -> dict[str, str]:
    """Lines that stand at the top or foot of several pages, by their key, in which all numbers are alike."""
    edges = [[line.text for line in (*page[:EDGE], *page[-EDGE:])] for page in pages]
    found = {_key(text): text for edge in edges for text in edge}
    counts = Counter(key for edge in edges for key in set(map(_key, edge)))
    least = 2 if len(pages) < 6 else 3
    return {key: text for key, text in found.items() if counts[key] >= least}


def _is_head(page: list[Line], place: int, heads: dict[str, str]) -> bool:
    return (place < EDGE or place >= len(page) - EDGE) and _key(page[place].text) in heads


def _key(line: str) -> str:
    return DIGITS.sub("#", line.casefold())


def _paragraphs(lines: list[Line]) -> Iterator[tuple[str, str]]:
    """The lines joined to paragraphs: one ends before a wide gap, and at a line clearly shorter than the column."""
    lengths = [len(line.text) for line in lines]
    width = quantiles(lengths, n=10)[-2] if len(lengths) > 3 else max(lengths, default=0)
    full = lexicons.threshold("wrapped_full") * width
    joined = ""
    is_open = False
    for text, is_first in lines:
        if joined and (is_first or not is_open):
            yield "paragraph", joined
            joined = ""
        is_broken = HYPHEN.search(joined) and text[0].islower()
        joined = joined[:-1] + text if is_broken else f"{joined} {text}".strip()
        is_open = len(text) >= full
    yield "paragraph", joined

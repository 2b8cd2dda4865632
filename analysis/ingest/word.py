"""Reads the article, or the articles of a database export, out of a Word document (.docx)."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from analysis.errors import UnreadableInput
from analysis.ingest import exports, manuscript, office
from analysis.ingest.manuscript import Manuscript

DAMAGED = "it is a damaged Word document; open it in Word and save it again"


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """One manuscript, or one for each article of an export. Raises UnreadableInput for what cannot be one."""
    office.check(raw)
    try:
        document = Document(BytesIO(raw))
        passages = list(_passages(document))
        told = document.core_properties
        title, author = told.title or "", told.author or ""
    except (PackageNotFoundError, BadZipFile, LxmlError, ParseError, KeyError, ValueError, AttributeError) as error:
        raise UnreadableInput(DAMAGED) from error
    if not passages:
        raise UnreadableInput("there is no text in it; if it holds a picture of the text, paste the text instead")
    exported = exports.find("\n".join(text for _, text in passages), id)
    if exported:
        return exported
    headline = next((text for kind, text in passages if kind == "title"), "")
    text, kinds = manuscript.lined((kind if kind != "title" else "paragraph", text) for kind, text in passages)
    is_told = title and title.strip() in text.split("\n", 3)[:3]
    # Word writes the owner of the computer into "author"; only a name that the text repeats is the byline.
    byline = author if author and author in text[:600] else ""
    return [
        Manuscript(id=id, text=text, title=headline or (title.strip() if is_told else ""), byline=byline, kinds=kinds)
    ]


def _passages(document: WordDocument) -> Iterator[tuple[str, str]]:
    """(kind, text) of each paragraph and table row, in order; a line break inside a paragraph ends it."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            kind = _kind((block.style.name or "") if block.style else "")
            yield from ((kind, line) for line in block.text.split("\n") if line.strip())
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    """The rows of a table; in a table of one column, the lay-out of some exports, the paragraphs."""
    for row in table.rows:
        cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))  # a merged cell comes once per column
        if len(table.columns) == 1:
            yield from (("paragraph", line) for cell in cells for line in cell.split("\n") if line.strip())
        elif any(cells):
            yield "table row", " | ".join(cells)


def _kind(style: str) -> str:
    name = style.lower()
    if name == "title":
        return "title"
    if name.startswith(("heading", "subtitle")):
        return "subheading"
    if "quote" in name:
        return "block quotation"
    if name.startswith("caption"):
        return "caption"
    return "list item" if name.startswith("list") else "paragraph"

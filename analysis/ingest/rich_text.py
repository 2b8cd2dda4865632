"""Reads the article, or the articles of a database export, out of an RTF document."""

from striprtf.striprtf import rtf_to_text

from analysis.errors import UnreadableInput
from analysis.ingest import exports, manuscript
from analysis.ingest.manuscript import Manuscript


def read(raw: bytes, *, id: str) -> list[Manuscript]:
    """One manuscript, or one for each article of an export. Raises UnreadableInput where there is no text."""
    text = rtf_to_text(raw.decode("latin-1"), errors="replace")  # every byte above 127 is escaped in RTF
    if not text.strip():
        raise UnreadableInput("there is no text in it; open it in a word processor and save it as .docx")
    exported = exports.find(text.replace("|", "\n"), id)  # the cells of a table come between bars
    if exported:
        return exported
    lined, kinds = manuscript.lined(("paragraph", line) for line in text.split("\n"))
    return [Manuscript(id=id, text=lined, kinds=kinds)]

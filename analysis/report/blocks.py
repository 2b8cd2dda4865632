"""The blocks that a report is made of, the same for HTML, DOCX and PDF."""

from dataclasses import dataclass
from datetime import date

from analysis.report.album import Album
from analysis.report.chart import Chart
from analysis.report.excerpts import Excerpt
from analysis.report.references import Reference


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands below the title of the report."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text, one paragraph; a `note` is set small."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Passages:
    """Sentences of articles with the counted words marked, each with its source and place."""

    items: tuple[tuple[Excerpt, str], ...]  # (passage, "Outlet, paragraph 3")


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, numbered from 1 through the report."""

    chart: Chart
    number: int

    @property
    def label(self) -> str:
        """What stands above it."""
        return f"Figure {self.number}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of strings."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class References:
    """The list of works referred to; each on its own line, as code where it is BibTeX."""

    items: tuple[Reference, ...]
    code: bool = False


Block = Heading | Paragraph | Passages | Picture | Grid | References


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. album: the pictures of its charts."""

    title: str
    author: str
    made: date
    blocks: tuple[Block, ...]
    album: Album

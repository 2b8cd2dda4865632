"""From inputs to a finished report or bundle: what `python -m analysis report` calls."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from analysis import reading
from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.report import bundle, document, html_page, outline, pdf_file, word_file
from analysis.report.blocks import Document
from analysis.report.compared import Compared
from analysis.workspace import Draft, Event, Report, Workspace

WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    ".html": html_page.build,
    ".docx": word_file.build,
    ".pdf": pdf_file.build,
}
FORMATS = (".zip", *WRITERS)
EVENT = "report"  # id of the event that the articles are put under


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of the file, and what could not be read."""

    content: bytes
    unread: tuple[UnreadableInput, ...]


def build(sources: Iterable[str | Path], ending: str, *, title: str = "", author: str = "", style: str = "apa") -> Made:
    """A first draft of a report on the articles of `sources`, or a bundle where `ending` is ".zip".

    Raises UnreadableInput where none of them can be read, ValueError for another ending.
    """
    if ending not in FORMATS:
        raise ValueError(f"a report is one of {', '.join(FORMATS)}")
    drafts, articles, unread = _read(sources)
    if not articles:
        raise UnreadableInput(f"Nothing to report on. {' '.join(map(str, unread))}".strip())
    found = Compared(articles)
    report = replace(outline.build(found, title), author=author, style=style)
    workspace = Workspace((Event(EVENT, title or document.UNTITLED, "", drafts),), reports={EVENT: report})
    return Made(_written(found, report, ending, workspace), unread)


def _read(
    sources: Iterable[str | Path],
) -> tuple[tuple[Draft, ...], tuple[Article, ...], tuple[UnreadableInput, ...]]:
    drafts: list[Draft] = []
    articles: list[Article] = []
    unread: list[UnreadableInput] = []
    for found in reading.manuscripts(sources):
        if isinstance(found, UnreadableInput):
            unread.append(found)
            continue
        draft = Draft(found.id, found)
        try:
            articles.append(draft.read())
            drafts.append(draft)
        except UnreadableInput as error:
            unread.append(UnreadableInput(f"{found.source}: {error}"))
    return tuple(drafts), tuple(articles), tuple(unread)


def _written(found: Compared, report: Report, ending: str, workspace: Workspace) -> bytes:
    today = date.today()
    if ending == ".zip":
        return bundle.build(found, report, today, workspace, EVENT)
    written = document.build(found, report, today)
    return WRITERS[ending](written)

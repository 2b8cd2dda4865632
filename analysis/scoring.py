"""From inputs to finished records: what the command line and other programs call."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis import ingest, reading
from analysis.errors import UnreadableInput
from analysis.ingest import plain_text
from analysis.model import Article
from analysis.report import comparison_record, record
from analysis.report.record import Record


def score_texts(texts: Iterable[str]) -> Iterator[Record]:
    """One record per text, taken unchanged; see `analysis.score_texts`."""
    for position, text in enumerate(texts):
        try:
            article = plain_text.read(text, id=str(position), as_is=True)[0]
        except UnreadableInput:  # every text keeps its place; the measures say what is missing
            article = Article(id=str(position), body=text)
        yield record.build(article)


def score_paths(
    paths: Iterable[str | Path], *, as_is: bool = False, follow: bool = False
) -> Iterator[Record | UnreadableInput]:
    """One record per article found in `paths` (files, folders, addresses of pages).

    What cannot be read comes as the error, and the rest goes on. follow: see reading.read.
    """
    for article in _with_text(paths, as_is, follow):
        yield article if isinstance(article, UnreadableInput) else record.build(article)


def compare_paths(
    paths: Iterable[str | Path], *, as_is: bool = False, follow: bool = False, insist: bool = False
) -> tuple[list[Record], list[UnreadableInput]]:
    """(one record of the articles of each event in `paths`, what could not be read or names no event).

    One record of all articles where they name fewer than two events. insist: list claims across events, too.
    """
    found = list(_with_text(paths, as_is, follow))
    unread = [one for one in found if isinstance(one, UnreadableInput)]
    records, left_out = comparison_record.build_each([one for one in found if isinstance(one, Article)], insist)
    return records, [*unread, *left_out]


def _with_text(paths: Iterable[str | Path], as_is: bool, follow: bool) -> Iterator[Article | UnreadableInput]:
    """The articles of `paths`; one of which only the reference is known comes as an error."""
    return map(ingest.with_text, reading.read(paths, as_is=as_is, follow=follow))

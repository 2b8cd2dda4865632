"""From inputs to finished records: what the command line and other programs call."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis import ingest, reading
from analysis.errors import UnreadableInput
from analysis.ingest import plain_text
from analysis.model import Article
from analysis.report import record
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
    for article in reading.read(paths, as_is=as_is, follow=follow):
        if isinstance(article, UnreadableInput):
            yield article
        elif ingest.REFERENCE in article.notes:
            yield UnreadableInput(f"{article.source}: “{article.headline}”: {ingest.REFERENCE}")
        else:
            yield record.build(article)

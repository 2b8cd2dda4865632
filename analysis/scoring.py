"""From inputs to finished records: what the command line and other programs call."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis import ingest
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


def score_paths(paths: Iterable[Path], *, as_is: bool = False) -> Iterator[Record | UnreadableInput]:
    """One record per article found in `paths`; what cannot be read comes as the error, and the rest goes on."""
    for path in paths:
        for article in ingest.read_path(path, as_is=as_is):
            yield article if isinstance(article, UnreadableInput) else record.build(article)

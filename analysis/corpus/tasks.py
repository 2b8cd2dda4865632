"""What is made of a chunk: a part with one row per article, or per event, as a table or as whole records."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from analysis import reading
from analysis.corpus import columns, entries, partition, parts
from analysis.corpus.columns import Row
from analysis.corpus.entries import Chunk, Entry
from analysis.errors import UnreadableInput
from analysis.model import Article
from analysis.report import json_line, record

T = TypeVar("T")
RECORD = dict.fromkeys(("id", "source", "problem", "named", "record"), "str")


class Task(NamedTuple):
    """What is done with chunks. has_records: whole records as JSON, for .jsonl; else a flat table.

    compares: one row per event instead of one per article. insist: see comparison_record.build.
    """

    has_records: bool = False
    as_is: bool = False
    compares: bool = False
    insist: bool = False

    def types(self) -> dict[str, str]:
        """Columns of a part and their types."""
        if self.has_records:
            return RECORD
        return dict(columns.EVENT if self.compares else columns.types())


def score(task: Task, chunk: Chunk, part: Path) -> None:
    """Score or compare what is in the chunk and write its part, where it is not there yet."""
    if part.exists():
        return
    rows = _compared if task.compares else _scored
    with _garbage_left():
        frame = columns.frame((row for entry in chunk for row in rows(task, entry)), task.types())
    parts.write(part, frame)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Look for garbage once behind a chunk and not thousands of times in it, which takes a tenth of all time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(1)
        if was_on:
            gc.enable()


def _scored(task: Task, entry: Entry) -> Iterator[Row]:
    tell = _record if task.has_records else columns.row
    for found in entries.read(entry, as_is=task.as_is):
        yield _told(tell, found, entry)


def _compared(task: Task, entry: Entry) -> Iterator[Row]:
    """The problems of the event's articles, then its row."""
    from analysis.corpus import comparisons  # noqa: PLC0415  see there

    articles, used = list[Article](), dict[str, int]()
    for found in entries.read(entry, as_is=task.as_is):
        if isinstance(found, UnreadableInput):
            yield columns.problem(found, source=entry.where)
        else:
            articles.append(replace(found, id=reading.own_id(found.id, used)))
    if isinstance(entry.held, entries.Group):
        tell = partial(comparisons.build, entry.held.event, insist=task.insist, has_records=task.has_records)
        yield _told(tell, articles, entry)


def _told(tell: Callable[[T], Row], found: T | UnreadableInput, entry: Entry) -> Row:
    told = found if isinstance(found, UnreadableInput) else partition.safely(tell, found, entry.where)
    if isinstance(told, UnreadableInput):
        return columns.problem(told, found.id if isinstance(found, Article) else "", entry.where)
    return told


def _record(article: Article) -> Row:
    """named: the id inside the record, which the row's own may come to differ from."""
    id = columns.storable(article.id)
    told = record.build(article)
    return {"id": id, "named": id, "source": columns.storable(article.source), "record": json_line.build(told)}

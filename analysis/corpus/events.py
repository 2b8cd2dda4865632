"""The articles of a corpus by the event they name, however far apart they stand: on the disk, not in memory."""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from analysis import lexicons
from analysis.corpus import entries
from analysis.corpus.entries import Entry, Group
from analysis.errors import UnreadableInput
from analysis.ingest import json_lines
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article
from analysis.report import comparison_record


def find(found: Iterable[Entry], file: Path, *, as_is: bool = False) -> Iterator[Entry]:
    """One entry per event, in the order of their first articles, and one for everything that cannot be compared.

    Where fewer than two events are named, all articles are one event without a name. file: for the articles meanwhile.
    """
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as kept:
        kept.execute("PRAGMA synchronous=OFF")  # after a crash the file is made anew
        kept.execute("CREATE TABLE entries (event TEXT, entry BLOB)")
        kept.execute("BEGIN")
        for entry in found:
            for event, one in _by_event(entry, as_is):
                kept.execute("INSERT INTO entries VALUES (?, ?)", (event, pickle.dumps(one)))
        kept.execute("CREATE INDEX by_event ON entries (event)")
        kept.execute("COMMIT")
        yield from (pickle.loads(row[0]) for row in kept.execute("SELECT entry FROM entries WHERE event IS NULL"))
        yield from _groups(kept)
    file.unlink()


def _groups(kept: sqlite3.Connection) -> Iterator[Entry]:
    events = "SELECT event, COUNT(*) FROM entries WHERE event IS NOT NULL GROUP BY event ORDER BY MIN(rowid)"
    (named,) = kept.execute("SELECT COUNT(DISTINCT event) FROM entries WHERE event <> ''").fetchone()
    if named < 2:
        rows = kept.execute("SELECT entry FROM entries WHERE event IS NOT NULL ORDER BY rowid")
        yield _group("", rows)
        return
    most = int(lexicons.threshold("event_articles"))
    for event, n in kept.execute(events):
        rows = kept.execute("SELECT entry FROM entries WHERE event = ? ORDER BY rowid", (event,))
        if not event:
            for row in rows:
                entry = pickle.loads(row[0])
                yield entry._replace(held=comparison_record.without_event(entry.where))
        elif n > most:
            reason = f"The event “{event}” has {n:,} articles, more than {most}; split it, or name its parts apart."
            yield Entry(event, UnreadableInput(reason))
        else:
            yield _group(event, rows)


def _group(event: str, rows: Iterable[tuple[bytes]]) -> Entry:
    found = tuple(pickle.loads(row[0]) for row in rows)
    return Entry(event, Group(event, found), sum(entry.size for entry in found))


def _by_event(entry: Entry, as_is: bool) -> Iterator[tuple[str | None, Entry]]:
    """(event, entry) of everything in the entry; the event of what is no article is None."""
    held = entry.held
    if isinstance(held, bytes):
        try:
            held = replace(json_lines.of_line(held, entry.where), source=entry.where)
        except UnreadableInput as error:
            held = error
    found = entries.read(entry, as_is=as_is) if isinstance(held, Path) else [held]
    for one in found:
        event = one.event if isinstance(one, Manuscript | Article) else None
        yield event, entry._replace(held=one, mark="")

"""Joins the parts of a run, in their order, to one Parquet, CSV or JSON Lines file and a list of problems."""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import IO, NamedTuple

import pyarrow as pa
from pyarrow import parquet

from analysis.corpus import parts
from analysis.corpus.columns import Row
from analysis.errors import UnreadableInput
from analysis.ingest import json_lines
from analysis.report import json_line

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so
GROUP = 2_000  # rows of a row group of the joined Parquet file


class Joined(NamedTuple):
    """rows: how many stand in the output. problems: how many stand in the list; first: the first of them."""

    rows: int
    problems: int
    first: tuple[str, ...]


def join(found: Iterable[Path], schema: pa.Schema, out: Path) -> Joined:
    """Write `out`, in the format its name ends in, and beside it `out`.problems.csv where there are problems.

    Rows with a problem go to that list and not to `out`. An id that an earlier article has gets a number behind it.
    Both files appear only when they are complete.
    """
    beside = parts.folder(out)
    joined, listed, named = beside / "joined", beside / "problems", problems_of(out)
    with closing(_Ids()) as ids, listed.open("w", encoding="utf-8-sig", newline="") as handle:
        problems = _Problems(handle)
        rows = WRITERS[out.suffix.lower()](_told_apart(parts.read(iter(found)), ids, problems), schema, joined)
    if problems.n:
        listed.replace(named)
    else:
        named.unlink(missing_ok=True)
    joined.replace(out)
    return Joined(rows, problems.n, tuple(problems.first))


def problems_of(out: Path) -> Path:
    """The file that lists what could not be scored."""
    return out.with_name(f"{out.name}.problems.csv")


class _Problems:
    """The list of problems as it is written; it keeps the first few."""

    def __init__(self, handle: IO[str], shown: int = 20) -> None:
        self._rows, self._shown = csv.writer(handle, lineterminator="\n"), shown
        self._rows.writerow(("source", "id", "problem"))
        self.n, self.first = 0, list[str]()

    def add(self, row: Row) -> None:
        self.n += 1
        self._rows.writerow([_cell(row[name]) for name in ("source", "id", "problem")])
        if self.n <= self._shown:
            self.first.append(row["problem"])


class _Ids:
    """The ids so far, on the disk and not in memory: there may be a hundred million."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)  # a file that goes away with the connection
        self._file.execute("CREATE TABLE ids (id TEXT PRIMARY KEY, n INTEGER, source TEXT) WITHOUT ROWID")
        self._file.execute("BEGIN")

    def close(self) -> None:
        self._file.close()

    def own(self, id: str, source: str) -> str:
        """The id, or where it is taken a new one. Raises UnreadableInput where another line of its file has it."""
        known = self._file.execute("SELECT n, source FROM ids WHERE id = ?", (id,)).fetchone()
        if known is None:
            self._file.execute("INSERT INTO ids VALUES (?, 1, ?)", (id, source))
            return id
        n, first = known
        file, is_line, _ = source.rpartition(", line ")
        if is_line and first.rpartition(", line ")[0] == file:
            raise json_lines.repeated(source, id, first)
        while True:
            n += 1
            added = self._file.execute("INSERT OR IGNORE INTO ids VALUES (?, 1, ?)", (f"{id}-{n}", source))
            if added.rowcount:
                break
        self._file.execute("UPDATE ids SET n = ? WHERE id = ?", (n, id))
        return f"{id}-{n}"


def _told_apart(tables: Iterable[pa.Table], ids: _Ids, problems: _Problems) -> Iterator[pa.Table]:
    """The tables without the rows that have problems, and with ids that differ."""
    for table in tables:
        facts = table.select(["id", "source", "problem"]).to_pylist()
        kept, own = list[bool](), list[str]()
        for row in facts:
            try:
                if not row["problem"]:
                    own.append(ids.own(row["id"], row["source"]))
            except UnreadableInput as error:
                row["problem"] = str(error)
            kept.append(not row["problem"])
            if row["problem"]:
                problems.add(row)
        good = table if all(kept) else table.filter(pa.array(kept, pa.bool_()))
        place = good.schema.get_field_index("id")
        yield good.set_column(place, good.schema.field(place), pa.array(own, good.schema.field(place).type))


def _write_parquet(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> int:
    n, waiting = 0, list[pa.Table]()
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for table in tables:
            waiting.append(table.cast(schema))
            n += table.num_rows
            if sum(one.num_rows for one in waiting) >= GROUP:
                writer.write_table(pa.concat_tables(waiting))
                waiting.clear()
        if waiting:
            writer.write_table(pa.concat_tables(waiting))
    return n


def _write_csv(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> int:
    """CSV for Excel and everything else: UTF-8 with its mark, no cell that a spreadsheet would run."""
    n = 0
    with file.open("w", encoding="utf-8-sig", newline="") as handle:
        rows = csv.writer(handle, lineterminator="\n")
        rows.writerow(schema.names)
        for table in tables:
            n += table.num_rows
            columns = [column.to_pylist() for column in table.columns]
            rows.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))
    return n


def _write_lines(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> int:
    """The records, which the parts hold as JSON; one whose article got a new id is written with it."""
    n = 0
    with file.open("w", encoding="utf-8") as handle:
        for table in tables:
            for id, first, record in zip(*(table[name].to_pylist() for name in ("id", "named", "record")), strict=True):
                line = record if id == first else json_line.build(json.loads(record) | {"id": id})
                handle.write(f"{line}\n")
                n += 1
    return n


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


Writer = Callable[[Iterable[pa.Table], pa.Schema, Path], int]
WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".parquet": _write_parquet, ".csv": _write_csv, ".jsonl": _write_lines, ".ndjson": _write_lines}
)

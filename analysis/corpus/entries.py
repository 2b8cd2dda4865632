"""What a corpus holds, one entry after the other and never all at once: lines, rows, and files that are read whole.

CSV, JSON Lines and Parquet files are streamed whatever their size; every other file is an entry of its own, which is
opened only where it is scored.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import IO, NamedTuple, Union

import pyarrow
from pyarrow import parquet

from analysis import ingest
from analysis.errors import UnreadableInput
from analysis.ingest import files, json_lines, kinds, manuscript, repair, spreadsheet
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article

AT_ONCE = 100  # entries a chunk has at most: a second or two of work, which is what a kill costs
AT_MOST = 4_000_000  # bytes a chunk has at most, but for a single larger entry
ROWS = 200  # rows of a Parquet file that are unpacked at a time
BUFFER = 1 << 20  # bytes of a Parquet column that are read at a time
LONGEST = 20_000_000  # characters of one line of a CSV file
TABLES = frozenset({".csv", ".tsv", ".tab"})
LINES = frozenset({".jsonl", ".ndjson"})

Chunk = tuple["Entry", ...]
Held = Union[bytes, Manuscript, Article, Path, "Group", UnreadableInput]


class Entry(NamedTuple):
    """One thing to read. where: what to call it in messages. held: a line, row, article, file or event, or a problem.

    size: bytes of the corpus it stands for. mark: what tells that a file was changed. is_listed: found in a folder.
    """

    where: str
    held: Held
    size: int = 0
    mark: str = ""
    is_listed: bool = False


class Group(NamedTuple):
    """All articles of one event."""

    event: str
    entries: Chunk


def find(sources: Iterable[str | Path]) -> Iterator[Entry]:
    """Every entry of files and folders, in order; what cannot be opened comes as a problem in its place."""
    for source in map(Path, sources):
        if not source.is_dir():
            yield from _in_file(source, is_listed=False)
            continue
        for file in ingest.files_in(source):
            if isinstance(file, UnreadableInput):
                yield Entry(str(source), file)
            else:
                yield from _in_file(file, is_listed=True)


def size(sources: Iterable[str | Path]) -> int:
    """Bytes of all files together."""
    found = (file for source in map(Path, sources) for file in (source.iterdir() if source.is_dir() else [source]))
    return sum(file.stat().st_size for file in found if file.is_file())


def chunks(entries: Iterable[Entry]) -> Iterator[Chunk]:
    """The entries, some at a time; where a chunk ends depends on the entries alone."""
    taken: list[Entry] = []
    total = 0
    for entry in entries:
        if taken and (len(taken) == AT_ONCE or total + entry.size > AT_MOST):
            yield tuple(taken)
            taken, total = [], 0
        taken.append(entry)
        total += entry.size
    if taken:
        yield tuple(taken)


def digest(chunk: Chunk, settings: str) -> str:
    """24 hex digits that change with whatever the scores of the chunk depend on."""
    told = hashlib.sha256(settings.encode())
    for entry in chunk:
        told.update(repr((entry.where, entry.held, entry.mark)).encode("utf-8", "backslashreplace"))
    return told.hexdigest()[:24]


def read(entry: Entry, *, as_is: bool = False) -> Iterator[Article | UnreadableInput]:
    """The articles of an entry; what is no article, or has no text, comes as the reason."""
    held = entry.held
    try:
        if isinstance(held, bytes):
            line = replace(json_lines.of_line(held, entry.where), source=entry.where)
            yield manuscript.read(line, as_is=as_is)[0]
        elif isinstance(held, Manuscript):
            yield ingest.with_text(ingest.article_of(held, as_is=as_is))
        elif isinstance(held, Group):
            for one in held.entries:
                yield from read(one, as_is=as_is)
        elif isinstance(held, Path):
            opened = ingest.read_listed if entry.is_listed else ingest.read_path
            yield from map(ingest.with_text, opened(held, as_is=as_is))
        else:
            yield held
    except UnreadableInput as error:
        text = str(error)
        yield error if text.startswith(entry.where) else UnreadableInput(f"{entry.where}: {text}")
    except Exception as error:  # a fault that one text shows must not cost the others
        reason = f"{type(error).__name__}: {error}"[:200]
        yield UnreadableInput(f"{entry.where}: it could not be read ({reason}); please report this text.")


def _in_file(file: Path, *, is_listed: bool) -> Iterator[Entry]:
    try:
        stream = _stream(file)
        if stream:
            yield from stream(file)
        else:
            stat = file.stat() if file.is_file() else None
            mark = f"{stat.st_size} {stat.st_mtime_ns}" if stat else ""
            yield Entry(str(file), file, stat.st_size if stat else 0, mark, is_listed)
    except UnreadableInput as error:
        yield Entry(str(file), UnreadableInput(f"{file}: {str(error).rstrip('.')}."))
    except OSError as error:
        reason = f"{file} cannot be opened ({error.strerror or error}); check that you may read it and try again."
        yield Entry(str(file), UnreadableInput(reason))


def _stream(file: Path) -> Callable[[Path], Iterator[Entry]] | None:
    """The reader that takes the file row by row; None where it is read whole, or is not what its name says."""
    ending = file.suffix.lower()
    if not file.is_file() or not file.stat().st_size:
        return None
    if ending == ".parquet":
        return _parquet
    if ending in LINES:
        return _lines
    return _table if ending in TABLES and _is_table(file) else None


def _is_table(file: Path) -> bool:
    try:
        return kinds.find(file.name, _head(file)) == "table"
    except UnreadableInput:
        return False  # the reader of whole files says what it is


def _head(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(kinds.HEAD)


def _lines(file: Path) -> Iterator[Entry]:
    with file.open("rb") as handle:
        for where, held in json_lines.filled_lines(handle, str(file)):
            yield Entry(where or str(file), held, len(held) if isinstance(held, bytes) else 0)


def _table(file: Path) -> Iterator[Entry]:
    spreadsheet.allow(LONGEST)
    marked = repair.marked_encoding(_head(file))
    errors = "replace" if marked else "surrogateescape"
    with file.open("rb") as raw, TextIOWrapper(raw, marked or "utf-8", errors, newline="") as text:
        at = 0
        for found in spreadsheet.read_lines(_lines_of(text), id=files.id_of(file.name)):
            now = raw.tell()
            yield _row(file, found, now - at)
            at = now


def _lines_of(text: IO[str]) -> Iterator[str]:
    """The lines; bytes that are no UTF-8 are read as Windows-1252, line by line."""
    while line := text.readline(LONGEST):
        if len(line) == LONGEST:
            raise UnreadableInput(f"a line is longer than {LONGEST:,} characters; the rest of the table was left out")
        yield line if line.isascii() or not _is_damaged(line) else _mended(line)


def _is_damaged(line: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in line)


def _mended(line: str) -> str:
    return line.encode("utf-8", "surrogateescape").decode("sloppy-windows-1252")


def _parquet(file: Path) -> Iterator[Entry]:
    try:
        with parquet.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False) as opened:
            headings = opened.schema_arrow.names
            known = [heading for heading in headings if spreadsheet.field_of(heading)]
            has_text = any(spreadsheet.field_of(heading) == "text" for heading in known)
            chosen = known if has_text else headings
            share = file.stat().st_size // max(1, opened.metadata.num_rows)
            rows = _parquet_rows(opened, chosen)
            for found in spreadsheet.read_rows(rows, id=files.id_of(file.name)):
                yield _row(file, found, share)
    except pyarrow.ArrowException as error:
        raise UnreadableInput(f"it is a damaged Parquet file ({str(error)[:100]}); write it again") from error


def _parquet_rows(opened: parquet.ParquetFile, headings: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The headings as row 0, then the rows from 1."""
    yield 0, headings
    number = 0
    for batch in opened.iter_batches(batch_size=ROWS, columns=headings, use_threads=False):
        for values in zip(*map(_values, batch.columns), strict=True):
            number += 1
            yield number, [spreadsheet.cell(value) for value in values]


def _values(column: pyarrow.Array) -> list[object]:
    """The values; where a text is not in UTF-8, as bytes, of which spreadsheet.cell saves what there is."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return list(column.cast(pyarrow.large_binary()).to_pylist())


def _row(file: Path, found: Manuscript | UnreadableInput, size: int) -> Entry:
    if isinstance(found, UnreadableInput):
        return Entry(str(file), UnreadableInput(f"{file}: {str(found).rstrip('.')}."), size)
    return Entry(str(file), replace(found, source=str(file)), size)

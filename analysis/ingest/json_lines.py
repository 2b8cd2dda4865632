"""Reads articles from JSON Lines: one object per line with "id" and "text", and what else is known of the article."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article

OPTIONAL = ("title", "outlet", "url", "published", "byline", "event", "language")
OTHER_NAMES = {"headline": "title"}  # as the records of `read` name it


def read(source: Path | bytes, *, name: str = "", as_is: bool = False) -> Iterator[Article | UnreadableInput]:
    """One Article per good line and one UnreadableInput, not raised, per bad line, in the order of the file.

    source: a file, read line by line so that its size does not matter, or the bytes of an uploaded one.
    name: what to call the input in messages; the file's name where nothing is given.
    """
    for where, found in _lines(source, name):
        if isinstance(found, UnreadableInput):
            yield found
            continue
        try:
            yield manuscript.read(found, as_is=as_is)[0]
        except UnreadableInput as error:
            yield UnreadableInput(f"{where}: {error}")


def manuscripts(raw: bytes, *, name: str) -> Iterator[Manuscript | UnreadableInput]:
    """The same as manuscripts, before clean-up."""
    return (found for _, found in _lines(raw, name))


def _lines(source: Path | bytes, name: str) -> Iterator[tuple[str, Manuscript | UnreadableInput]]:
    if isinstance(source, bytes):
        yield from _read(BytesIO(source), name or "The upload")
        return
    try:
        with source.open("rb") as handle:
            yield from _read(handle, name or source.name)
    except OSError as error:
        reason = f"{name or source} cannot be opened ({error.strerror}); check the path and try again."
        yield "", UnreadableInput(reason)


def _read(handle: IO[bytes], name: str) -> Iterator[tuple[str, Manuscript | UnreadableInput]]:
    """(what to call the line, what it holds) of every filled line."""
    used: dict[str, str] = {}
    for where, raw in filled_lines(handle, name):
        try:
            found = of_line(raw, where) if isinstance(raw, bytes) else raw
            if isinstance(found, Manuscript) and found.id in used:
                raise repeated(where, found.id, used[found.id])
        except UnreadableInput as error:
            yield where, error
            continue
        if isinstance(found, Manuscript) and found.text.strip():
            used[found.id] = where
        yield where, found


def filled_lines(handle: IO[bytes], name: str) -> Iterator[tuple[str, bytes | UnreadableInput]]:
    """(what to call the line, the line) of every line that is not blank; one that is too long comes as a problem."""
    limit = int(lexicons.threshold("input_limit")) * 1_000_000
    number = 0
    while raw := handle.readline(limit + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(raw) > limit:
            reason = f"{where}: longer than {limit // 1_000_000} MB; split it; the line was left out."
            yield where, UnreadableInput(reason)
            while raw and not raw.endswith(b"\n"):
                raw = handle.readline(limit + 1)
        elif raw.strip(b" \t\r\n\xef\xbb\xbf"):
            yield where, raw
    if not number:
        reason = f"Nothing to analyse: {name} is empty; choose a file with one JSON object per line."
        yield "", UnreadableInput(reason)


def repeated(where: str, id: str, first: str) -> UnreadableInput:
    """What to say of a line whose id another line of the file has; `where` and `first` name the two lines."""
    line = first.rpartition(", ")[2]
    return UnreadableInput(f"{where}: the id {id!r} already stands in {line}; give every article its own.")


def of_line(raw: bytes, where: str) -> Manuscript:
    """The article of one line. Raises UnreadableInput that begins with `where`."""
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{where}: not UTF-8; save the file as UTF-8; the line was left out.") from error
    except json.JSONDecodeError as error:
        raise UnreadableInput(
            f"{where}: not valid JSON ({error.msg}, column {error.colno}); the line was left out."
        ) from error
    except RecursionError as error:
        raise UnreadableInput(f"{where}: nested too deeply to be an article; the line was left out.") from error
    except ValueError as error:  # a number with more digits than Python reads
        raise UnreadableInput(f"{where}: not valid JSON ({error}); the line was left out.") from error
    return manuscript_of(row, where)


def manuscript_of(row: object, where: str, id: str = "") -> Manuscript:
    """The article of one object. Raises UnreadableInput that begins with `where`.

    id: for objects that have none; without it an object has to have its own.
    """
    if not isinstance(row, dict):
        raise UnreadableInput(f'{where}: not an object; write {{"id": …, "text": …}} on every line.')
    ident = row.get("id") or id
    if isinstance(ident, bool) or not isinstance(ident, str | int) or not str(ident).strip():
        raise UnreadableInput(f'{where}: no "id"; give every article its own id.')
    if not isinstance(row.get("text"), str):
        raise UnreadableInput(f'{where}: no "text"; put the article there as a string.')
    row = {OTHER_NAMES.get(name, name): value for name, value in row.items()}
    wrong = [field for field in OPTIONAL if not isinstance(row.get(field) or "", str)]
    if wrong:
        raise UnreadableInput(f'{where}: "{wrong[0]}" must be a string; the line was left out.')
    fields: dict[str, Any] = {field: row.get(field) or "" for field in OPTIONAL}
    return Manuscript(**fields, id=str(ident).strip(), text=row["text"])

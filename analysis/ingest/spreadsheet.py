"""Reads articles from tables (.csv, .tsv, .xlsx): one row each, the columns told by their headings.

The headings that are understood are in data/lexicons/columns.csv.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO, StringIO
from itertools import chain, islice
from statistics import median
from typing import Any
from zipfile import BadZipFile

from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import office
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.repair import decode

Row = Sequence[str]
Found = Iterator[Manuscript | UnreadableInput]
DELIMITERS = ",;\t|"
NO_DELIMITER = "\x1f"  # for a table of one column, whose texts have commas
MOST_BROKEN = 50  # rows; a file with more of them than of good ones is no table
SAMPLE = 50  # rows in which the column with the text is looked for


def read(raw: bytes, *, id: str, text_column: str = "") -> Found:
    """One manuscript per good row and one UnreadableInput, not raised, per bad one, in the order of the file.

    text_column: the heading of the column with the text, where none of the usual ones is there.
    Raises UnreadableInput where the table has no column with text; the message names the columns it has.
    """
    if raw.startswith(b"PK"):
        yield from _workbook(raw, id, text_column)
        return
    text = decode(raw, "it")
    allow(len(text) + 1)
    yield from read_lines(StringIO(text, newline=""), id=id, text_column=text_column)


def allow(length: int) -> None:
    """Let a cell have so many characters; csv itself allows 131,072."""
    csv.field_size_limit(max(csv.field_size_limit(), length))


def read_lines(lines: Iterable[str], *, id: str, text_column: str = "") -> Found:
    """The same of the lines of a CSV file, their ends included, one row at a time whatever the size of the file."""
    yield from read_rows(_csv_rows(iter(lines)), id=id, text_column=text_column)


def read_rows(rows: Iterable[tuple[int, Row] | UnreadableInput], *, id: str, text_column: str = "") -> Found:
    """The articles of a table from (number, values) of each row; the first good one holds the headings.

    The rest as in `read`.
    """
    waiting: list[tuple[int, Row] | UnreadableInput] = list(islice(rows, SAMPLE + 1))
    head = next((place for place, row in enumerate(waiting) if not isinstance(row, UnreadableInput)), -1)
    if head < 0:
        raise UnreadableInput("there is no row in this table")
    first = waiting.pop(head)
    assert not isinstance(first, UnreadableInput)
    headings = [heading.strip() for heading in first[1]]
    columns = _columns(headings, [row[1] for row in waiting if not isinstance(row, UnreadableInput)], text_column)
    is_empty = True
    for row in chain(waiting, rows):
        if isinstance(row, UnreadableInput) or any(value.strip() for value in row[1]):
            is_empty = False
        if isinstance(row, UnreadableInput):
            yield row
        elif len(row[1]) > len(headings) and any(row[1][len(headings) :]):
            yield UnreadableInput(
                f"row {row[0]}: {len(row[1])} values under {len(headings)} headings; the row was left out"
            )
        elif any(value.strip() for value in row[1]):
            yield _article(row[0], row[1], columns, id)
    if is_empty:
        raise UnreadableInput("there is no row with text in this table")


def _article(number: int, row: Row, columns: Mapping[str, int], id: str) -> Manuscript | UnreadableInput:
    told: dict[str, Any] = {field: row[place].strip() for field, place in columns.items() if place < len(row)}
    text = told.pop("text", "")
    if not text and not told.get("url"):
        return UnreadableInput(f"row {number}: no text; the row was left out")
    return Manuscript(**{**told, "id": told.get("id") or f"{id}-{number}"}, text=text)


def _columns(headings: list[str], sample: list[Row], text_column: str) -> dict[str, int]:
    """Which column holds what. The text is under a usual heading or the one asked for, or the only long column."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if field := field_of(heading):
            found.setdefault(field, place)
    if text_column in headings:
        found["text"] = headings.index(text_column)
    if "text" in found:
        return found
    long = [
        place for place in range(len(headings)) if _usual_length(sample, place) >= lexicons.threshold("text_column")
    ]
    if len(long) == 1:
        return {field: place for field, place in found.items() if place != long[0]} | {"text": long[0]}
    if "url" in found:
        return found
    raise UnreadableInput(
        f"none of its columns ({', '.join(headings)[:200]}) is called “text”; name the one that holds the articles so"
    )


def field_of(heading: str) -> str:
    """The field of the record that a column with this heading holds; "" where it is none of the usual ones."""
    return _fields().get(" ".join(heading.casefold().replace("_", " ").replace("-", " ").split()), "")


def _usual_length(sample: list[Row], place: int) -> float:
    lengths = [len(row[place]) for row in sample if place < len(row)]
    return median(lengths) if lengths else 0


@cache
def _fields() -> dict[str, str]:
    """Field of the record by heading, in small letters."""
    return {row["term"]: row["class"] for row in lexicons.rows("lexicons/columns.csv")}


def _csv_rows(lines: Iterator[str]) -> Iterator[tuple[int, Row] | UnreadableInput]:
    """(number of the first line, values) of each row; one with a quotation mark out of place is named instead.

    After a broken row reading goes on with the line below its first one, so that it costs no other row.
    """
    head = next(lines, "")
    delimiter = max(DELIMITERS, key=head.count)
    again, taken = deque([head] if head else []), list[str]()

    def fed() -> Iterator[str]:
        while line := again.popleft() if again else next(lines, ""):
            taken.append(line)
            yield line

    settings: Any = {"delimiter": delimiter if delimiter in head else NO_DELIMITER, "strict": True}
    rows, number, good, broken = csv.reader(fed(), **settings), 1, 0, 0
    while broken <= max(MOST_BROKEN, good):
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            broken += 1
            yield UnreadableInput(f"row {number}: {error}; check its quotation marks; the row was left out")
            again.extendleft(reversed(taken[1:]))
            rows, number = csv.reader(fed(), **settings), number + 1
        else:
            good += 1
            yield number, row
            number += len(taken)
        taken.clear()
    yield UnreadableInput(f"{broken} rows are broken; the rest of the table was left out")


def _workbook(raw: bytes, id: str, text_column: str) -> Found:
    """The articles of all sheets that are shown; hidden ones are named."""
    office.check(raw)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in shown:
            name = id if len(shown) == 1 else f"{id}-{sheet.title}"
            rows = ((n, [cell(value) for value in row]) for n, row in enumerate(sheet.iter_rows(values_only=True), 1))
            yield from read_rows((row for row in rows if any(row[1])), id=name, text_column=text_column)
        for sheet in book.worksheets:
            if sheet not in shown:
                yield UnreadableInput(f"the sheet “{sheet.title}” is hidden and was not read; show it to have it read")
    except (InvalidFileException, BadZipFile, LxmlError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableInput("it is a damaged Excel file; open it in Excel and save it again") from error


def cell(value: object) -> str:
    """A value of a table as text: dates in ISO 8601, nothing as "", several values with commas between them."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if not isinstance(value, str) and isinstance(value, Iterable):
        return ", ".join(map(cell, value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value)

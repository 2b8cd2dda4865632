"""Reads articles from tables (.csv, .tsv, .xlsx): one row each, the columns told by their headings.

The headings that are understood are in data/lexicons/columns.csv.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
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
MOST_BROKEN = 50  # rows; a file with more is no table
SAMPLE = 50  # rows in which the column with the text is looked for


def read(raw: bytes, *, id: str, text_column: str = "") -> Found:
    """One manuscript per good row and one UnreadableInput, not raised, per bad one, in the order of the file.

    text_column: the heading of the column with the text, where none of the usual ones is there.
    Raises UnreadableInput where the table has no column with text; the message names the columns it has.
    """
    if raw.startswith(b"PK"):
        yield from _workbook(raw, id, text_column)
        return
    rows = _csv_rows(decode(raw, "it"))
    yield from _articles(rows, id, text_column)


def _articles(rows: Iterable[tuple[int, Row] | UnreadableInput], id: str, text_column: str) -> Found:
    """The articles of a table whose first good row holds the headings."""
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
        field = _fields().get(" ".join(heading.casefold().replace("_", " ").replace("-", " ").split()), "")
        if field:
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


def _usual_length(sample: list[Row], place: int) -> float:
    lengths = [len(row[place]) for row in sample if place < len(row)]
    return median(lengths) if lengths else 0


@cache
def _fields() -> dict[str, str]:
    """Field of the record by heading, in small letters."""
    return {row["term"]: row["class"] for row in lexicons.rows("lexicons/columns.csv")}


def _csv_rows(text: str) -> Iterator[tuple[int, Row] | UnreadableInput]:
    """(number of the first line, values) of each row; one with a quotation mark out of place is named instead."""
    lines = text.splitlines(keepends=True)
    head = lines[0] if lines else ""
    delimiter = max(DELIMITERS, key=head.count)
    delimiter = delimiter if delimiter in head else NO_DELIMITER
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    start = broken = 0
    while start < len(lines):
        rows = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        done = 0
        try:
            for row in rows:
                yield start + done + 1, row
                done = rows.line_num
            return
        except csv.Error as error:
            broken += 1
            if broken > MOST_BROKEN:
                yield UnreadableInput(f"more than {MOST_BROKEN} rows are broken; the rest of the table was left out")
                return
            yield UnreadableInput(f"row {start + done + 1}: {error}; check its quotation marks; the row was left out")
            start += done + 1


def _workbook(raw: bytes, id: str, text_column: str) -> Found:
    """The articles of all sheets that are shown; hidden ones are named."""
    office.check(raw)
    try:
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in shown:
            name = id if len(shown) == 1 else f"{id}-{sheet.title}"
            rows = ((n, [_cell(value) for value in row]) for n, row in enumerate(sheet.iter_rows(values_only=True), 1))
            yield from _articles((row for row in rows if any(row[1])), name, text_column)
        for sheet in book.worksheets:
            if sheet not in shown:
                yield UnreadableInput(f"the sheet “{sheet.title}” is hidden and was not read; show it to have it read")
    except (InvalidFileException, BadZipFile, LxmlError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableInput("it is a damaged Excel file; open it in Excel and save it again") from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)

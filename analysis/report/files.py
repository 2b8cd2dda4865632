"""Tables as files: CSV and XLSX in which no cell can act as a formula, and JSON.

A cell that begins with = + - @ or a tab is run as a formula by spreadsheets, whoever wrote it: in CSV it gets an
apostrophe in front, in XLSX it is stored as text.
"""

import csv
import json
import re
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

FORMULA = ("=", "+", "-", "@", "\t", "\r")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML has no place for them
CELL = 32_000  # characters; Excel holds 32,767
HEAD = Font(name="Calibri", size=11, bold=True)
SHEET = 31  # characters of the name of a sheet
NARROWEST, WIDEST = 9, 60  # letters of a column


def csv_bytes(table: pd.DataFrame) -> bytes:
    """The table as CSV, UTF-8 with a byte order mark, so that Excel reads it right."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_guarded(str(name)) for name in table.columns])
    writer.writerows([_guarded(cell) for cell in row] for row in _rows(table))
    return out.getvalue().encode("utf-8-sig", "replace")


def json_bytes(table: pd.DataFrame) -> bytes:
    """The table as a list of objects; a number that is not there is null."""
    names = [str(name) for name in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in _rows(table)]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def xlsx_bytes(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """One sheet for each table, with its first row set off and kept in sight."""
    book = Workbook(write_only=True)
    for name, table in tables.items():
        sheet = book.create_sheet(name[:SHEET])
        rows = [[str(column) for column in table.columns], *_rows(table)]
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(1, len(rows[0])))}{len(rows)}"
        sheet.page_setup.orientation = "landscape"
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.fitToHeight = 0  # as many pages as it takes; one page wide
        for number, column in enumerate(zip(*rows, strict=True), start=1):
            longest = max(len(str(cell)) for cell in column if cell is not None)
            sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max(NARROWEST, longest + 3))
        for at, row in enumerate(rows):
            sheet.append([_cell(sheet, value, None if at else HEAD) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(table: pd.DataFrame) -> list[list[Any]]:
    """The cells as plain numbers and strings; None where there is no number."""
    plain = table.astype(object).where(table.notna(), None)
    return [[_plain(value) for value in row] for row in plain.itertuples(index=False, name=None)]


def _plain(value: Any) -> Any:  # noqa: ANN401  a cell
    if value is None or isinstance(value, str | bool):
        return value
    return int(value) if float(value).is_integer() else float(value)


def _guarded(value: Any) -> Any:  # noqa: ANN401  a cell
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _cell(sheet: Any, value: Any, font: Font | None = None) -> Any:  # noqa: ANN401  openpyxl has no types
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, UNPRINTABLE.sub("", value)[:CELL])
    cell.data_type = "s"
    cell.style = "Normal"
    cell.quotePrefix = value.startswith(FORMULA)
    if font:
        cell.font = font
    if len(value) > 40:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell

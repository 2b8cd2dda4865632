"""The codebook: what every column and every number means, how it was worked out and what it cannot tell.

Columns are described in data/codebook.csv; the numbers of a measure or comparison by its own notes, which the Methods
page shows too, so that neither can go stale.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis import lexicons
from analysis.report import chart

COLUMNS = ("table", "variable", "meaning", "unit", "range", "computed", "limits")
EVERYWHERE = "*"
SCORED = ("measure", "part", "unit")  # the columns of a table of scores


def build(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per column of `tables`, then one per number that stands in them; columns as in COLUMNS."""
    described = _described()
    rows = [_column(described, name, column) for name, table in tables.items() for column in table.columns]
    scored = [table for table in tables.values() if set(SCORED) <= set(table.columns)]
    return pd.DataFrame([*rows, *_parts(scored)], columns=list(COLUMNS))


def _described() -> Mapping[tuple[str, str], lexicons.Row]:
    return {(row["table"], row["column"]): row for row in lexicons.rows("codebook.csv")}


def _column(described: Mapping[tuple[str, str], lexicons.Row], table: str, column: str) -> tuple[str, ...]:
    """The row of one column; its meaning is empty where the codebook has none (a test finds that)."""
    row = described.get((table, column)) or described.get((EVERYWHERE, column)) or {}
    return (table, column, *(row.get(name, "") for name in COLUMNS[2:]))


def _parts(scored: Iterable[pd.DataFrame]) -> list[tuple[str, ...]]:
    """One row per measure and part; parts named after a voice or side ("voice: …") stand together."""
    found: dict[tuple[str, str], str] = {}
    for table in scored:
        for measure, part, unit in table[list(SCORED)].itertuples(index=False):
            if part:
                found.setdefault((measure, _general(part)), unit)
    scales = {(row["measure"], row["part"]): row for row in lexicons.rows("overview.csv")}
    return [_part(measure, part, unit, scales.get((measure, part), {})) for (measure, part), unit in found.items()]


def _part(measure: str, part: str, unit: str, scale: Mapping[str, str]) -> tuple[str, ...]:
    notes = chart.notes(measure)
    ends = (scale.get("scale_low", ""), scale.get("scale_high", ""))
    usual = f"{ends[0]} to {ends[1]}" if any(ends) else "0 or more"
    title = scale.get("title") or part
    return (f"numbers of {measure}", part, f"{notes['Title']}: {title}", unit, usual, notes["Counts"], notes["Misses"])


def _general(part: str) -> str:
    """ "voice: Ines Okafor" as "voice: (each)"."""
    head, colon, _ = part.partition(": ")
    return f"{head}: (each)" if colon else part

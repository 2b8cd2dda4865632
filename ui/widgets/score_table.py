"""The table of scores. Every cell is a button; pressing one returns which number is asked about."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import lexicons, measures
from analysis.charts import theme
from ui import literal

HERE = Path(__file__).parent
COMPONENT = st.components.v2.component(
    "parallax_score_table",
    html='<div id="table"></div>',
    css=(HERE / "score_table.css").read_text(encoding="utf-8"),
    js=(HERE / "score_table.js").read_text(encoding="utf-8"),
)
LARGEST = "largest voice share"  # the one row whose cells also name whom they are about
SHORT_REASON = 46  # characters of a reason that fit a cell; the whole of it opens on a click


class Asked(NamedTuple):
    """One cell of the table."""

    article: str
    measure: str
    part: str


Rows = Sequence[lexicons.Row]
Place = tuple[str, str, str]  # article, measure, part
Cell = Mapping[str, Any]  # a row of tables.scores


def measure_groups() -> list[tuple[str, Rows]]:
    """The rows of data/overview.csv, grouped by measure, each group with its title."""
    rows = lexicons.rows("overview.csv")
    return [
        (measures.notes(measure)["Title"], [row for row in rows if row["measure"] == measure])
        for measure in measures.MEASURES
    ]


def show(
    scores: pd.DataFrame,
    names: Mapping[str, str],
    groups: Sequence[tuple[str, Rows]],
    *,
    key: str,
    automatic: pd.DataFrame | None = None,
) -> Asked | None:
    """Show the table for the articles of `names` (id -> name shown); the cell that was just pressed, if any.

    groups: title and rows; a row has the columns of data/overview.csv. automatic: the scores without a person's
    corrections, printed in every cell that they changed.
    """
    data = _data(scores, names, groups)
    if automatic is not None:
        data = _beside(data, _data(automatic, names, groups))
    result = COMPONENT(key=key, data=data, on_asked_change=lambda: None)
    asked = result.asked
    return Asked(asked["article"], asked["measure"], asked["part"]) if asked else None


def _data(scores: pd.DataFrame, names: Mapping[str, str], groups: Sequence[tuple[str, Rows]]) -> dict[str, Any]:
    places = zip(scores["article"], scores["measure"], scores["part"], strict=True)
    cells = dict(zip(places, scores.to_dict("records"), strict=True))  # looked up one by one, a frame is slow
    columns = [
        {"id": article, "name": name, "colour": theme.colour(position)}
        for position, (article, name) in enumerate(names.items())
    ]
    shown = [
        {"title": title, "rows": [_row(row, cells, list(names)) for row in rows]} for title, rows in groups if rows
    ]
    caption = "Press a value to see the words it was counted from. Pale bars are 95 % intervals or bands."
    return {"columns": columns, "groups": shown, "caption": caption}


def _beside(data: dict[str, Any], automatic: dict[str, Any]) -> dict[str, Any]:
    """`data` with the automatic value in every cell that shows another one."""
    for group, group_before in zip(data["groups"], automatic["groups"], strict=True):
        for row, row_before in zip(group["rows"], group_before["rows"], strict=True):
            for cell, before in zip(row["cells"], row_before["cells"], strict=True):
                if (cell["text"], cell["sub"]) != (before["text"], before["sub"]):
                    cell["sub"] = f"corrected; automatic {before['text']} · {cell['sub']}"
    return data


def _row(row: lexicons.Row, cells: Mapping[Place, Cell], articles: Sequence[str]) -> dict[str, Any]:
    measure, part = row["measure"], row["part"]
    own = [cells.get((article, measure, part)) for article in articles]
    whole = [cells.get((article, measure, "")) for article in articles]
    return {
        "measure": measure,
        "part": part,
        "title": row["title"],
        "unit": next((cell["unit"] for cell in own if cell), ""),
        "cells": [_cell(row, cell) if cell else _uncounted(result) for cell, result in zip(own, whole, strict=True)],
    }


def _cell(row: lexicons.Row, cell: Cell) -> dict[str, Any]:
    low, high = _percent(row, cell["low"]), _percent(row, cell["high"])
    sub = f"n = {cell['n']} {literal.one_or_many(cell['n'], row['n_of'])}" if row["n_of"] else ""
    if pd.isna(cell["value"]):
        band = {"low": low, "high": high} if cell["n"] else {}  # nothing known: no band, no colour
        return _empty(cell["missing"]) | band
    between = "" if pd.isna(cell["low"]) else f"{number(row, cell['low'])} to {number(row, cell['high'])}"
    sub = " · ".join(filter(None, (cell["label"] if row["part"] == LARGEST else "", between, sub)))
    text = number(row, cell["value"])
    return {"text": text, "sub": sub, "low": low, "high": high, "at": _percent(row, cell["value"]), "missing": False}


def _uncounted(result: Cell | None) -> dict[str, Any]:
    """A cell for a part that is not there; `result` is the row of the whole measure, if that has one."""
    return _empty(result["missing"] if result else "not counted for this article")


def _empty(reason: str) -> dict[str, Any]:
    short = reason if len(reason) <= SHORT_REASON else reason[: SHORT_REASON - 1].rstrip() + "…"
    return {"text": "–", "sub": short, "low": None, "high": None, "at": None, "missing": True}


def number(row: lexicons.Row, value: float) -> str:
    """`value` as the cells of `row` show it: a share in per cent, everything else with the decimals of the row."""
    if row["scale_high"] == "1" and row["signed"] == "no":
        return f"{value:.0%}".replace("%", " %")
    return f"{value:{'+' if row['signed'] == 'yes' else ''}.{row['decimals']}f}".replace("-", "−")


def _percent(row: lexicons.Row, number: float) -> float | None:
    """Where `number` stands on the scale of its row, 0 to 100; None without a scale."""
    if pd.isna(number) or not row["scale_high"]:
        return None
    low, high = float(row["scale_low"]), float(row["scale_high"])
    return round(100 * min(1.0, max(0.0, (number - low) / (high - low))), 2)

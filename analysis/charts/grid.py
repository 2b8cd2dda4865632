"""A grid of counts: rows of words or wordings in groups, one column per article, a dot with its number in each cell.

Table: one row per cell with the columns group, row, article (id), n (a whole number) and hover (plain text). Groups and
rows keep the order of the table. Rows beyond `most` are left to the table beside the chart, and the last line says how
many.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.charts import theme

ROW = 26  # pixels
LABEL = 34  # characters of a row that fit beside the dots on a phone
COLUMN = 16  # characters of the name of an article above its column
LEVEL = 3  # up to this many articles have their names written level
SMALL, LARGE = 17, 30  # pixels of a dot


def figure(cells: pd.DataFrame, names: Mapping[str, str], title: str, most: int = 40) -> theme.Figure:
    """The grid of the articles in `names` (id -> name shown), with at most `most` rows."""
    rows = list(dict.fromkeys(zip(cells["group"], cells["row"], strict=True)))
    shown = rows[:most]
    places, headings = _places(shown)
    lines = len(shown) + len(headings)
    largest = max(1, int(cells["n"].max())) if len(cells) else 1
    traces = [_column(cells, places, article, column, largest) for column, article in enumerate(names)]
    ticks = [*((places[row], _cut(row[1], LABEL)) for row in shown)]
    ticks += [(line, f"<b>{_cut(group, LABEL)}</b>") for group, line in headings]
    notes = [] if shown else [(0, "nothing that these articles share")]
    if len(rows) > len(shown):
        notes, lines = [(lines, f"and {len(rows) - len(shown)} more in the table")], lines + 1
    return theme.Figure({"data": traces, "layout": _layout(ticks, names, notes, max(1, lines), title)})


def _places(rows: Sequence[tuple[str, str]]) -> tuple[dict[tuple[str, str], int], list[tuple[str, int]]]:
    """(row -> its line, (group, the line of its heading)), from the top."""
    places: dict[tuple[str, str], int] = {}
    headings: list[tuple[str, int]] = []
    for group, row in rows:
        if not headings or headings[-1][0] != group:
            headings.append((group, len(places) + len(headings)))
        places[group, row] = len(places) + len(headings)
    return places, headings


def _column(
    cells: pd.DataFrame, places: Mapping[tuple[str, str], int], article: str, column: int, largest: int
) -> theme.Trace:
    """The dots of one article."""
    own = [cell for cell in cells[cells["article"] == article].itertuples() if (cell.group, cell.row) in places]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [column] * len(own),
        "y": [places[cell.group, cell.row] for cell in own],
        "text": [str(cell.n) for cell in own],
        "textfont": {"color": "#FFFFFF", "size": 12},
        "hovertext": [theme.wrapped(cell.hover) for cell in own],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "color": theme.colour(column),
            "opacity": 1,
            "size": [SMALL + (LARGE - SMALL) * (cell.n / largest) ** 0.5 for cell in own],
        },
    }


def _layout(
    ticks: Sequence[tuple[int, str]], names: Mapping[str, str], notes: Sequence[tuple[int, str]], lines: int, title: str
) -> dict[str, Any]:
    top = 40 if len(names) <= LEVEL else 120  # names written upwards need more room
    return {
        "height": top + 24 + ROW * lines,
        "margin": {"l": 8, "r": 24, "t": top, "b": 24},
        "showlegend": False,
        "hoverlabel": {"align": "left"},
        "font": {"size": 13},
        "annotations": [_note(line, text) for line, text in notes],
        "xaxis": {
            "side": "top",
            "tickvals": list(range(len(names))),
            "ticktext": [_cut(name, COLUMN) for name in names.values()],
            "tickangle": 0 if len(names) <= LEVEL else -60,
            "range": [-0.6, max(0, len(names) - 1) + 0.6],
            "fixedrange": True,
            "zeroline": False,
            "gridcolor": theme.GRID,
            **theme.AXIS,
        },
        "yaxis": {
            "title": {"text": theme.plain(title)},
            "tickvals": [line for line, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "automargin": True,
            "range": [lines - 0.4, -0.6],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            **theme.AXIS,
        },
    }


def _note(line: int, text: str) -> dict[str, Any]:
    return {"text": text, "x": 0, "xref": "paper", "xanchor": "left", "y": line, "yref": "y", "showarrow": False}


def _cut(text: str, length: int) -> str:
    """`text` as plain letters, cut to `length` characters."""
    return theme.plain(text if len(text) <= length else text[: length - 1].rstrip() + "…")

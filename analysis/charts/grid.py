"""A grid of counts: rows of words or wordings in groups, one column per article, a dot with its number in each cell.

Table: one row per cell with the columns group, row, article (id), n (a whole number) and hover (plain text). Groups and
rows keep the order of the table. Rows beyond `most` are left to the table beside the chart, and the last line says how
many. With few articles the words of a row stand beside its dots; with many they stand above them, so that a phone keeps
its width for the columns.
"""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.charts import theme

BESIDE = 5  # up to this many articles the words stand beside the dots
LABEL = 34  # characters of a row that fit beside the dots on a phone
LONG = 46  # characters of a line above them
LINES = 2  # of a whole sentence
COLUMN = 27  # characters of the name of an article above its column
SMALL, LARGE = 17, 25  # pixels of a dot

Line = tuple[int, str]  # from the top, and its words


def figure(
    cells: pd.DataFrame, names: Mapping[str, str], title: str, most: int = 40, *, sentences: bool = False
) -> theme.Figure:
    """The grid of the articles in `names` (id -> name shown), with at most `most` rows and `title` below them.

    sentences: rows are whole sentences, which stand above their dots with however few articles.
    """
    rows = list(dict.fromkeys(zip(cells["group"], cells["row"], strict=True)))
    shown = rows[:most]
    places, headings = _places(shown)
    largest = max(1, int(cells["n"].max())) if len(cells) else 1
    traces = [_column(cells, places, article, column, largest) for column, article in enumerate(names)]
    beside = len(names) <= BESIDE and not sentences
    words = [(line, _cut(row, LABEL) if beside else _lines(row)) for (_, row), line in places.items()]
    words += [(line, f"<b>{_cut(group, LABEL)}</b>") for group, line in headings]
    last = len(places) + len(headings)
    more = f" · {len(rows) - len(shown)} more rows in the table" if len(rows) > len(shown) else ""
    foot = (last, f"{title}{more}" if shown else f"{title}: nothing that these articles share")
    return theme.Figure({"data": traces, "layout": _layout(words, foot, list(names.values()), beside=beside)})


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


def _layout(words: Sequence[Line], foot: Line, names: Sequence[str], *, beside: bool) -> dict[str, Any]:
    """Axes and words, which stand beside their dots or above them."""
    height, top = (26, 40) if beside else (72, 40)
    notes = [_note(foot)] if beside else [_note(foot), *(_note((line - 0.2, text), "bottom") for line, text in words)]
    return {
        "height": top + 16 + height * (foot[0] + 1),
        "margin": {"l": 8, "r": 16, "t": top, "b": 16},
        "showlegend": False,
        "hoverlabel": {"align": "left"},
        "font": {"size": 13},
        "annotations": notes,
        "xaxis": {
            "side": "top",
            "tickvals": list(range(len(names))),
            "ticktext": [_cut(name, COLUMN) for name in names],
            "autotickangles": [0, -90],  # level where the names fit beside each other
            "automargin": True,
            "range": [-0.6, max(0, len(names) - 1) + 0.6],
            "fixedrange": True,
            "zeroline": False,
            "gridcolor": theme.GRID,
            **theme.AXIS,
        },
        "yaxis": {
            "tickvals": [line for line, _ in words],
            "ticktext": [text for _, text in words],
            "showticklabels": beside,
            "automargin": True,
            "range": [foot[0] + 0.5, -0.6 if beside else -0.9],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            **theme.AXIS,
        },
    }


def _note(line: tuple[float, str], anchor: str = "middle") -> dict[str, Any]:
    here = {"x": 0, "xref": "paper", "xanchor": "left", "y": line[0], "yref": "y", "yanchor": anchor}
    return {"text": line[1], "align": "left", "showarrow": False, **here}


def _lines(text: str) -> str:
    """`text` as plain letters on at most LINES lines."""
    return "<br>".join(theme.plain(line) for line in textwrap.wrap(text, LONG, max_lines=LINES, placeholder=" …"))


def _cut(text: str, length: int) -> str:
    """`text` as plain letters, cut to `length` characters."""
    return theme.plain(text if len(text) <= length else text[: length - 1].rstrip() + "…")

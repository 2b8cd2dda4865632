"""A grid of counts: rows of words or wordings in groups, one column per article, a dot with its number in each cell.

Table: one row per cell with the columns group, row, article (id), n (a whole number) and hover (plain text). Groups and
rows keep the order of the table. A group without a name has no heading; one whose only row bears its name is that row.
Rows beyond `most` are left to the data of the chart, and the last line says how many. The words of a row stand beside
its dots where a phone has room for both, else above them.
"""

import textwrap
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd

from analysis.charts import theme

PHONE, LETTER, NARROWEST = 340, 7.2, 24  # pixels across a phone, of a letter, and of a column whose dots stay apart
LABEL = 27  # characters of a row that leave a phone room for the dots
FOOT = 24  # characters of a line below the dots
FOOT_LINE, GAP = 18, 20  # pixels: a line below the dots, and from the middle of the last dot to the first line
ROW, TALL_ROW = 26, (0, 46, 64)  # pixels of a row with its words beside the dots, and above them, by their lines
LONG = 46  # characters of a line above them
LINES = 2  # of a whole sentence
COLUMN = 30  # characters of the name of an article above its column
SMALL, LARGE = 17, 23  # pixels of a dot
SLACK = 100  # pixels that upright names above the columns take from the rows on a phone

Line = tuple[float, str]  # from the top, and its words


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
    beside = not sentences and _fits_beside(shown, len(names))
    headed = {group for group, _ in headings}
    words = [
        (line, _strong(_cut(row, LABEL) if beside else _lines(row), strong=group == row and group not in headed))
        for (group, row), line in places.items()
    ]
    words += [(line, _strong(_cut(group, LABEL), strong=True)) for group, line in headings]
    more = f" · {len(rows) - len(shown)} rows more in its data" if len(rows) > len(shown) else ""
    said = f"{title}{more}" if shown else f"{title}: none found"
    foot = theme.wrapped(said, FOOT if beside else LONG)
    layout = _layout(words, len(places) + len(headings), foot, list(names.values()), beside=beside)
    return theme.Figure({"data": traces, "layout": layout})


def _fits_beside(rows: Sequence[tuple[str, str]], columns: int) -> bool:
    """Whether a phone has room for the words beside that many columns."""
    longest = max((len(text) for row in rows for text in row), default=0)
    return columns * NARROWEST <= PHONE - LETTER * min(longest, LABEL)


def _places(rows: Sequence[tuple[str, str]]) -> tuple[dict[tuple[str, str], int], list[tuple[str, int]]]:
    """(row -> its line, (group, the line of its heading)), from the top."""
    places: dict[tuple[str, str], int] = {}
    headings: list[tuple[str, int]] = []
    for group, own in groupby(rows, key=itemgetter(0)):
        of_group = list(own)
        if group and of_group != [(group, group)]:
            headings.append((group, len(places) + len(headings)))
        for one in of_group:
            places[one] = len(places) + len(headings)
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


def _layout(words: Sequence[Line], rows: int, foot: str, names: Sequence[str], *, beside: bool) -> dict[str, Any]:
    """Axes and words, which stand beside their dots or above them; `foot` below all."""
    height, top = ROW if beside else TALL_ROW[max((text.count("<br>") + 1 for _, text in words), default=1)], 40
    half = FOOT_LINE * (foot.count("<br>") + 1) / (2 * height)
    middle = rows - 1 + GAP / height + half
    end = middle + half + 0.2
    notes = [_note((middle, foot)), *(() if beside else (_note((line - 0.2, text), "bottom") for line, text in words))]
    return {
        "height": round(top + 16 + SLACK + height * (end + 0.6)),
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
            "range": [end, -0.6 if beside else -0.9],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            **theme.AXIS,
        },
    }


def _note(line: tuple[float, str], anchor: str = "middle") -> dict[str, Any]:
    here = {"x": 0, "xref": "paper", "xanchor": "left", "y": line[0], "yref": "y", "yanchor": anchor}
    return {"text": line[1], "align": "left", "showarrow": False, **here}


def _strong(words: str, *, strong: bool) -> str:
    return f"<b>{words}</b>" if strong else words


def _lines(text: str) -> str:
    """`text` as plain letters on at most LINES lines."""
    return "<br>".join(theme.plain(line) for line in textwrap.wrap(text, LONG, max_lines=LINES, placeholder=" …"))


def _cut(text: str, length: int) -> str:
    """`text` as plain letters, cut to `length` characters."""
    return theme.plain(text if len(text) <= length else text[: length - 1].rstrip() + "…")

"""Distinctive words: the words that mark each article, by z, with how often they stand there and elsewhere.

Hollow: words that chance alone could part as far.

Table: one row per article and word with the columns article (id), word, z, n and elsewhere (uses in the others).
"""

from collections.abc import Mapping

import pandas as pd

from analysis import lexicons
from analysis.charts import theme

MOST = 8  # words of one article
LINE = 24  # pixels of a row
NARROW = 30  # characters of the axis title that fit beside the words on a phone
CUT = 30  # characters of a word or name


def figure(words: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """Words grouped by article of `names` (id -> name shown); right of the line chance alone seldom does it."""
    line = lexicons.threshold("distinctive_z")
    traces: list[theme.Trace] = []
    labels: list[str] = []
    for position, (article, name) in enumerate(names.items()):
        own = words[words["article"] == article].head(MOST)
        labels.append(f"<b>{theme.plain(_short(name))}</b>")
        if own.empty:
            traces.append(theme.remark(len(labels) - 1, 0, "no word marks it"))
            continue
        lines = range(len(labels), len(labels) + len(own))
        labels += [theme.plain(_short(word)) for word in own["word"]]
        traces.append(_dots(own, list(lines), position, name, line))
    most = max(4.0, float(words["z"].max()) if len(words) else 0.0)
    return theme.Figure({"data": traces, "layout": _layout(labels, line, most)})


def _dots(own: pd.DataFrame, lines: list[int], position: int, name: str, line: float) -> theme.Trace:
    symbol = theme.symbol(position)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": list(own["z"]),
        "y": lines,
        "text": [f"{row.n} : {row.elsewhere}" for row in own.itertuples()],
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [
            f"{theme.plain(name)}: {theme.plain(row.word)}, {row.n}×; elsewhere {row.elsewhere}×; z = {row.z:.2f}"
            for row in own.itertuples()
        ],
        "hoverinfo": "text",
        "marker": {
            "color": theme.colour(position),
            "symbol": [symbol if z > line else f"{symbol}-open" for z in own["z"]],
            "size": 10,
        },
    }


def _layout(labels: list[str], line: float, most: float) -> dict[str, object]:
    edge = {"type": "line", "x0": line, "x1": line, "y0": -0.5, "y1": len(labels) - 0.5}
    return {
        "height": 102 + LINE * len(labels),
        "margin": {"l": 8, "r": 16, "t": 8, "b": 80},
        "showlegend": False,
        "font": {"size": 13},
        "shapes": [edge | {"line": {"dash": "dot", "width": 1, "color": theme.GREY}}],
        "xaxis": {
            "title": {
                "text": theme.wrapped(
                    f"z · filled: beyond {line:g}, chance seldom does it · numbers: uses here : elsewhere", NARROW
                )
            },
            "range": [0, most * 1.45],
            "zeroline": False,
            "gridcolor": theme.GRID,
            **theme.AXIS,
        },
        "yaxis": {
            "tickvals": list(range(len(labels))),
            "ticktext": labels,
            "automargin": True,
            "range": [len(labels) - 0.5, -0.5],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
    }


def _short(text: str) -> str:
    return text if len(text) <= CUT else text[: CUT - 1].rstrip() + "…"

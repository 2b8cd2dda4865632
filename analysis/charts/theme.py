"""What all charts share: one fixed colour and symbol per article, type, axes, and figures built from dicts.

The colours keep a contrast of at least 3:1 on white and on the dark page (a test computes it); symbols and
direct labels say the same without colour. Figures are made from plain dicts because plotly.express costs
fifty times as much on every page run.
"""

import textwrap
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

COLOURS = (
    "#0072B2",
    "#D55E00",
    "#00875F",
    "#B14FA8",
    "#7A7A7A",
    "#9A7200",
    "#1C83A6",
    "#C8437A",
    "#628A00",
    "#7668D6",
    "#BC4B41",
    "#3F8579",
)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "pentagon", "hexagram", "bowtie")
PALE = 0.28  # opacity of an interval behind its point
ROW = 46  # pixels per article in a chart with one row each
LABEL = 30  # characters of an article's name that fit beside a chart
INK = "#808080"  # readable on the light and the dark page, and in print
GRID = "rgba(128, 128, 128, 0.25)"
AXIS = MappingProxyType({"tickfont": {"size": 13, "color": INK}, "title_font": {"size": 13, "color": INK}})

Trace = dict[str, Any]
Figure = go.Figure  # so that pages can name the type without importing plotly


def colour(position: int) -> str:
    """The colour of the article at `position` (from 0) of the comparison."""
    return COLOURS[position % len(COLOURS)]


def symbol(position: int) -> str:
    """The marker symbol of the article at `position` (from 0) of the comparison."""
    return SYMBOLS[position % len(SYMBOLS)]


def short(name: str) -> str:
    """`name` cut to what fits beside a chart; the full name stands in the hover text and the table."""
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"


def plain(text: str) -> str:
    """`text` with the marks that plotly would read as HTML made literal."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int = 70) -> str:
    """`text` as literal lines of at most `width` characters for a hover box."""
    return "<br>".join(plain(line) for line in textwrap.wrap(textwrap.shorten(text, 400, placeholder=" …"), width))


def tint(position: int, step: int) -> str:
    """The colour of the article, mixed with white: lighter with every `step` (from 1), never white."""
    share = min(0.82, 0.35 + 0.13 * step)
    red, green, blue = (int(colour(position)[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c + (255 - c) * share):02X}" for c in (red, green, blue))


def rows_figure(
    traces: Sequence[Trace],
    names: Sequence[str],
    xaxis: Mapping[str, Any],
    layout: Mapping[str, Any] = MappingProxyType({}),
) -> go.Figure:
    """A figure with one row per article, the first on top; y values are positions in `names`."""
    return go.Figure(
        {
            "data": list(traces),
            "layout": {
                "height": 92 + ROW * max(1, len(names)),
                "margin": {"l": 8, "r": 16, "t": 28, "b": 48},
                "showlegend": False,
                "hoverlabel": {"align": "left"},
                "font": {"size": 13, "color": INK},
                "xaxis": {"zeroline": False, "automargin": True, "gridcolor": GRID, **AXIS, **xaxis},
                "yaxis": {
                    "tickvals": list(range(len(names))),
                    "ticktext": [plain(short(name)) for name in names],
                    "range": [len(names) - 0.5, -0.5],
                    "automargin": True,
                    "fixedrange": True,
                    "showgrid": False,
                    "zeroline": False,
                    **AXIS,
                },
                **layout,
            },
        }
    )


def interval(position: int, low: float, high: float) -> Trace:
    """A pale bar from `low` to `high` in the row of the article at `position`."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [low, high],
        "y": [position, position],
        "line": {"color": colour(position), "width": 14},
        "opacity": PALE,
        "hoverinfo": "skip",
    }


def point(position: int, value: float, text: str, hover: str) -> Trace:
    """The value of the article at `position`, with `text` printed above it."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [value],
        "y": [position],
        "text": [plain(text)],
        "textposition": "top center",
        "cliponaxis": False,
        "hovertext": [hover],
        "hoverinfo": "text",
        "marker": {"color": colour(position), "symbol": symbol(position), "size": 12},
    }


def remark(position: int, x: float, text: str) -> Trace:
    """A sentence in the row of an article that has no value, so that no row is silently empty."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x],
        "y": [position],
        "text": [plain(text)],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }

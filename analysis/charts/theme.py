"""What all charts share: one fixed colour and symbol per article, type, axes, and figures built from dicts.

The colours keep a contrast of at least 3:1 on white and on the dark page (a test computes it), and none is grey, which
stands for nobody and for what a chart is not about; symbols and
direct labels say the same without colour. Figures are made from plain dicts because plotly.express costs
fifty times as much on every page run.
"""

import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure as Figure  # noqa: PLC0414  pages name the type through here

from analysis import lexicons

COLOURS = (
    "#0072B2",
    "#D55E00",
    "#00875F",
    "#B14FA8",
    "#9A7200",
    "#1C83A6",
    "#C8437A",
    "#628A00",
    "#7668D6",
    "#BC4B41",
    "#3F8579",
    "#A0693C",
)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "pentagon", "hexagram", "bowtie")
PALE = 0.28  # opacity of an interval behind its point
GREY = "#8A8A8A"  # nobody's colour
ROW = 62  # pixels per article in a chart with one row each
NAME_HEIGHT = 0.44  # how far above its row a name stands, in rows
AXIS_TITLE = 46  # characters of an axis title that fit the width of a phone
NAMED, IN_FULL = 0.09, 0.28  # part of the longest bar from which a voice has its last name inside, and all of its name
WHOLE = 10  # up to this count the axis has a mark for every whole number, and none between
LABEL = 44  # characters of a name that fit the width of a phone
GRID = "rgba(128, 128, 128, 0.25)"
AXIS = MappingProxyType({"tickfont": {"size": 13}, "title_font": {"size": 13}})

Trace = dict[str, Any]
STACKED = MappingProxyType({"barmode": "stack", "bargap": 0.5})


def colour(position: int) -> str:
    """The colour of the article at `position` (from 0) of the comparison."""
    return COLOURS[position % len(COLOURS)]


def symbol(position: int) -> str:
    """The marker symbol of the article at `position` (from 0) of the comparison."""
    return SYMBOLS[position % len(SYMBOLS)]


def short(name: str) -> str:
    """`name` cut to what fits a phone; the full name stands in the hover text and the table."""
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"


def shorter(voice: str) -> str:
    """A person’s last name, a body’s first word; of a description what stands before "of", "with" or "close to"."""
    words = voice.split()
    if not words:
        return ""
    if not voice[:1].islower():
        return words[0] if words[-1].lower() in _bodies() else words[-1]
    for at, word in enumerate(words[1:], start=1):
        if word in _links():
            return " ".join(words[:at])
    return voice


@cache
def _bodies() -> frozenset[str]:
    classes = lexicons.classes("names")
    return classes["organisation"] | classes["end of a name that is no person's"]


@cache
def _links() -> frozenset[str]:
    classes = lexicons.classes("speakers")
    return classes["preposition"] | classes["of"] | classes["to"] | {"close", "familiar", "briefed"}


def plain(text: str) -> str:
    """`text` with the marks that plotly would read as HTML made literal."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int = 70) -> str:
    """`text` as literal lines of at most `width` characters for a hover box."""
    return "<br>".join(plain(line) for line in textwrap.wrap(textwrap.shorten(text, 400, placeholder=" …"), width))


def lighter(colour: str, step: int) -> str:
    """`colour`, "#RRGGBB", mixed with white: lighter with every `step` (from 1), never white."""
    share = min(0.82, 0.35 + 0.13 * step)
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c + (255 - c) * share):02X}" for c in (red, green, blue))


def rows_figure(
    traces: Sequence[Trace],
    names: Sequence[str],
    xaxis: Mapping[str, Any],
    layout: Mapping[str, Any] = MappingProxyType({}),
) -> Figure:
    """A figure with one row per article, the first on top; y values are positions in `names`.

    Each name stands above its row, so that a phone keeps its width for the bars.
    """
    title = {"title": {"text": wrapped(xaxis["title"]["text"], AXIS_TITLE)}}
    return Figure(
        {
            "data": list(traces),
            "layout": {
                "height": 84 + ROW * max(1, len(names)),
                "margin": {"l": 8, "r": 16, "t": 20, "b": 48},
                "showlegend": False,
                "hoverlabel": {"align": "left"},
                "font": {"size": 13},
                "uniformtext": {"minsize": 11, "mode": "hide"},
                "annotations": [_above(position, name) for position, name in enumerate(names)],
                "xaxis": {"zeroline": False, "automargin": True, "gridcolor": GRID, **AXIS, **xaxis, **title},
                "yaxis": {
                    "tickvals": list(range(len(names))),
                    "ticktext": [plain(name) for name in names],
                    "showticklabels": False,
                    "range": [len(names) - 0.4, -0.75],
                    "fixedrange": True,
                    "showgrid": False,
                    "zeroline": False,
                },
                **layout,
            },
        }
    )


def _above(position: int, name: str) -> dict[str, Any]:
    """The name of the article above its row."""
    return {
        "text": plain(short(name)),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": position - NAME_HEIGHT,
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": 13},
    }


def interval(position: int, low: float, high: float, *, grey: bool = False) -> Trace:
    """A pale bar from `low` to `high` in the row of the article at `position`, grey where nothing is known."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [low, high],
        "y": [position, position],
        "line": {"color": GREY if grey else colour(position), "width": 14},
        "opacity": PALE,
        "hoverinfo": "skip",
    }


def point(position: int, value: float, text: str, hover: str) -> Trace:
    """The value of the article at `position`, with `text` printed beside it."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [value],
        "y": [position],
        "text": [plain(text)],
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertext": [hover],
        "hoverinfo": "text",
        "marker": {"color": colour(position), "symbol": symbol(position), "size": 12},
    }


def segment(position: int, length: float, text: str, hover: str, fill: str, ink: str = "#111111") -> Trace:
    """One piece of a stacked bar in the row of the article at `position`, with `text` inside where it fits."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [length],
        "y": [position],
        "text": [plain(text)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": ink},
        "constraintext": "inside",
        "hovertext": [hover],
        "hoverinfo": "text",
        "marker": {"color": fill, "line": {"color": "#FFFFFF", "width": 2}},
    }


def stacked_counts(
    scores: pd.DataFrame, names: Mapping[str, str], parts: Mapping[str, str], fills: Mapping[str, str], title: str
) -> Figure:
    """One bar per article of `names`, made of the counts of `parts` (part of the scores -> label shown).

    fills: label -> colour; "" stands for the colour of the article, for the label that the chart is about.
    """
    counts = scores[scores["part"].isin(list(parts))].set_index(["article", "part"])["value"]
    totals = counts.groupby("article").sum()
    longest = max(1.0, totals.max() if len(totals) else 1.0)
    traces: list[Trace] = []
    for position, article in enumerate(names):
        if not totals.get(article, 0):
            traces.append(remark(position, 0, "none found"))
        for part, label in parts.items():
            count = counts.get((article, part), 0.0)
            if count:
                hover = f"{plain(names[article])}<br>{label}: {count:.0f}"
                ink = "#111111" if fills[label] else "#FFFFFF"
                fill = fills[label] or colour(position)
                traces.append(segment(position, count, f"{label} {count:.0f}", hover, fill, ink))
    axis: dict[str, Any] = {"title": {"text": title}, "range": [0, 1.02 * longest]}
    if longest <= WHOLE:
        axis["tickvals"] = list(range(int(longest) + 1))
    return rows_figure(traces, list(names.values()), axis, STACKED)


def voices_figure(scores: pd.DataFrame, names: Mapping[str, str], prefix: str, title: str) -> Figure:
    """One bar per article of `names`: the words of each voice, from the parts that begin with `prefix`."""
    voices = scores[scores["part"].str.startswith(prefix) & (scores["unit"] == "words")]
    longest = max(1.0, voices.groupby("article")["value"].sum().max() if len(voices) else 1.0)
    traces: list[Trace] = []
    for position, article in enumerate(names):
        own = voices[voices["article"] == article].sort_values("value", ascending=False, kind="stable")
        if own.empty:
            traces.append(remark(position, 0, "no words with a speaker"))
        for rank, (part, words) in enumerate(zip(own["part"], own["value"], strict=True)):
            voice = part.removeprefix(prefix)
            name = "" if words < NAMED * longest else voice if words > IN_FULL * longest else shorter(voice)
            shown = f"{name} {words:.0f}" if name else ""
            fill, ink = (lighter(colour(position), rank), "#111111") if rank else (colour(position), "#FFFFFF")
            traces.append(segment(position, words, shown, f"{plain(voice)}<br>{words:.0f} words", fill, ink))
    return rows_figure(traces, list(names.values()), {"title": {"text": title}, "range": [0, 1.02 * longest]}, STACKED)


def remark(position: int, x: float, text: str) -> Trace:
    """A sentence in the row of an article that has no value, so that no row is silently empty."""
    return {
        "type": "scatter",
        "mode": "text",
        "showlegend": False,
        "x": [x],
        "y": [position],
        "text": [plain(text)],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }

"""Who holds the floor, from the first line to the last: one ribbon per article.

Pale: the outlet's own words. Solid blocks: words inside quotation marks. Hatched blocks: reported speech. A speaker has
one colour and one number in all articles and both kinds of block; the six with most words are in the legend, all others
are grey.

Table: one row per quotation with the columns article (id), voice (speaker, "" where none is named), kind (direct,
mixed or indirect), start and end (shares of the article's words, 0 to 1), words (how many) and text (the words).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pandas as pd

from analysis.charts import theme

MOST = 6  # speakers in the legend, each with a colour
OTHERS = "other voices"
NARRATION = "rgba(128, 128, 128, 0.16)"
HATCH = MappingProxyType({"shape": "/", "fillmode": "overlay", "fgopacity": 1, "solidity": 0.2, "size": 8})
PALE = 2  # steps of theme.lighter: behind the hatching, so that a dark number can be read on it
LABELLED = 0.01  # share of the article; a shorter block has no room for its number even on a wide screen
LEGEND = 34  # pixels per line of the legend
ROW_HEIGHT = 0.5


def figure(floor: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `floor` as in the docstring of this module."""
    traces: list[theme.Trace] = [_narration(len(names))]
    voices = top_voices(floor)
    marked = floor[(floor["kind"] != "indirect") & floor["article"].isin(list(names))]["voice"]
    in_marks = set(marked.where(marked.isin(voices), OTHERS))
    # Reported clauses first: marked words inside them are drawn over them.
    for reported in (True, False):
        for number, voice in enumerate((*voices, OTHERS), start=1):
            own = floor["voice"] == voice if voice != OTHERS else ~floor["voice"].isin(voices)
            blocks = floor[own & ((floor["kind"] == "indirect") == reported) & floor["article"].isin(list(names))]
            if voice != OTHERS or len(blocks):
                in_legend = {"showlegend": (voice in in_marks) != reported}  # who is only reported stands there hatched
                traces.append(_blocks(blocks, list(names), voice, number, reported) | in_legend)
    quoted = set(floor["article"])
    traces += [
        theme.remark(position, 1, "no words of others found")
        for position, article in enumerate(names)
        if article not in quoted
    ]
    axis = {
        "title": {"text": "share of the article, first line to last · solid: in quotation marks · hatched: reported"},
        "range": [0, 100],
        "ticksuffix": " %",
        "showgrid": False,
    }
    return theme.rows_figure(traces, list(names.values()), axis, _layout(len(names)))


def top_voices(floor: pd.DataFrame) -> list[str]:
    """The named speakers with most words over all articles, most words first; at most six."""
    words = floor[floor["voice"] != ""].groupby("voice", sort=True)["words"].sum()
    return [str(voice) for voice in words.sort_values(ascending=False, kind="stable").index[:MOST]]


def _layout(rows: int) -> dict[str, object]:
    return {
        "barmode": "overlay",
        "showlegend": True,
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "traceorder": "normal"},
        "height": 110 + 2 * LEGEND + theme.ROW * max(1, rows),
        "margin": {"l": 8, "r": 16, "t": 28 + 2 * LEGEND, "b": 56},
    }


def _narration(rows: int) -> theme.Trace:
    """The whole length of every article, pale."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": "the outlet’s own words",
        "x": [100.0] * rows,
        "y": list(range(rows)),
        "width": ROW_HEIGHT,
        "hoverinfo": "skip",
        "marker": {"color": NARRATION, "line": {"width": 0}},
    }


def _blocks(blocks: pd.DataFrame, articles: Sequence[str], voice: str, number: int, reported: bool) -> theme.Trace:
    """All blocks of one speaker that are in marks, or reported."""
    colour = theme.GREY if voice == OTHERS else theme.colour(number - 1)
    sign = "" if voice == OTHERS else str(number)
    lengths = blocks["end"] - blocks["start"]
    return {
        "type": "bar",
        "orientation": "h",
        "name": theme.plain(f"{sign} {theme.short(voice)}".strip()),
        "legendgroup": voice,
        "legendrank": 1000 + number,
        "base": [100 * start for start in blocks["start"]],
        "x": [100 * length for length in lengths],
        "y": [articles.index(article) for article in blocks["article"]],
        "width": ROW_HEIGHT,
        "text": [sign if length >= LABELLED else "" for length in lengths],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#111111" if reported else "#FFFFFF"},
        "hovertext": [_hover(row.voice, row.kind, row.words, row.text) for row in blocks.itertuples()],
        "hoverinfo": "text",
        "marker": {
            "color": theme.lighter(colour, PALE) if reported else colour,
            "line": {"color": colour if reported else "#FFFFFF", "width": 1},
            **({"pattern": {**HATCH, "fgcolor": colour}} if reported else {}),
        },
    }


def _hover(voice: str, kind: str, words: int, text: str) -> str:
    how = "reported" if kind == "indirect" else "in quotation marks"
    first = " ".join(text.split()[:12])
    more = " …" if len(text.split()) > 12 else ""
    return f"{theme.plain(voice) or 'no speaker named'}, {how}, {words} words<br>{theme.wrapped(first + more)}"

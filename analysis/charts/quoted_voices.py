"""Quoted voices: the words each speaker is given inside quotation marks, one bar per article."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import theme

PREFIX = "voice: "
INSIDE = 0.14  # a voice with less than this part of the longest bar gets no name inside it, only on hover


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    voices = scores[scores["part"].str.startswith(PREFIX) & (scores["unit"] == "words")]
    longest = max(1.0, voices.groupby("article")["value"].sum().max() if len(voices) else 1.0)
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        own = voices[voices["article"] == article].sort_values("value", ascending=False)
        if own.empty:
            traces.append(theme.remark(position, 0, "no quoted words with a speaker"))
        traces += [
            _segment(position, rank, row["part"].removeprefix(PREFIX), row["value"], longest)
            for rank, (_, row) in enumerate(own.iterrows())
        ]
    axis = {"title": {"text": "words inside quotation marks, by speaker"}, "range": [0, longest * 1.02]}
    return theme.rows_figure(traces, list(names.values()), axis, {"barmode": "stack", "bargap": 0.35})


def _segment(position: int, rank: int, voice: str, words: float, longest: float) -> theme.Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [words],
        "y": [position],
        "text": [theme.plain(voice.rsplit(maxsplit=1)[-1] if words < 2 * INSIDE * longest else voice)]
        if words > INSIDE * longest
        else [""],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#FFFFFF" if rank == 0 else "#111111"},
        "constraintext": "inside",
        "hovertext": [f"{theme.plain(voice)}<br>{words:.0f} quoted words"],
        "hoverinfo": "text",
        "marker": {
            "color": theme.colour(position) if rank == 0 else theme.tint(position, rank),
            "line": {"color": "#FFFFFF", "width": 2},
        },
    }

"""Short quoted spans by class: what the quotation marks are doing, one bar per article."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import theme

PARTS = {
    "scare quotes": "scare",
    "speech in short marks": "speech",
    "title in short marks": "title",
    "term in short marks": "term",
    "other in short marks": "other",
}
GREYS = {"speech": "#B9B9B9", "title": "#CFCFCF", "term": "#E0E0E0", "other": "#EDEDED"}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    counts = scores[scores["part"].isin(PARTS)].set_index(["article", "part"])["value"]
    totals = counts.groupby("article").sum()
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        if not totals.get(article, 0):
            traces.append(theme.remark(position, 0, "no short quoted spans"))
            continue
        traces += [
            _segment(position, name, counts.get((article, part), 0.0), names[article])
            for part, name in PARTS.items()
            if counts.get((article, part), 0.0)
        ]
    longest = max(1.0, totals.max() if len(totals) else 1.0)
    axis = {
        "title": {"text": "short quoted spans (up to eight words), by what the marks do"},
        "range": [0, longest * 1.02],
    }
    return theme.rows_figure(traces, list(names.values()), axis, {"barmode": "stack", "bargap": 0.35})


def _segment(position: int, name: str, count: float, article: str) -> theme.Trace:
    scare = name == "scare"
    return {
        "type": "bar",
        "orientation": "h",
        "x": [count],
        "y": [position],
        "text": [f"{name} {count:.0f}"],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#FFFFFF" if scare else "#111111"},
        "constraintext": "inside",
        "hovertext": [f"{theme.plain(article)}<br>{name}: {count:.0f}"],
        "hoverinfo": "text",
        "marker": {
            "color": theme.colour(position) if scare else GREYS[name],
            "line": {"color": "#FFFFFF", "width": 2},
        },
    }

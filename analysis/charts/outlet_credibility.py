"""Outlet accountability: the band that the known facts leave open, and the point where enough is known."""

import re
from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import theme


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> go.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    part = scores[scores["part"] == "accountability"].set_index("article")
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        if article not in part.index:
            traces.append(theme.remark(position, 0, "no publisher found"))
            continue
        row = part.loc[article]
        if row["n"] == 0 or pd.isna(row["low"]):
            if not pd.isna(row["low"]):
                traces.append(theme.interval(position, row["low"], row["high"], grey=True))
            traces.append(theme.remark(position, 0, _first_clause(row["missing"])))
            continue
        hover = (
            f"{theme.plain(names[article])}<br>band {row['low']:.0f} to {row['high']:.0f} of 100<br>{row['n']} facts"
        )
        traces.append(theme.interval(position, row["low"], row["high"]))
        if pd.isna(row["value"]):
            traces.append(theme.remark(position, row["low"], "not enough evidence for a point"))
        else:
            traces.append(theme.point(position, row["value"], f"{row['value']:.0f}", hover))
    axis = {"title": {"text": "points of 100 · bar: what the unknown facts leave open"}, "range": [-2, 104]}
    return theme.rows_figure(traces, list(names.values()), axis)


def _first_clause(reason: str) -> str:
    return re.split(r"[;:]|\. ", reason, maxsplit=1)[0]

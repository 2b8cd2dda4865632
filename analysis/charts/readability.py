"""Readability: the school grade that the sentences and words of each article ask for."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

PART = "Flesch-Kincaid grade"


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    part = scores[scores["part"] == PART].set_index("article")
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        row = part.loc[article] if article in part.index else None
        if row is None or pd.isna(row["value"]):
            traces.append(theme.remark(position, 0, "too short for a grade" if row is None else row["missing"]))
            continue
        hover = f"{theme.plain(names[article])}<br>grade {row['value']:.1f}"
        traces.append(theme.point(position, row["value"], f"{row['value']:.1f}", hover))
    highest = part["value"].max() if len(part) else float("nan")
    upper = max(16.0, 0.0 if pd.isna(highest) else highest + 2)
    axis = {"title": {"text": f"{PART} (years of schooling in the United States)"}, "range": [0, upper]}
    return theme.rows_figure(traces, list(names.values()), axis)

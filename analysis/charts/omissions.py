"""Gaps: how much of what at least two other sources report is not found in each article.

Table: one row per article with the columns article (id), gap (0 to 1, NaN with its reason in missing), claims (in at
least two other sources), not_reported and missing.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme


def figure(gaps: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown)."""
    by_article = gaps.set_index("article")
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        row = by_article.loc[article] if article in by_article.index else None
        if row is None or pd.isna(row["gap"]):
            traces.append(theme.remark(position, 0, row["missing"] if row is not None else "not compared"))
            continue
        counts = f"{row['not_reported']} of {row['claims']} claims"
        traces.append(theme.point(position, row["gap"], f"{row['gap']:.2f} ({counts})", counts))
    title = {"text": "gap: share of what others report that is not found here"}
    axis = {"title": title, "range": [-0.02, 1.25], "tickvals": [0, 0.25, 0.5, 0.75, 1]}
    return theme.rows_figure(traces, list(names.values()), axis)

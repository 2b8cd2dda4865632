"""Outlet accountability: the band that the known facts leave open, and the point where enough is known."""

import re
from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    part = scores[scores["part"] == "accountability"].set_index("article")
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        if article not in part.index:
            traces.append(theme.remark(position, 0, "no publisher found"))
            continue
        row = part.loc[article]
        known, has_band = row["n"] > 0, pd.notna(row["low"])
        if has_band:
            traces.append(theme.interval(position, row["low"], row["high"], grey=not known))
        if pd.notna(row["value"]):
            band = f"band {row['low']:.0f} to {row['high']:.0f} of 100<br>{row['n']} facts"
            traces.append(
                theme.point(position, row["value"], f"{row['value']:.0f}", f"{theme.plain(names[article])}<br>{band}")
            )
        elif known and has_band:
            traces.append(theme.remark(position, row["low"], "not enough evidence for a point"))
        else:
            traces.append(theme.remark(position, 0, _first_clause(row["missing"])))
    axis = {"title": {"text": "points of 100 · bar: what the unknown facts leave open"}, "range": [-2, 104]}
    return theme.rows_figure(traces, list(names.values()), axis)


def _first_clause(reason: str) -> str:
    return re.split(r"[;:]|\. ", reason, maxsplit=1)[0]

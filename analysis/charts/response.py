"""Accusations and whether the accused is given a reply, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {"without reply": "", "asked without answer": "#CFCFCF", "with reply": "#B5B5B5"}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, "accusations found")

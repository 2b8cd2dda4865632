"""Hedges and boosters, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {"hedges": "#B9B9B9", "boosters": ""}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "words that make a statement less certain (grey) or more certain (in colour)"
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, title)

"""Distancing words by class, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {
    "doubt": "",
    "charge": "",
    "claim": "",
    "unproven": "",
    "naming at a distance": "",
    "hearsay": "#B9B9B9",
}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "words that hold a statement at a distance, by class (grey: hearsay)"
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, title)

"""Verbs of saying by class, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {
    "doubting": "",
    "reluctant": "",
    "denial": "",
    "force": "",
    "endorsing": "",
    "neutral": "#B9B9B9",
    "other": "#E4E4E4",
}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "verbs of saying, by class (in colour: not neutral)"
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, title)

"""Short quoted spans by class: what the quotation marks are doing, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

PARTS = {
    "scare quotes": "scare",
    "speech in short marks": "speech",
    "title in short marks": "title",
    "term in short marks": "term",
    "other in short marks": "other",
}
FILLS = {"scare": "", "speech": "#B9B9B9", "title": "#CFCFCF", "term": "#E0E0E0", "other": "#EDEDED"}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "short quoted spans (up to eight words), by what the marks do"
    return theme.stacked_counts(scores, names, PARTS, FILLS, title)

"""Prominence: who has the words of others in the first quarter of each article, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

PREFIX = "early: "


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "attributed words in the first quarter of the article, by speaker"
    return theme.voices_figure(scores, names, PREFIX, title)

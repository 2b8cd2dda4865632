"""Quoted voices: the words each speaker is given inside quotation marks, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

PREFIX = "voice: "


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    return theme.voices_figure(scores, names, PREFIX, "words inside quotation marks, by speaker")

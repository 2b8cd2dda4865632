"""Words to look at by class, one bar per article: counts, never a score."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {
    "verb of conflict": "",
    "label for people": "",
    "evaluative": "",
    "metaphor": "#B9B9B9",
    "intensifier": "#CFCFCF",
    "euphemism": "#E4E4E4",
}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "words to look at, by class (counts outside quotation marks; no score)"
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, title)

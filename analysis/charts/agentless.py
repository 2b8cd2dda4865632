"""Passives and nouns of acts, with and without an agent, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

PARTS = {
    "passive without agent": "passive",
    "noun of an act without agent": "noun",
    "passive with agent": "passive, agent",
    "noun of an act with agent": "noun, agent",
}
FILLS = {"passive": "", "noun": "", "passive, agent": "#B9B9B9", "noun, agent": "#D6D6D6"}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "passives and acts told as nouns (in colour: no agent named)"
    return theme.stacked_counts(scores, names, PARTS, FILLS, title)

"""Sources: how closely each article names whom it quotes, one bar per article."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS = {
    "unnamed person": "",
    "unnamed group": "",
    "agentless": "",
    "role only": "#D9D9D9",
    "named body": "#C8C8C8",
    "named": "#B5B5B5",
    "unclear": "#EDEDED",
}


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    title = "attributions, by how closely the source is named (in colour: not named)"
    return theme.stacked_counts(scores, names, {part: part for part in FILLS}, FILLS, title)

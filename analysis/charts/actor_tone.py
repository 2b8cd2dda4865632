"""Tone toward actors: for every actor and article how many sentences sound negative, neutral or positive.

Table: the table of scores (analysis.tables.scores) of the comparison actor_tone, with parts such as "negative: Venn".
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import grid, theme

TONES = ("negative", "neutral", "positive", "unsure")
MOST = 8  # actors; the data of the chart have all


def figure(scores: pd.DataFrame, names: Mapping[str, str], most: int = MOST) -> theme.Figure:
    """One column per article of `names` (id -> name shown); tones below their actor, most named actors first."""
    counted = scores[scores["value"] > 0]
    named = counted["part"].str.split(": ", n=1)
    tones, actors = named.str[0], named.str[1]
    cells = pd.DataFrame(
        {
            "group": pd.Categorical(actors, list(dict.fromkeys(actors))[:most]),
            "row": pd.Categorical(tones, TONES),
            "article": counted["article"],
            "n": counted["value"].astype(int),
            "hover": [
                f"{actor} in {names.get(article, article)}: {tone}, {n:.0f}×"
                for actor, tone, article, n in zip(actors, tones, counted["article"], counted["value"], strict=True)
            ],
        }
    ).sort_values(["group", "row"], kind="stable")
    return grid.figure(cells.dropna(), names, "sentences that name the actor, by tone")

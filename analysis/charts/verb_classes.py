"""Verbs of saying by side: one row per side and class, one column per article, a dot with the count of the verbs.

Table: one row per article, side and class with the columns article (id), side (name of the side or of a group of
voices), verb_class and n (verbs). Sides and classes keep the order of the table, and zeros are not drawn.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import grid, theme


def figure(counts: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One column per article of `names` (id -> name shown); the classes stand below their side."""
    cells = pd.DataFrame(
        {
            "group": pd.Categorical(counts["side"], list(dict.fromkeys(counts["side"]))),
            "row": pd.Categorical(counts["verb_class"], list(dict.fromkeys(counts["verb_class"]))),
            "article": counts["article"],
            "n": counts["n"],
            "hover": [
                f"{names.get(row.article, row.article)}: {row.verb_class} verbs of saying for {row.side}, {row.n}×"
                for row in counts.itertuples()
            ],
        }
    ).sort_values(["group", "row"], kind="stable")
    return grid.figure(cells[cells["n"] > 0], names, "verbs of saying, by side and class")

"""Names and labels: every actor with its labels, one column per article, a dot with the count where it is used.

Table: one row per actor, label and article with the columns actor, kind (person, group, event), label, article (id),
n (places) and why (why the label is taken for the actor).
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import grid, theme


def figure(labels: pd.DataFrame, names: Mapping[str, str], most: int = 40) -> theme.Figure:
    """One column per article of `names` (id -> name shown); actors and labels in the order of the table."""
    cells = pd.DataFrame(
        {
            "group": labels["actor"],
            "row": labels["label"],
            "article": labels["article"],
            "n": labels["n"],
            "hover": [
                f"{names.get(row.article, row.article)}: “{row.label}” for {row.actor}, {row.n}×; {row.why}"
                for row in labels.itertuples()
            ],
        }
    )
    return grid.figure(cells, names, "number: places of the label", most)

"""The same acts: how each article words them, one column per article, a dot with the count of each wording.

Table: one row per act, wording and article with the columns act, wording (active with agent, passive with agent,
passive without agent, noun), article (id), n (places), agents (who is named, "" for nobody) and text (the first
sentence).
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import grid, theme


def figure(acts: pd.DataFrame, names: Mapping[str, str], most: int = 40) -> theme.Figure:
    """One column per article of `names` (id -> name shown); acts in the order of the table."""
    cells = pd.DataFrame(
        {
            "group": acts["act"],
            "row": acts["wording"],
            "article": acts["article"],
            "n": acts["n"],
            "hover": [
                f"{names.get(row.article, row.article)}: {row.wording}, {row.agents or 'nobody named'}. {row.text}"
                for row in acts.itertuples()
            ],
        }
    )
    return grid.figure(cells, names, "number: places of the wording", most)

"""Claims: one row per claim, one column per article, a dot where it is reported, with how often.

Table: one row per claim and article with the columns claim (id), kind, text, article (id), n (places; 0 only perhaps)
and at (share of the text before the first place, 0 to 1).
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import grid, theme


def figure(claims: pd.DataFrame, names: Mapping[str, str], most: int = 40) -> theme.Figure:
    """One column per article of `names` (id -> name shown); claims in the order of the table, by kind."""
    reported = claims[claims["n"] > 0]
    cells = pd.DataFrame(
        {
            "group": reported["kind"] if reported["kind"].nunique() > 1 else "",
            "row": reported["text"],
            "article": reported["article"],
            "n": reported["n"],
            "hover": [
                f"{names.get(row.article, row.article)}: {row.text} First at {row.at:.0%} of the text."
                for row in reported.itertuples()
            ],
        }
    ).sort_values("group", kind="stable")
    return grid.figure(cells, names, "number: places where the claim stands", most, sentences=True)

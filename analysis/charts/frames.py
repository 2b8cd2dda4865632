"""Generic frames: a reader's answers, one row per article, one column per frame.

Table: one row per article and frame with the columns article (id), title, yes, answered, asked, share, missing.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

LARGEST = 30  # points across the dot of a frame with every answer yes
SMALLEST = 8


def figure(shares: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); the count of yes stands beside its dot."""
    titles = list(dict.fromkeys(shares["title"]))
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        own = shares[shares["article"] == article]
        if not own["answered"].sum():
            traces.append(theme.remark(position, -0.4, "nobody has answered yet"))
            continue
        for row in own.itertuples(index=False):
            traces.append(_dot(position, titles.index(row.title), row, names[article]))
    ticks = {"tickvals": list(range(len(titles))), "ticktext": [title.replace(" ", "<br>") for title in titles]}
    axis = {"title": {"text": "questions answered yes, of all asked"}, "range": [-0.5, len(titles) - 0.3], **ticks}
    return theme.rows_figure(traces, list(names.values()), axis)


def _dot(position: int, x: int, row: object, name: str) -> theme.Trace:
    """A dot as large as the share, hollow where the frame is not fully answered."""
    yes, asked, share = row.yes, row.asked, row.share  # type: ignore[attr-defined]
    trace = theme.point(position, x, f"{yes}/{asked}", f"{theme.plain(name)}<br>{yes} yes of {asked}")
    hollow = pd.isna(share)
    trace["marker"]["symbol"] = "circle-open" if hollow else "circle"
    trace["marker"]["size"] = SMALLEST if hollow else SMALLEST + (LARGEST - SMALLEST) * share
    return trace

"""Order: one row per article from its first word to its last, the shared claims where they first stand.

Table: one row per claim and article with the columns claim (id), text, article (id), share (of the words before it, 0
to 1) and rank.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme


def figure(positions: pd.DataFrame, names: Mapping[str, str], picked: str = "") -> theme.Figure:
    """Thin lines join one claim across the articles of `names` (id -> name shown); that of `picked` is strong."""
    row = {article: position for position, article in enumerate(names)}
    traces: list[theme.Trace] = []
    for claim, own in positions.groupby("claim", sort=False):
        placed = own.assign(row=own["article"].map(row)).sort_values("row")
        traces.append(_line(placed, strong=claim == picked))
    for article, position in row.items():
        own = positions[positions["article"] == article]
        if own.empty:
            traces.append(theme.remark(position, 0, "no claim that another article has, too"))
            continue
        traces.append(_dots(own, position, names[article]))
    title = "from the first word to the last · thick line: the claim that is followed"
    axis = {
        "title": {"text": title if picked else "from the first word to the last"},
        "range": [-0.03, 1.05],
        "tickformat": ".0%",
    }
    return theme.rows_figure(traces, list(names.values()), axis)


def _line(placed: pd.DataFrame, *, strong: bool) -> theme.Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(placed["share"]),
        "y": list(placed["row"]),
        "hoverinfo": "skip",
        "line": {"color": theme.GREY, "width": 5 if strong else 1},
        "opacity": 0.9 if strong else 0.4,
    }


def _dots(own: pd.DataFrame, position: int, name: str) -> theme.Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(own["share"]),
        "y": [position] * len(own),
        "hovertext": [
            f"{theme.plain(name)}, at {row.share:.0%}<br>{theme.wrapped(row.text)}" for row in own.itertuples()
        ],
        "hoverinfo": "text",
        "marker": {"color": theme.colour(position), "symbol": theme.symbol(position), "size": 10},
    }

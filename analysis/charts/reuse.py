"""Text reuse: one row and one column per article, a dot as large as the share of the shorter text that both have.

Table: one row per pair with the columns first and second (ids), containment (0 to 1, NaN where too short) and verdict.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

LARGEST, SMALLEST = 34, 6  # pixels of a dot at containment 1 and 0
LABEL = 30  # characters of a name below its column
MANY = 6  # articles; with more a phone has room for small dots only, and for the shares that tell something
TELLING = 0.1
ROOMY = 27  # pixels of a dot with its share inside
UPRIGHT = 100  # pixels that upright names below the columns take on a phone


def figure(pairs: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """Every pair of the articles in `names` (id -> name shown), with the share printed at its dot."""
    order = list(names)
    traces: list[theme.Trace] = []
    for pair in pairs.itertuples():
        places = [order.index(pair.first), order.index(pair.second)]
        for row, column in (places, places[::-1]):
            dot = _dot(row, column, pair.containment, pair.verdict)
            traces.append(_narrow(dot, pair.containment) if len(order) > MANY else dot)
    axis = {
        "title": {"text": "share of the shorter text’s runs of five words that both have · hollow: independent"},
        "tickvals": list(range(len(order))),
        "ticktext": [theme.plain(_short(names[one])) for one in order],
        "autotickangles": [0, -90],  # level where the names fit beside each other
        "range": [-0.6, len(order) - 0.4],
    }
    height = 84 + UPRIGHT + theme.ROW * max(1, len(order))
    return theme.rows_figure(traces, list(names.values()), axis, {"height": height})


def _dot(row: int, column: int, share: float, verdict: str) -> theme.Trace:
    if pd.isna(share):
        return theme.remark(row, column, "too short")
    trace = theme.point(row, column, f"{share:.0%}", f"{verdict}, {share:.0%}")
    trace["marker"] = {
        "color": theme.colour(row),
        "size": SMALLEST + (LARGEST - SMALLEST) * share,
        "symbol": "circle-open" if verdict == "independent" else "circle",
    }
    return trace


def _narrow(dot: theme.Trace, share: float) -> theme.Trace:
    """`dot` for a narrow column: its share inside it, and none where hardly anything is shared."""
    middle = {**dot, "textposition": "middle center"}
    if pd.isna(share):
        return {**middle, "text": ["–"]}
    if share < TELLING:
        return {**middle, "text": [""], "marker": {**dot["marker"], "size": dot["marker"]["size"] / 2}}
    font = {"color": "#FFFFFF", "size": 10}
    return {**middle, "textfont": font, "marker": {**dot["marker"], "size": ROOMY, "symbol": "circle"}}


def _short(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"

"""Verbs of saying by side: how many verbs of each class every article gives to every side, stacked and labelled.

Table: one row per article, side and class with the columns article (id), side (name of the side or of a group of
voices), verb_class (as in CLASSES) and n (verbs). Zeros may be left out.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

# Neutral and other are grey, so that the coloured verbs stand out; a label says the same without colour.
CLASSES: Mapping[str, str] = {
    "neutral": "#C4C4C4",
    "endorsing": "#00875F",
    "doubting": "#D55E00",
    "reluctant": "#9A7200",
    "force": "#B14FA8",
    "denial": "#0072B2",
    "other": "#E4E4E4",
}
DARK_TEXT = frozenset(["neutral", "other"])
NAME_FROM = 0.09  # share of the longest bar; a narrower segment is labelled with its count alone


def figure(counts: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown) and each side that it gives a verb, as `counts` has them."""
    sides = list(dict.fromkeys(counts["side"]))
    by_cell = counts.groupby(["article", "side", "verb_class"])["n"].sum()
    totals = counts.groupby(["article", "side"])["n"].sum()
    rows = [
        (article, side) for article in names for side in [one for one in sides if totals.get((article, one), 0)] or [""]
    ]
    longest = max(1, int(totals.max()) if len(totals) else 1)
    traces: list[theme.Trace] = []
    for position, row in enumerate(rows):
        if not totals.get(row, 0):
            traces.append(theme.remark(position, 0, "no verbs of saying"))
        traces += [
            _segment(position, kind, int(by_cell.get((*row, kind), 0)), longest, f"{names[row[0]]}: {row[1]}")
            for kind in CLASSES
            if by_cell.get((*row, kind), 0)
        ]
    labels = [f"{names[article]} · {side}" if side else names[article] for article, side in rows]
    axis = {"title": {"text": "verbs of saying, by class"}, "range": [0, longest * 1.02]}
    return theme.rows_figure(traces, labels, axis, theme.STACKED)


def _segment(position: int, kind: str, n: int, longest: int, row: str) -> theme.Trace:
    return {
        "type": "bar",
        "orientation": "h",
        "name": kind,
        "x": [n],
        "y": [position],
        "text": [f"{kind} {n}" if n > NAME_FROM * longest else str(n)],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": "#111111" if kind in DARK_TEXT else "#FFFFFF"},
        "constraintext": "inside",
        "hovertext": [f"{theme.plain(row)}<br>{kind}: {n}"],
        "hoverinfo": "text",
        "marker": {"color": CLASSES[kind], "line": {"color": "#FFFFFF", "width": 2}},
    }

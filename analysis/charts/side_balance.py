"""Side balance: the share of each side in what is attributed, the speakers as segments inside it, one bar per article.

Sides keep the order of the user’s list and have colours and patterns of their own: none of an article, and neither red
nor blue, which would put the sides of any event on one party’s scale.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis import lexicons
from analysis.charts import theme

COLOURS = ("#8A6628", "#9449CA", "#247B65", "#B234B2", "#5B7722", "#7B6C24")
PATTERNS = ("", "/", ".", "\\", "x", "+", "|")  # one more than colours: two sides of one colour differ in pattern
NO_SIDE = "#6E6E6E"
NO_SIDE_PATTERN = "-"
INSIDE = 0.10  # a segment with less than this part of the bar gets no name inside it, only on hover
PER_CHARACTER = 0.0125  # of the bar, at the usual width of the page


def figure(table: pd.DataFrame, names: Mapping[str, str], sides: Sequence[str], by: str = "words") -> theme.Figure:
    """One row per article of `names` (id -> name shown); `table` as made by tables.sides.

    sides: names of the possible sides in the user’s order; every other value of `side` is drawn last, in grey.
    by: "words" or "attributions". An article with too few attributions has its counts written out instead of a bar.
    """
    least = int(lexicons.threshold("small_n"))
    traces: list[theme.Trace] = [_legend(side, sides) for side in sides]
    if not set(table["side"]) <= set(sides):
        traces.append(_legend("on no side", sides))
    for position, article in enumerate(names):
        own = table[table["article"] == article]
        total = float(own[by].sum())
        if int(own["attributions"].sum()) < least or not total:
            traces.append(theme.remark(position, 0, _counts(own)))
            continue
        rank = own["side"].map({side: place for place, side in enumerate(sides)}).fillna(len(sides))
        ordered = own.assign(rank=rank).sort_values(["rank", by], ascending=[True, False], kind="stable")
        traces += [_segment(position, row, total, by, sides) for _, row in ordered.iterrows()]
    axis = {"title": {"text": f"share of attributed {by}, by side"}, "range": [0, 1.02], "tickformat": ".0%"}
    layout = {
        "barmode": "stack",
        "bargap": 0.5,
        "showlegend": True,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
        "height": 92 + 28 * (1 + len(sides) // 4) + theme.ROW * max(1, len(names)),
        "margin": {"l": 8, "r": 16, "t": 28 + 28 * (1 + len(sides) // 4), "b": 48},
    }
    return theme.rows_figure(traces, list(names.values()), axis, layout)


def marker(side: str, sides: Sequence[str]) -> theme.Trace:
    """Colour, pattern and white separator of a side; grey for a side that is not in `sides`."""
    position = sides.index(side) if side in sides else -1
    return {
        "color": COLOURS[position % len(COLOURS)] if position >= 0 else NO_SIDE,
        "line": {"color": "#FFFFFF", "width": 2},
        "pattern": {
            "shape": PATTERNS[position % len(PATTERNS)] if position >= 0 else NO_SIDE_PATTERN,
            "fillmode": "overlay",
            "fgcolor": "#111111",  # darker, so that white names stay readable on it
            "fgopacity": 0.45,
            "solidity": 0.3,
            "size": 8,
        },
    }


def _segment(position: int, row: "pd.Series[object]", total: float, by: str, sides: Sequence[str]) -> theme.Trace:
    """One voice inside its side."""
    side, voice = str(row["side"]), str(row["voice"])
    words, attributions = int(str(row["words"])), int(str(row["attributions"]))
    share = (words if by == "words" else attributions) / total
    counted = f"{words} {'word' if words == 1 else 'words'} in {attributions}"
    hover = f"{counted} {'attribution' if attributions == 1 else 'attributions'}, {share:.0%} of all {by}"
    told = f"{theme.plain(voice)}<br>{theme.plain(side)}<br>{hover}"
    looks = {"legendgroup": side, "showlegend": False, "marker": marker(side, sides)}
    return theme.segment(position, share, _inside(voice, share), told, NO_SIDE, "#FFFFFF") | looks


def _inside(voice: str, share: float) -> str:
    """The name of a voice, or its short form, or nothing: what fits into its segment."""
    if share < INSIDE:
        return ""
    for name in (voice, theme.shorter(voice)):
        if len(name) * PER_CHARACTER <= share:
            return name
    return ""


def _legend(side: str, sides: Sequence[str]) -> theme.Trace:
    """An empty bar that puts a side into the legend, heard or not."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": [None],
        "y": [None],
        "name": theme.plain(theme.short(side)),
        "legendgroup": side,
        "showlegend": True,
        "hoverinfo": "skip",
        "marker": marker(side, sides),
    }


def _counts(own: pd.DataFrame) -> str:
    """The counts of an article that has too few attributions for shares."""
    if own.empty:
        return "no attributions"
    per_side = own.groupby("side", sort=False)["attributions"].sum()
    counted = ", ".join(f"{side} {count}" for side, count in per_side.items())
    return f"too few attributions for shares: {counted}"

"""Article sourcing: the point over the signals that are known, and the band that the unknown ones leave open."""

from collections.abc import Mapping

import pandas as pd

from analysis import lexicons
from analysis.charts import theme

TOTAL = "article sourcing"
LEVELLED = ("author", "originality", "paraphrase")  # signals whose first label is the level reached


def figure(scores: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); `scores` is the table of scores of this measure."""
    traces: list[theme.Trace] = []
    for position, (article, name) in enumerate(names.items()):
        own = scores[scores["article"] == article].set_index("part")
        if TOTAL not in own.index:
            traces.append(theme.remark(position, 0, "no words"))
            continue
        total = own.loc[TOTAL]
        if pd.isna(total["value"]):
            traces.append(theme.interval(position, total["low"], total["high"], grey=True))
            traces.append(theme.remark(position, 0, "not enough is known for a point"))
            continue
        traces.append(theme.interval(position, total["low"], total["high"]))
        traces.append(theme.point(position, total["value"], _printed(own), _hover(name, own)))
    axis = {"title": {"text": "points of 100 · bar: what the unknown signals leave open"}, "range": [-2, 114]}
    return theme.rows_figure(traces, list(names.values()), axis)


def _printed(own: pd.DataFrame) -> str:
    """The point, that a cap holds it down, and a stake that the text does not tell of."""
    text = f"{own.loc[TOTAL, 'value']:.0f}"
    text += " (cap)" if pd.notna(own.loc["cap", "value"]) else ""
    return text + (" · apparent interest" if own.loc["interest", "label"].startswith("apparent") else "")


def _hover(name: str, own: pd.DataFrame) -> str:
    """Every signal with its points, the level reached, or why it is not known."""
    lines = [f"<b>{theme.plain(name)}</b>"]
    for row in lexicons.rows("article_sourcing.csv"):
        signal = own.loc[row["signal"]]
        if pd.isna(signal["value"]):
            told = signal["missing"]
        else:
            level = signal["label"].split(", ")[0] if row["signal"] in LEVELLED else ""
            told = f"{signal['value']:.0f} {signal['unit'].removeprefix('points ')}{f' ({level})' if level else ''}"
        lines.append(theme.wrapped(f"{row['signal']}: {told}"))
    return "<br>".join(lines)

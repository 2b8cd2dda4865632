"""Tone toward actors: for every actor and article how many sentences sound negative, neutral or positive.

Table: the table of scores (analysis.tables.scores) of the comparison actor_tone, with parts such as "negative: Venn".
Orange and blue for tone, greys for neutral and unsure; every piece has its label, so that no colour is needed.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

FILLS: Mapping[str, str] = {"negative": "#D55E00", "neutral": "#C4C4C4", "positive": "#0072B2", "unsure": "#EBEBEB"}
DARK_TEXT = frozenset(["neutral", "unsure"])
NAMED_FROM = 0.16  # share of the longest bar; a narrower piece shows its count alone
MOST = 8  # actors; the table beside the chart has all


def figure(scores: pd.DataFrame, names: Mapping[str, str], most: int = MOST) -> theme.Figure:
    """One row per actor and article of `names` (id -> name shown) that names the actor, most named actors first."""
    table = scores.assign(
        kind=scores["part"].str.partition(": ")[0], actor=scores["part"].str.partition(": ")[2]
    ).dropna(subset=["value"])
    actors = list(dict.fromkeys(table["actor"]))[:most]
    counts = table.groupby(["actor", "article", "kind"])["value"].sum()
    totals = table.groupby(["actor", "article"])["value"].sum()
    rows = [(actor, article) for actor in actors for article in names if totals.get((actor, article), 0)]
    longest = max((totals[row] for row in rows), default=1)
    traces = [
        _piece(position, kind, int(counts.get((*row, kind), 0)), longest, f"{row[0]} in {names[row[1]]}")
        for position, row in enumerate(rows)
        for kind in FILLS
        if counts.get((*row, kind), 0)
    ]
    labels = [f"{actor} · {names[article]}" for actor, article in rows]
    if not rows:
        traces, labels = [theme.remark(0, 0, "no actor is named in three sentences of one article")], [""]
    axis = {"title": {"text": "sentences that name the actor, by tone"}, "range": [0, longest * 1.02]}
    return theme.rows_figure(traces, labels, axis, theme.STACKED)


def _piece(position: int, kind: str, n: int, longest: float, row: str) -> theme.Trace:
    label = f"{kind} {n}" if n > NAMED_FROM * longest else str(n)
    ink = "#111111" if kind in DARK_TEXT else "#FFFFFF"
    return theme.segment(position, n, label, f"{theme.plain(row)}<br>{kind}: {n}", FILLS[kind], ink)

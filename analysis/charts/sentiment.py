"""Word tone: every sentence as a mark, the outlet's own words above and quoted words below, means with intervals."""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

OFFSET = {"narration": -0.2, "headline": -0.2, "quoted": 0.2}
MARK = {"narration": "line-ns-open", "headline": "star", "quoted": "line-ns-open"}
TITLE = (
    "tone, left negative, right positive · line: sentence, star: headline, diamond: mean with interval (hollow: quoted)"
)
PART = {"narration": "narration", "quoted": "quoted words"}


def figure(scores: pd.DataFrame, sentences: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown).

    scores: the table of scores of this measure; sentences: one row per sentence (tables.sentences). A sentence whose
    class a person set has no place on the scale and is not drawn; the strip shows it.
    """
    means = scores.set_index(["article", "part"])
    traces: list[theme.Trace] = []
    for position, article in enumerate(names):
        own = sentences[sentences["article"] == article]
        for voice, offset in OFFSET.items():
            marks = own[(own["voice"] == voice) & own["tone"].notna()]
            if len(marks):
                traces.append(_strip(position, offset, voice, marks))
            if voice in PART and (article, PART[voice]) in means.index:
                traces += _mean(position, offset, voice, means.loc[(article, PART[voice])])
    axis = {
        "title": {"text": TITLE},
        "range": [-1.05, 1.05],
        "zeroline": True,
    }
    layout = {"height": 92 + 1.5 * theme.ROW * max(1, len(names))}
    return theme.rows_figure(traces, list(names.values()), axis, layout)


def _strip(position: int, offset: float, voice: str, marks: pd.DataFrame) -> theme.Trace:
    hover = [
        f"{voice}, {tone:+.2f}<br>{theme.wrapped(text)}<br><i>{theme.plain(words) or 'no word scored'}</i>"
        for tone, text, words in zip(marks["tone"], marks["text"], marks["words"], strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(marks["tone"]),
        "y": [position + offset] * len(marks),
        "hovertext": hover,
        "hoverinfo": "text",
        "opacity": 0.75,
        "marker": {
            "color": theme.colour(position),
            "symbol": MARK[voice],
            "size": 11 if voice == "headline" else 13,
            "line": {"width": 1.5, "color": theme.colour(position)},
        },
    }


def _mean(position: int, offset: float, voice: str, row: pd.Series) -> list[theme.Trace]:
    if pd.isna(row["value"]):
        return []
    hover = f"{voice}: mean {row['value']:+.2f} ({row['low']:+.2f} to {row['high']:+.2f}), {row['n']} sentences"
    mean = theme.point(position, row["value"], "", hover)
    filled = voice == "narration"
    mean["marker"] |= {"symbol": "diamond" if filled else "diamond-open", "size": 13}
    traces = [theme.interval(position, row["low"], row["high"]), mean]
    for trace in traces:
        trace["y"] = [position + offset] * len(trace["y"])
    return traces

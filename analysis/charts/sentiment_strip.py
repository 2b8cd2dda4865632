"""Word tone as a strip: one row per article, one cell per sentence in reading order.

A cell stands above the line where the sentence has positive words, below it where they are negative, and lies on it
where neither prevails, in grey. How far it reaches says nothing: the tone of one sentence is a direction, not a
measure. Quoted words are hatched, the headline is framed. What a person set counts; a sentence they left out keeps an
empty place.

Table: one row per sentence (analysis.tables.sentences) with the columns article (id), voice, class, text and words.
"""

from collections.abc import Mapping

import pandas as pd

from analysis.charts import theme

UP, FLAT, DOWN, OUT = "positive", "neither", "negative", "left out"
WAYS: Mapping[str, str] = {"positive": UP, "neutral": FLAT, "negative": DOWN, "": OUT}  # by class of the sentence
REACH: Mapping[str, tuple[float, float]] = {
    UP: (0.0, -0.3),
    FLAT: (-0.05, 0.1),
    DOWN: (0.0, 0.3),
    OUT: (-0.05, 0.1),
}  # from the line, y down
NOTHING = "rgba(0,0,0,0)"
TITLE = "sentences in order · up: positive words, down: negative · hatched: quoted words · framed: headline"
FRAME = "#5C5C5C"
WIDTH = 0.86  # of a cell
ROW = 74  # pixels, because cells stand on both sides of a line
LEAST = 12  # sentences the axis has room for, so that three cells do not fill the page


def figure(sentences: pd.DataFrame, names: Mapping[str, str]) -> theme.Figure:
    """One row per article of `names` (id -> name shown); an article without sentences gets a remark."""
    traces: list[theme.Trace] = []
    longest = LEAST
    for position, article in enumerate(names):
        own = sentences[sentences["article"] == article]
        longest = max(longest, len(own))
        traces.append(_cells(position, own) if len(own) else theme.remark(position, 1, "no sentences"))
    axis = {"title": {"text": TITLE}, "range": [0.3, longest + 0.7], "showgrid": False}
    layout = {"barmode": "overlay", "height": 84 + ROW * max(1, len(names))}
    return theme.rows_figure(traces, list(names.values()), axis, layout)


def _cells(position: int, own: pd.DataFrame) -> theme.Trace:
    ways = [WAYS[one] for one in own["class"]]
    own_colour = theme.colour(position)
    fills = {UP: own_colour, FLAT: theme.GREY, DOWN: own_colour, OUT: NOTHING}
    voices = list(own["voice"])
    return {
        "type": "bar",
        "x": list(range(1, len(own) + 1)),
        "base": [position + REACH[way][0] for way in ways],
        "y": [REACH[way][1] for way in ways],
        "width": WIDTH,
        "hovertext": [
            f"{number}. {voice}, {way}<br>{theme.wrapped(text)}<br><i>{theme.plain(words) or 'no word scored'}</i>"
            for number, (voice, way, text, words) in enumerate(
                zip(voices, ways, own["text"], own["words"], strict=True), start=1
            )
        ],
        "hoverinfo": "text",
        "marker": {
            "color": [fills[way] for way in ways],
            "line": {"color": FRAME, "width": [3 if voice == "headline" else 0 for voice in voices]},
            "pattern": {"shape": ["/" if voice == "quoted" else "" for voice in voices], "solidity": 0.45, "size": 5},
        },
    }

"""Type on paper: how wide words are, and the marks that plotly reads in them. Lengths are the pixels of a figure."""

import html
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from analysis.report import typeface

PIXELS = 110  # of the figure in one inch of paper: 13 pixels of type are 8.5 points
LINE = 1.35  # from one line of type to the next, of its size
INK = "#111111"
USUAL = 13.0  # pixels of type where a chart does not say
TAG = re.compile(r"</?(?:b|br|i)>")
FEWEST = 8  # letters of a line


def points(pixels: float) -> float:
    """Pixels of the figure in points of type."""
    return pixels * 72 / PIXELS


def letters(text: str) -> str:
    """The text of a label without the marks that plotly reads."""
    return html.unescape(TAG.sub(lambda tag: "\n" if tag[0] == "<br>" else "", text))


def weight_of(text: str) -> str:
    """Whether a label is set in bold: ours are so from end to end, or not at all."""
    return "bold" if text.startswith("<b>") else "normal"


def width_of(text: str, size: float, weight: str = "normal") -> float:
    """Pixels that the longest line of `text` takes in type of `size` pixels."""
    font = FontProperties(size=points(size), weight=weight)
    measure = TextToPath().get_text_width_height_descent
    return max(measure(line, font, False)[0] for line in typeface.told(text).split("\n")) * PIXELS / 72


def wrapped(text: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """`text` in lines of at most about `room` pixels."""
    fitting = int(len(text) * room / max(1.0, width_of(text, size, weight)) * 0.97)
    return textwrap.wrap(text, max(FEWEST, fitting)) or [""]


def size_of(font: Mapping[str, Any] | None) -> float:
    """The pixels of type of a font of plotly."""
    return float((font or {}).get("size", USUAL))


def write(
    axes: Axes,
    place: tuple[float, float],
    said: str,
    *,
    size: float,
    offset: float = 0.0,
    **style: Any,  # noqa: ANN401
) -> None:
    """`said` at `place` of the axes, moved right by `offset` pixels, as plain letters; it may reach over the edge."""
    moved = (points(offset), 0.0)
    drawn = axes.annotate(said, place, xytext=moved, textcoords="offset points", annotation_clip=False)
    drawn.set(fontsize=points(size), parse_math=False, **style)

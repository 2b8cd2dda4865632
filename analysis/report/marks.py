"""The marks of our charts on paper: bars with labels and patterns, points with symbols and texts, lines.

Whatever it does not know raises UnknownMark, so that a chart that grows a new mark fails a test.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import Rectangle

from analysis.errors import BrokenData
from analysis.report.lettering import INK, PIXELS, letters, points, size_of, width_of, write

Mark = Mapping[str, Any]
Box = tuple[float, float, float, float]  # left, bottom, width, height
Ink = tuple[float, float, float, float]  # red, green, blue, opacity
RGB = re.compile(r"rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.]+))?\)")
HEX = re.compile(r"#[0-9A-Fa-f]{6}")
SYMBOLS: Mark = {
    "circle": "o",
    "square": "s",
    "diamond": "D",
    "triangle-up": "^",
    "cross": "P",
    "x": "X",
    "star": "*",
    "pentagon": "p",
    "hexagram": (6, 1, 0),
    "bowtie": [(-1, -1), (-1, 1), (1, -1), (1, 1), (-1, -1)],
    "line-ns": "|",
}
HATCHES = {"": "", "/": "////", "\\": "\\\\\\\\", "x": "xxx", "+": "+++", ".": "...", "|": "|||", "-": "---"}
SILENT = {  # what a page shows on hover, or says to assistive software: nothing of it is printed
    *("type", "hovertext", "hoverinfo", "cliponaxis", "name", "legendgroup", "showlegend", "constraintext"),
    *("insidetextanchor", "orientation", "legendrank"),
}
TEXTS = {"text", "textposition", "textfont"}
BAR = SILENT | TEXTS | {"x", "y", "base", "width", "marker", "textangle"}
SCATTER = SILENT | TEXTS | {"x", "y", "mode", "marker", "line", "opacity"}
MARKER = {"color", "line", "pattern", "symbol", "size", "opacity"}
SMALL, FAINT = 11.0, "#444444"  # type below a bar


class UnknownMark(BrokenData):
    """A chart uses something that this drawing does not know."""

    def __init__(self, what: str) -> None:
        super().__init__(f"A chart has {what}, which cannot be printed yet; analysis/report/marks.py draws the others.")


class Piles:
    """How far the stacked bars of each row reach so far, and what did not fit inside them."""

    def __init__(self) -> None:
        self.reached: dict[float, float] = {}
        self.unlabelled: dict[float, list[str]] = {}


class Symbol(NamedTuple):
    """A symbol of plotly as a marker of matplotlib; those that are not filled are drawn as outlines."""

    style: MarkerStyle
    filled: bool


def check(found: Mark, known: Collection[str], where: str) -> None:
    """Raise UnknownMark for a key of `found` that is not among the known ones."""
    odd = sorted(set(found) - set(known))
    if odd:
        raise UnknownMark(f"{', '.join(odd)} in its {where}")


def ink(name: str) -> Ink:
    """A colour, "#RRGGBB" or "rgba(…)", as shares from 0 to 1."""
    if HEX.fullmatch(name):
        red, green, blue = (int(name[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return red, green, blue, 1.0
    if found := RGB.fullmatch(name):
        red, green, blue = (int(part) / 255 for part in found.group(1, 2, 3))
        return red, green, blue, float(found[4] or 1)
    raise UnknownMark(f"the colour {name!r}")


def bars(axes: Axes, trace: Mark, layout: Mark, piles: Piles, order: int) -> None:
    """The bars of one trace, behind those before them in their row where the chart stacks them."""
    check(trace, BAR, "bars")
    check(trace["marker"], MARKER, "bars")
    mode = layout.get("barmode")
    if mode not in ("stack", "overlay"):
        raise UnknownMark(f"bars set as {mode!r}")
    is_flat = trace.get("orientation") == "h"
    lengths, rows = (trace["x"], trace["y"]) if is_flat else (trace["y"], trace["x"])
    thick = trace.get("width", 1 - layout.get("bargap", 0.2))
    for at, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        if length is None:  # it stands in the legend only
            continue
        start = trace["base"][at] if "base" in trace else piles.reached.get(row, 0.0) if mode == "stack" else 0.0
        low = row - thick / 2
        box = (start, low, length, thick) if is_flat else (low, start, thick, length)
        for patch in rectangles(box, trace["marker"], at):
            patch.set_zorder(order)
            axes.add_patch(patch)
        unsaid = _label(axes, trace, at, box, order)
        if mode == "stack":
            piles.reached[row] = start + length
            piles.unlabelled.setdefault(row, []).extend(filter(None, [unsaid]))


def below(axes: Axes, row: float, unsaid: Sequence[str]) -> None:
    """What is in a bar and did not fit inside, in small type below it."""
    room = axes.get_window_extent().width * PIXELS / _dots_per_inch(axes)
    line = ""
    for shown in range(len(unsaid), 0, -1):
        more = f" · and {len(unsaid) - shown} more" if shown < len(unsaid) else ""
        line = "not labelled: " + " · ".join(unsaid[:shown]) + more
        if width_of(line, SMALL) < room:
            break
    left = max(0.0, axes.get_xlim()[0])
    write(axes, (left, row + 0.35), line, size=SMALL, color=ink(FAINT), ha="left", va="center", zorder=99)


def rectangles(box: Box, marker: Mark, at: int) -> Iterator[Rectangle]:
    """The fill and frame of a bar, and a second rectangle with its hatching."""
    corner, width, height = box[:2], box[2], box[3]
    fill, line, pattern = ink(_pick(marker["color"], at)), marker.get("line", {}), marker.get("pattern", {})
    shape = _pick(pattern.get("shape", ""), at)
    if shape not in HATCHES:
        raise UnknownMark(f"the pattern {shape!r}")
    is_bare = bool(shape) and pattern.get("fillmode", "replace") == "replace"
    edge, thick = ink(_pick(line.get("color", "#FFFFFF"), at)), points(_pick(line.get("width", 0), at))
    face = ink("#FFFFFF") if is_bare else fill
    yield Rectangle(corner, width, height, facecolor=face, edgecolor=edge, linewidth=thick)
    if shape:
        own = (*ink(pattern.get("fgcolor", "#FFFFFF"))[:3], pattern.get("fgopacity", 1.0))
        stroke = fill if is_bare else own
        yield Rectangle(corner, width, height, facecolor="none", edgecolor=stroke, linewidth=0, hatch=HATCHES[shape])


def scatter(axes: Axes, trace: Mark, size: float, order: int) -> None:
    """The points, texts and lines of one trace; `size`: of the type of the chart."""
    check(trace, SCATTER, "points")
    modes, marker = set(trace["mode"].split("+")), trace.get("marker", {})
    if modes - {"lines", "markers", "text"}:
        raise UnknownMark(f"points drawn as {trace['mode']!r}")
    check(marker, MARKER, "points")
    opacity = trace.get("opacity", 1)
    if "lines" in modes:
        line = trace["line"]
        check(line, ("color", "width"), "lines")
        style: dict[str, Any] = {"linewidth": points(line["width"]), "alpha": opacity, "solid_capstyle": "butt"}
        axes.plot(trace["x"], trace["y"], color=ink(line["color"]), zorder=order, **style)
    for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        wide = 0.0
        if "markers" in modes:
            wide = _pick(marker.get("size", 6), at)
            dot = _dot((x, y), _symbol(_pick(marker.get("symbol", "circle"), at)), wide, _pick(marker["color"], at))
            dot.set(alpha=opacity * marker.get("opacity", 1), zorder=order, transform=axes.transData, clip_on=False)
            axes.add_line(dot)
        if "text" in modes:
            _beside(axes, trace, at, wide, size, order)


def swatch(canvas: Canvas, marker: Mark, place: tuple[float, float], size: float, symbol: str = "") -> None:
    """A small sample of a mark at `place`, shares of the canvas: a box for bars, or the `symbol`."""
    x, y = place
    width, height = size * 1.5 / (canvas.get_figwidth() * PIXELS), size / (canvas.get_figheight() * PIXELS)
    artists: Sequence[Line2D | Rectangle]
    if symbol:
        artists = [_dot((x + width / 2, y), _symbol(symbol), size, marker["color"])]
    else:
        artists = list(rectangles((x, y - height / 2, width, height), marker, 0))
    for artist in artists:
        artist.set_transform(canvas.transFigure)
        canvas.add_artist(artist)


def _label(axes: Axes, trace: Mark, at: int, box: Box, order: int) -> str:
    """Print the label of a bar inside it; give it back where it does not fit, or stands only on hover."""
    if "text" not in trace:
        return ""
    if trace.get("textangle", 0) or trace.get("textposition", "inside") != "inside":
        raise UnknownMark("labels of bars turned or outside")
    text, font = letters(trace["text"][at]), trace.get("textfont", {})
    if not text:
        return letters(trace["hovertext"][at]).split("\n")[0] if "hovertext" in trace else ""
    x, y, width, height = box
    room = abs(axes.transData.transform((x + width, y))[0] - axes.transData.transform((x, y))[0])
    if width_of(text, size_of(font)) + 6 > room * PIXELS / _dots_per_inch(axes):
        return text
    style: dict[str, Any] = {"color": ink(font.get("color", INK)), "ha": "center", "va": "center", "zorder": order + 1}
    write(axes, (x + width / 2, y + height / 2), text, size=size_of(font), **style)
    return ""


def _beside(axes: Axes, trace: Mark, at: int, wide: float, size: float, order: int) -> None:
    """The text of a point that is `wide` pixels wide: in its middle, or right of it."""
    where, font = trace.get("textposition", "middle center"), trace.get("textfont", {})
    if where not in ("middle center", "middle right"):
        raise UnknownMark(f"a text set {where!r}")
    is_inside = where == "middle center"
    style: dict[str, Any] = {
        "color": ink(font.get("color", INK)),
        "ha": "center" if is_inside else "left",
        "va": "center_baseline" if is_inside else "center",
        "zorder": order + 1,
    }
    place = (trace["x"][at], trace["y"][at])
    offset = 0 if is_inside else wide / 2 + 4
    write(axes, place, letters(trace["text"][at]), size=font.get("size", size), offset=offset, **style)


def _dot(place: tuple[float, float], symbol: Symbol, size: float, name: str) -> Line2D:
    face, edge = (ink(name), 0.0) if symbol.filled else (ink("#FFFFFF"), 1.4)
    drawn = Line2D([place[0]], [place[1]], linestyle="none", marker=symbol.style, markersize=points(size))
    drawn.set(markerfacecolor=face, markeredgecolor=ink(name), markeredgewidth=edge)
    return drawn


def _symbol(name: str) -> Symbol:
    stem = name.removesuffix("-open")
    if stem not in SYMBOLS:
        raise UnknownMark(f"the symbol {name!r}")
    return Symbol(MarkerStyle(SYMBOLS[stem]), stem == name)


def _dots_per_inch(axes: Axes) -> float:
    canvas = axes.get_figure(root=True)
    return canvas.dpi if canvas else float(PIXELS)


def _pick(given: Any, at: int) -> Any:  # noqa: ANN401  one for all, or one for each
    return given[at] if isinstance(given, list | tuple) else given

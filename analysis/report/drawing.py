"""Draws a figure of our own charts with matplotlib, so that pictures need no browser.

It knows the layouts that `analysis.charts` uses and no others; see `marks`. Lengths are the pixels of the figure.
"""

from typing import Any, NamedTuple

from matplotlib.axes import Axes

from analysis.report import marks
from analysis.report.lettering import INK, LINE, letters, points, size_of, weight_of, width_of, write
from analysis.report.marks import Mark, Piles, UnknownMark

PILED = 1.25  # how much higher rows of stacked bars are than on a page, where the rest opens on hover
LAYOUT = {
    *("height", "margin", "showlegend", "legend", "hoverlabel", "font", "uniformtext", "annotations", "xaxis", "yaxis"),
    *("barmode", "bargap", "shapes", "template"),
}
AXIS = {
    *("title", "range", "tickvals", "ticktext", "ticksuffix", "tickformat", "showgrid", "gridcolor", "zeroline"),
    *("side", "automargin", "tickangle", "autotickangles", "fixedrange", "showticklabels", "tickfont"),
}
NOTE = {"text", "x", "xref", "xanchor", "y", "yanchor", "yref", "showarrow", "font", "align"}
UPRIGHT = {"middle": "center", "bottom": "bottom"}  # a note beside its place or above it
LINES = {"dot": ":", "dash": "--", "solid": "-"}
USUAL_RANK = 1000  # in the legend, where a trace says nothing else (plotly)


class Key(NamedTuple):
    """One entry of a legend: what it says, and the mark of the trace that it stands for."""

    text: str
    marker: Mark


def keys(figure: Mark) -> tuple[Key, ...]:
    """The entries of the figure's own legend; none where it has no legend."""
    if not figure["layout"].get("showlegend"):
        return ()
    named = [trace for trace in figure["data"] if trace.get("showlegend", True) and trace.get("name")]
    named.sort(key=lambda trace: trace.get("legendrank", USUAL_RANK))
    return tuple(Key(letters(trace["name"]), trace["marker"]) for trace in named)


def left_margin(figure: Mark) -> float:
    """Pixels left of the plot: the margin of the layout, or room for the labels where they stand there."""
    axis = figure["layout"]["yaxis"]
    if not axis.get("showticklabels", True):
        return float(figure["layout"]["margin"]["l"])
    size = size_of(axis.get("tickfont") or figure["layout"].get("font"))
    labels = ((letters(text), weight_of(text)) for text in axis.get("ticktext", ()))
    return 14 + max((width_of(text, size, weight) for text, weight in labels), default=0.0)


def plot_height(figure: Mark) -> float:
    """Pixels between the margins of the layout, and more where labels stand below stacked bars."""
    layout = figure["layout"]
    height = float(layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])
    return height * (PILED if layout.get("barmode") == "stack" else 1)


def margins(figure: Mark) -> tuple[float, float]:
    """Pixels (above, below) the plot: room for labels and title of the axis; the legend stands elsewhere."""
    axis = figure["layout"]["xaxis"]
    lines = max((text.count("<br>") + 1 for text in axis.get("ticktext", ())), default=1)
    ticks = 8 + LINE * lines * size_of(axis.get("tickfont"))
    title = 10 + LINE * size_of(axis.get("title", {}).get("font")) if axis.get("title", {}).get("text") else 0
    return (ticks, title + 4) if axis.get("side") == "top" else (8.0, ticks + title)


def draw(figure: Mark, axes: Axes) -> None:
    """Draw the whole figure, a plotly figure as a dict, into `axes`, which already have their place on the paper."""
    layout = figure["layout"]
    marks.check(layout, LAYOUT, "layout")
    _frame(axes)
    _horizontal(axes, layout["xaxis"])
    _vertical(axes, layout)
    for shape in layout.get("shapes", ()):
        _line_shape(axes, shape)
    piles = Piles()
    for order, trace in enumerate(figure["data"], start=2):
        if trace["type"] == "bar":
            marks.bars(axes, trace, layout, piles, order)
        elif trace["type"] == "scatter":
            marks.scatter(axes, trace, size_of(layout.get("font")), order)
        else:
            raise UnknownMark(f"a trace of type {trace['type']!r}")
    for note in _notes(layout):
        _annotation(axes, note, size_of(layout.get("font")))
    for row, unsaid in piles.unlabelled.items():
        if unsaid:
            marks.below(axes, row, unsaid)


def _frame(axes: Axes) -> None:
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_facecolor("none")
    axes.tick_params(length=0, colors=INK)
    axes.set_axisbelow(True)


def _horizontal(axes: Axes, axis: Mark) -> None:
    marks.check(axis, AXIS, "x axis")
    axes.set_xlim(axis["range"])
    if axis.get("side") == "top":
        axes.xaxis.tick_top()
    _ticks(axes, axis, "x")
    title = axis.get("title", {})
    if title.get("text"):
        said = letters(title["text"].replace("<br>", " "))
        axes.set_xlabel(said, fontsize=points(size_of(title.get("font"))), color=INK, parse_math=False)
    if axis.get("showgrid", True):
        axes.grid(visible=True, axis="x", color=marks.ink(axis.get("gridcolor", "#EEEEEE")), linewidth=0.8)
    if axis.get("zeroline"):
        axes.axvline(0, color="#777777", linewidth=1, zorder=1)


def _vertical(axes: Axes, layout: Mark) -> None:
    axis = layout["yaxis"]
    marks.check(axis, AXIS, "y axis")
    if axis.get("showgrid", True) or axis.get("zeroline", True):
        raise UnknownMark("a grid or a zero line across its rows")
    axes.set_ylim(axis["range"])
    if axis.get("showticklabels", True):
        _ticks(axes, axis | {"tickfont": axis.get("tickfont") or layout.get("font")}, "y")
        for label in axes.get_yticklabels():
            label.set_horizontalalignment("right")
    else:
        axes.set_yticks([])


def _ticks(axes: Axes, axis: Mark, which: str) -> None:
    """Marks and labels of one axis: those given, or matplotlib's, formatted as the chart asks."""
    one = axes.xaxis if which == "x" else axes.yaxis
    if "tickvals" in axis:
        texts = axis.get("ticktext") or [f"{value:g}" for value in axis["tickvals"]]
        one.set_ticks(list(axis["tickvals"]), [letters(text) for text in texts])
        for label, text in zip(one.get_ticklabels(), texts, strict=True):
            label.set_fontweight(weight_of(text))
    elif axis.get("tickformat", "") not in ("", ".0%"):
        raise UnknownMark(f"an axis in the format {axis['tickformat']!r}")
    else:
        share, suffix = axis.get("tickformat") == ".0%", axis.get("ticksuffix", "")
        one.set_major_formatter(lambda value, _: f"{value:.0%}" if share else f"{value:g}".replace("-", "−") + suffix)
    for label in one.get_ticklabels():
        label.set_parse_math(False)
        label.set_fontsize(points(size_of(axis.get("tickfont"))))
        label.set_color(INK)
        label.set_rotation(-axis.get("tickangle", 0))


def _notes(layout: Mark) -> list[Mark]:
    """The notes of a chart; the names above its rows uncut, since the axis has them in full."""
    notes, axis = list(layout.get("annotations", ())), layout["yaxis"]
    full = axis.get("ticktext", ())
    if axis.get("showticklabels", True) or len(full) != len(notes):
        return notes
    return [note | {"text": text} for note, text in zip(notes, full, strict=True)]


def _annotation(axes: Axes, note: Mark, size: float) -> None:
    marks.check(note, NOTE, "notes")
    if note["showarrow"] or (note["x"], note["xref"], note["xanchor"], note["yref"]) != (0, "paper", "left", "y"):
        raise UnknownMark("a note that does not begin at its left edge")
    place, font = (axes.get_xlim()[0], note["y"]), note.get("font") or {"size": size}
    style: dict[str, Any] = {
        "ha": "left",
        "va": UPRIGHT[note.get("yanchor", "middle")],
        "fontweight": weight_of(note["text"]),
        "zorder": 99,
    }
    write(axes, place, letters(note["text"]), size=size_of(font), color=INK, **style)


def _line_shape(axes: Axes, shape: Mark) -> None:
    marks.check(shape, frozenset(["type", "x0", "x1", "y0", "y1", "line"]), "shape")
    if shape["type"] != "line":
        raise UnknownMark(f"a shape {shape['type']!r}")
    style = LINES[shape["line"].get("dash", "solid")]
    x, y = (shape["x0"], shape["x1"]), (shape["y0"], shape["y1"])
    axes.plot(
        x, y, color=marks.ink(shape["line"]["color"]), linewidth=shape["line"]["width"], linestyle=style, zorder=1
    )

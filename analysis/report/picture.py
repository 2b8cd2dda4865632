"""A chart as a picture to hand in: SVG or PNG, at print size, on white, with title, legend, caption and alt text.

matplotlib draws it on the server, so no browser is needed. The same chart gives the same bytes.
"""

import re
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure as Canvas
from matplotlib.text import Text

from analysis import __version__, lexicons
from analysis.charts import theme
from analysis.report import drawing, marks, paging, typeface
from analysis.report.album import MEDIA, SVG, Caption
from analysis.report.chart import Chart
from analysis.report.lettering import INK, LINE, PIXELS, points, width_of, wrapped

WIDTH = 760.0  # pixels of the figure: 17.5 cm; our pages have 16.6 for the text
TALLEST = 1060.0  # pixels of a picture on a page, where a line stands above or below it
DPI = 220  # of a PNG; 300 makes files of a megabyte and shows no more
EDGE = 12.0  # pixels around everything
QUICK = {"compress_level": 4}  # a third of the time of the usual 6, for a tenth more bytes
DRAWING = Lock()  # the settings of matplotlib are the same for all threads
STYLE: Any = {
    "font.family": ["DejaVu Sans"],
    "svg.fonttype": "none",  # letters stay letters: they can be searched, read out and edited
    "svg.hashsalt": "parallax",
    "hatch.linewidth": 0.7,
    "axes.unicode_minus": True,
}
warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from font")  # an SVG leaves it to the type of its reader


def build(chart: Chart, caption: Caption, kind: str = SVG) -> bytes:
    """The picture of `chart` as the bytes of an SVG or PNG file.

    Raises UnknownMark where the chart has a mark that cannot be printed, ValueError for another `kind`.
    """
    return _drawn([_whole(chart, caption)], kind)[0]


def pages(chart: Chart, caption: Caption, kind: str = SVG) -> tuple[bytes, ...]:
    """The same for pages: a picture higher than one comes in parts, each with title, axis, legend and caption."""
    whole = _whole(chart, caption)
    plot = drawing.plot_height(whole.figure)
    room = TALLEST - (sum(_heights(whole)) - plot) - 2 * EDGE
    parts = paging.split(whole.figure, room / plot)
    if len(parts) == 1:
        return _drawn([whole], kind)
    named = (f"{chart.title} (part {number} of {len(parts)})" for number in range(1, len(parts) + 1))
    titles = (wrapped(name, WIDTH - 2 * EDGE, 17, "bold") for name in named)
    return _drawn([whole._replace(figure=part, title=title) for part, title in zip(parts, titles, strict=True)], kind)


def note(chart: Chart) -> str:
    """The caption below the chart: how it was counted, with what."""
    said = " ".join(filter(None, (chart.counts, chart.reading, chart.extract)))
    return f"{said} Parallax {__version__}, word lists and data {lexicons.fingerprint()}"


class _Sheet(NamedTuple):
    """What stands on one picture: a plotly figure as a dict, and title, legend and caption in lines."""

    chart: Chart
    figure: dict[str, Any]
    title: list[str]
    legend: "list[_Entry]"
    below: list[str]


def _whole(chart: Chart, caption: Caption) -> _Sheet:
    figure, room = _printable(chart, caption), WIDTH - 2 * EDGE
    legend = _legend(figure, chart, caption, room)
    below = wrapped(f"{note(chart)}. {caption.made}.", room, 11)
    return _Sheet(chart, figure, wrapped(chart.title, room, 17, "bold"), legend, below)


def _drawn(sheets: Sequence[_Sheet], kind: str) -> tuple[bytes, ...]:
    if kind not in MEDIA:
        raise ValueError(f"a picture is one of {', '.join(MEDIA)}, not {kind}")
    with DRAWING, mpl.rc_context(STYLE):
        write = _svg if kind == SVG else _png
        return tuple(write(_composed(sheet), sheet.chart) for sheet in sheets)


def _heights(sheet: _Sheet) -> tuple[float, ...]:
    """Pixels of title, upper axis, plot, lower axis, legend and caption."""
    top, foot = drawing.margins(sheet.figure)
    legend = 19.0 * len(sheet.legend) + 8
    title, below = _height(sheet.title, 17) + 6, _height(sheet.below, 11)
    return title, top, drawing.plot_height(sheet.figure), foot, legend, below


def _composed(sheet: _Sheet) -> Canvas:
    """Title, chart, legend and caption, one below the other."""
    heights = _heights(sheet)
    plot, foot, caption = heights[2], heights[3], heights[5]
    height = sum(heights) + 2 * EDGE
    canvas = Canvas(figsize=(WIDTH / PIXELS, height / PIXELS), facecolor="white", dpi=PIXELS)
    FigureCanvasAgg(canvas)
    _write(canvas, sheet.title, EDGE, height - EDGE, 17, "bold")
    left, right = EDGE + drawing.left_margin(sheet.figure), WIDTH - EDGE - 16
    low = height - EDGE - sum(heights[:3])
    axes = canvas.add_axes((left / WIDTH, low / height, (right - left) / WIDTH, plot / height))
    drawing.draw(sheet.figure, axes)
    _write_legend(canvas, sheet.legend, low - foot)
    _write(canvas, sheet.below, EDGE, EDGE + caption, 11, "normal", "#333333")
    for text in canvas.findobj(Text):
        text.set_text(typeface.in_order(text.get_text()))
    return canvas


def _printable(chart: Chart, caption: Caption) -> dict[str, Any]:
    """The figure as a dict, with the names of articles that stand side by side in full and in short lines."""
    figure: dict[str, Any] = chart.figure.to_dict()
    axis = figure["layout"]["xaxis"]
    if chart.in_columns and len(axis.get("ticktext", ())) == len(caption.names):
        room = (WIDTH - 2 * EDGE - drawing.left_margin(figure)) / (len(caption.names) + 0.4)
        lines = (wrapped(name, room, 11) for name in caption.names.values())
        axis["ticktext"] = ["<br>".join(map(theme.plain, line)) for line in lines]
        axis |= {"tickfont": {"size": 11}, "tickangle": 0}
    return figure


class _Entry(NamedTuple):
    """One line of the legend: marks with what they stand for, and how far right each begins."""

    parts: tuple[tuple[float, str, Mapping[str, object] | None, str], ...]  # (x, text, mark, symbol)


def _legend(figure: Mapping[str, object], chart: Chart, caption: Caption, room: float) -> list[_Entry]:
    """The chart's own legend in rows, then a line for every article with its full name and what was counted."""
    rows: list[_Entry] = []
    parts: list[tuple[float, str, Mapping[str, object] | None, str]] = []
    x = EDGE
    for key in drawing.keys(figure):
        wide = 26 + width_of(key.text, 12) + 18
        if x + wide > room + EDGE and parts:
            rows.append(_Entry(tuple(parts)))
            parts, x = [], EDGE
        parts.append((x, key.text, key.marker, ""))
        x += wide
    if parts:
        rows.append(_Entry(tuple(parts)))
    for position, (article, name) in enumerate(caption.names.items()):
        said = " · ".join(filter(None, (name, caption.days.get(article, ""), chart.n.get(article, ""))))
        mark = None if chart.own_colours else {"color": theme.colour(position)}
        symbol = "" if mark is None else theme.symbol(position)
        for number, line in enumerate(wrapped(said, room - 26, 12)):
            again = number > 0 and mark is not None
            rows.append(_Entry(((EDGE + (26 if again else 0), line, None if number else mark, symbol),)))
    return rows


def _write_legend(canvas: Canvas, legend: Sequence[_Entry], top: float) -> None:
    width, height = WIDTH, canvas.get_figheight() * PIXELS
    for number, entry in enumerate(legend):
        y = top - 19.0 * number - 8
        for x, text, mark, symbol in entry.parts:
            if mark is not None:
                marks.swatch(canvas, mark, (x / width, y / height), 11, symbol)
            _write(canvas, [text], x + (0 if mark is None else 26), y + 7, 12)


def _write(
    canvas: Canvas, lines: Sequence[str], x: float, top: float, size: float, weight: str = "normal", ink: str = INK
) -> None:
    height = canvas.get_figheight() * PIXELS
    style: dict[str, Any] = {"fontsize": points(size), "fontweight": weight, "color": ink, "parse_math": False}
    for number, line in enumerate(lines):
        y = top - number * size * LINE
        canvas.text(x / WIDTH, y / height, line, ha="left", va="top", **style)


def _height(lines: Sequence[str], size: float) -> float:
    return len(lines) * size * LINE


def _png(canvas: Canvas, chart: Chart) -> bytes:
    """The PNG; letters that our type lacks are told in words, which an SVG leaves to the type of its reader."""
    for text in canvas.findobj(Text):
        text.set_text(typeface.told(text.get_text()))
    out = BytesIO()
    told = {"Title": chart.title, "Description": chart.alt, "Software": f"Parallax {__version__}"}
    FigureCanvasAgg(canvas).print_figure(out, format="png", dpi=DPI, metadata=told, pil_kwargs=QUICK)
    return out.getvalue()


def _svg(canvas: Canvas, chart: Chart) -> bytes:
    """The SVG with its title and its alternative text where assistive software looks for them."""
    out = BytesIO()
    FigureCanvasSVG(canvas).print_figure(out, format="svg", metadata={"Date": None, "Title": chart.title})
    told = f"<title>{_escaped(chart.title)}</title>\n<desc>{_escaped(chart.alt)}</desc>\n"
    opening = re.compile(rb"<svg [^>]*>\n?")
    text = out.getvalue()
    found = opening.search(text)
    if found is None:
        raise ValueError("matplotlib wrote an SVG without a root")
    root = found[0].rstrip()[:-1] + b' role="img">\n'
    return text[: found.start()] + root + told.encode() + text[found.end() :]


def _escaped(text: str) -> str:
    return theme.plain("".join(char for char in text if char >= " "))

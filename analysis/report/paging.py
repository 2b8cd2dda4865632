"""A tall chart in parts, each with some of its rows and the whole axis, so that letters keep their size on a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil
from typing import Any, NamedTuple

from analysis.report.lettering import weight_of
from analysis.report.marks import Mark

FOOT = 0.1  # lines below the last row: a note further down belongs to the whole chart and stands in every part


class _Rows(NamedTuple):
    """Where the rows of a chart lie, and how far its range reaches above the first and below the last of them."""

    places: tuple[float, ...]
    above: float
    below: float

    def height(self, first: int, last: int) -> float:
        """The range that rows `first` to `last` take, in units of the axis."""
        return self.places[last] - self.places[first] + self.above + self.below

    def nearest(self, place: float) -> int:
        """The row that a mark at `place` belongs to."""
        return min(range(len(self.places)), key=lambda row: abs(self.places[row] - place))


def split(figure: Mark, room: float) -> list[dict[str, Any]]:
    """The figure, a plotly figure as a dict, in parts whose plots are at most `room` of the height of its own.

    Rows stay whole, so that a part of one row can be higher. Parts begin with a heading where one is near.
    """
    axis = figure["layout"]["yaxis"]
    places, (low, high) = tuple(sorted(axis.get("tickvals", ()))), axis["range"]
    if room >= 1 or len(places) < 2:
        return [dict(figure)]
    rows, headings = _Rows(places, places[0] - high, low - places[-1]), _headings(axis)
    whole = rows.height(0, len(places) - 1)
    fewest = min(ceil(1 / room), len(places)) if room > 0 else len(places)
    for count in range(fewest, len(places) + 1):
        parts = list(_even(len(places), count, headings))
        if all(rows.height(first, last) <= room * whole for first, last in parts):
            break
    return [_part(figure, rows, first, last) for first, last in parts]


def _headings(axis: Mark) -> set[int]:
    """The rows with a name in bold, where the others are not: they head those below."""
    named = sorted(zip(axis["tickvals"], axis["ticktext"], strict=True))
    bold = {row for row, (_, text) in enumerate(named) if weight_of(text) == "bold"}
    return bold if len(bold) < len(named) else set()


def _even(rows: int, count: int, headings: set[int]) -> Iterator[tuple[int, int]]:
    """First and last row of `count` parts of much the same length, which begin with a heading where one is near."""
    near, first = rows / count / 3, 0
    for number in range(1, count):
        begin = rows * number / count
        closest = min(headings, key=lambda row: abs(row - begin), default=0)
        begin = closest if abs(closest - begin) <= near else round(begin)
        if begin > first:
            yield first, begin - 1
            first = begin
    yield first, rows - 1


def _part(figure: Mark, rows: _Rows, first: int, last: int) -> dict[str, Any]:
    """The figure with the rows `first` to `last` alone."""
    layout, axis = dict(figure["layout"]), dict(figure["layout"]["yaxis"])
    edges = layout["margin"]["t"] + layout["margin"]["b"]
    share = rows.height(first, last) / rows.height(0, len(rows.places) - 1)
    low, high = rows.places[last] + rows.below, rows.places[first] - rows.above

    def is_here(place: float) -> bool:
        return first <= rows.nearest(place) <= last

    kept = [at for at, place in enumerate(axis["tickvals"]) if is_here(place)]
    axis |= {"range": [low, high], **{key: [axis[key][at] for at in kept] for key in ("tickvals", "ticktext")}}
    foot, moved = rows.places[-1] + FOOT, rows.places[-1] - rows.places[last]
    notes = layout.get("annotations", ())
    layout |= {
        "height": edges + share * (layout["height"] - edges),
        "yaxis": axis,
        "annotations": [
            one | {"y": one["y"] - moved if one["y"] > foot else one["y"]}
            for one in notes
            if one["y"] > foot or is_here(one["y"])
        ],
        "shapes": [one | {"y0": low, "y1": high} for one in layout.get("shapes", ())],
    }
    return {"layout": layout, "data": [_trace(one, is_here) for one in figure["data"]]}


def _trace(trace: Mark, is_here: Callable[[float], bool]) -> dict[str, Any]:
    """The marks of a trace that are here. A line is kept whole: it is cut off at the edges."""
    if trace["type"] == "scatter" and trace["mode"] == "lines":
        return dict(trace)
    places = trace["base"] if trace["type"] == "bar" and trace.get("orientation") != "h" else trace["y"]
    kept = [at for at, place in enumerate(places) if place is not None and is_here(place)]
    return {key: _picked(value, kept, len(places)) for key, value in trace.items()}


def _picked(given: Any, kept: Sequence[int], n: int) -> Any:  # noqa: ANN401  a field of a trace
    """`given` for the marks that are kept, where it has a value for each of `n`."""
    if isinstance(given, Mapping):
        return {key: _picked(value, kept, n) for key, value in given.items()}
    if isinstance(given, list | tuple) and len(given) == n:
        return [given[at] for at in kept]
    return given

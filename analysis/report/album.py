"""The pictures of one comparison, drawn when they are asked for: what draws them takes two seconds to load."""

from collections.abc import Mapping
from typing import NamedTuple

from analysis.report.chart import Chart

SVG, PNG = "svg", "png"
MEDIA = {SVG: "image/svg+xml", PNG: "image/png"}


class Caption(NamedTuple):
    """What stands below a chart. names and days (of publication) by article id; made: the day of today."""

    names: Mapping[str, str]
    days: Mapping[str, str]
    made: str


class Album:
    """Pictures of charts, each drawn once however many files show it."""

    def __init__(self, caption: Caption) -> None:
        self.caption = caption
        self._drawn: dict[tuple[str, str, str], tuple[bytes, ...]] = {}

    def pages(self, chart: Chart, kind: str) -> list[tuple[bytes, str]]:
        """The pictures of `chart` for pages, SVG or PNG, each with its alternative text; see `picture.pages`."""
        from analysis.report import picture  # noqa: PLC0415

        key = (chart.key, chart.alt, kind)
        if key not in self._drawn:
            self._drawn[key] = picture.pages(chart, self.caption, kind)
        drawn = self._drawn[key]
        others = (f"Part {number} of {len(drawn)} of the same chart." for number in range(2, len(drawn) + 1))
        return list(zip(drawn, (chart.alt, *others), strict=True))

    def picture(self, chart: Chart, kind: str) -> bytes:
        """The picture of the whole chart, SVG or PNG; see `picture.build`."""
        from analysis.report import picture  # noqa: PLC0415

        drawn = self._drawn.get((chart.key, chart.alt, kind), ())
        return drawn[0] if len(drawn) == 1 else picture.build(chart, self.caption, kind)

"""A first version of a report: the findings that tell most, some with a chart, for the author to cut and to edit."""

from collections import Counter
from collections.abc import Iterator

from analysis import comparison
from analysis.report import chart, document, findings
from analysis.report.compared import Compared
from analysis.workspace import Part, Report

OPENING = "#What the articles say"
DRAWN = ("floor", "quoted_voices", "sentiment_strip", "claims", "labels")  # charts that tell most at a glance


def build(found: Compared, title: str = "") -> Report:
    """A report on the whole comparison, with drafted sentences only."""
    return Report(title=title or document.UNTITLED, parts=tuple(_parts(found)))


def _parts(found: Compared) -> Iterator[Part]:
    drawn = [key for key in DRAWN if key in chart.keys(found)]
    counted: Counter[str] = Counter()
    yield Part("text", text=OPENING)
    for key, finding in document.drafts(found).items():
        kind = finding.about if finding.about in comparison.COMPARISONS else key
        if not findings.in_draft(finding, counted[kind]):
            continue
        counted[kind] += 1
        yield Part("finding", key)
        if finding.about in drawn:
            drawn.remove(finding.about)
            yield Part("chart", finding.about)
    yield from (Part("chart", key) for key in drawn)

"""A first draft of a report: what is reported, and the few findings in which the articles differ most.

Everything else is there for its author to add: a report that held all of it had 26 pages.
"""

from collections.abc import Iterable, Iterator, Mapping

from analysis import lexicons, measures
from analysis.comparison import side_balance
from analysis.report import chart, document, findings, gaps
from analysis.report.compared import Compared
from analysis.report.findings import Finding
from analysis.text.labels import EVENT
from analysis.workspace import Part, Report

REPORTED, TOLD = "#What the articles report", "#How they tell it"
FIRST_CHART = {"quoted_voices": chart.FLOOR}  # of the charts of a measure, the one that tells most
PLAIN = {
    "outlet_credibility",
    "article_sourcing",
    "distancing",
    "loaded_words",
}  # a sentence says what their chart shows
DRAWN = {*measures.MEASURES, "claims", "side_balance"} - PLAIN


def build(found: Compared, title: str = "") -> Report:
    """A short report on the comparison, with drafted sentences only."""
    drafts = document.drafts(found)
    told = [*_numbers(found), *_worded(found, drafts)]
    reported = [key for key in _reported(found) if key in drafts]
    drawn = _drawn(found, [drafts[key] for key in (*reported, *told)])
    parts: list[Part] = []
    for heading, keys in ((REPORTED, reported), (TOLD, told)):
        parts += [Part("text", text=heading)] if keys else []
        for key in keys:
            parts += [Part("finding", key), *(Part("chart", name) for name in drawn.pop(drafts[key].about, ()))]
    return Report(title=title or document.UNTITLED, parts=tuple(parts))


def _most(name: str) -> int:
    return int(lexicons.threshold(name))


def _drawn(found: Compared, chosen: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Measure or comparison -> its chart, for the first few findings that have one."""
    charts = chart.keys(found)
    about = dict.fromkeys(finding.about for finding in chosen if finding.about in DRAWN)
    keys = ((name, FIRST_CHART.get(name, name)) for name in about)
    return dict([(name, (key,)) for name, key in keys if key in charts][: _most("report_charts")])


def _reported(found: Compared) -> Iterator[str]:
    """Whether the articles can be compared, what they report, and which of them leave out most of it."""
    yield from ("event_match", "claims", "reuse")
    if not found.omissions.warning:
        told = [gap for gap in found.omissions.gaps if gap.value and gap.claims >= lexicons.threshold("small_n")]
        most = sorted(told, key=lambda gap: -(gap.value or 0))[: _most("report_omissions")]
        yield from (f"omissions/{gap.article}" for gap in most)


def _numbers(found: Compared) -> list[str]:
    """The numbers that lie furthest apart, one of each measure; none for one article alone."""
    least, keys = lexicons.threshold("report_gap"), dict[str, str]()
    for gap in gaps.find(found):
        key = f"{gap.measure}/{gap.part}"
        if gap.size >= least and findings.in_draft(key):
            keys.setdefault(gap.measure, key)
    return list(keys.values())[: _most("report_numbers")]


def _worded(found: Compared, drafts: Mapping[str, Finding]) -> Iterator[str]:
    """Who is named and quoted how, where the articles differ."""
    least = lexicons.threshold("report_labels")
    actors = [actor for actor in found.actors if actor.kind != EVENT and len(actor.texts) >= least]
    versions = [key for key, finding in drafts.items() if finding.about == "quote_versions"]
    for keys in ([f"labels/{actor.name}" for actor in actors], versions):
        yield from [key for key in keys if key in drafts][:1]
    if _are_on_sides(found):
        yield "side_balance"
    yield from (key for key in ("tone_difference", "frames") if key in drafts)


def _are_on_sides(found: Compared) -> bool:
    """Whether two articles give at least half of the words they attribute to voices on a side."""
    apart = f"share: {side_balance.NO_SIDE}"
    shares = [
        {value.part: value.number for value in result.values if value.part.startswith("share: ")}
        for result in found.balance
    ]
    most = lexicons.threshold("report_no_side")
    return sum(any(one.values()) and (one.get(apart) or 0) <= most for one in shares) > 1

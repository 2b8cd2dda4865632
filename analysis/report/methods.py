"""The part of a report on how it was made: what was counted, with which lists and lines, how well, and its limits."""

import inspect
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from types import ModuleType

from analysis import __version__, comparison, lexicons, measures
from analysis.lexicons import DATA
from analysis.report import chart
from analysis.report.blocks import Block, Grid, Heading, Paragraph
from analysis.report.compared import Compared, corrections
from analysis.workspace import Report

THRESHOLD = re.compile(r"threshold\(\s*\"(\w+)\"\s*\)")
OURS = "Parallax"
ACCURACY = ("Of", "What was measured", "Result", "95 % interval", "Measured on")


def build(found: Compared, report: Report) -> Iterator[Block]:
    """Methods, accuracy and limits of what stands in the report; of every measure where it holds nothing counted."""
    about = used(report)
    yield Heading("Methods")
    yield Paragraph(_made_with(found))
    for key in about:
        notes = chart.notes(key)
        yield Paragraph(f"{notes['Title'].rstrip('.')}. Counts: {notes['Counts']} Unit: {notes['Unit']}")
    yield from _lists(about)
    yield from _lines(about)
    yield Heading("Accuracy")
    yield from _accuracy(about)
    yield Heading("Limits")
    for key in about:
        notes = chart.notes(key)
        yield Paragraph(f"{notes['Title'].rstrip('.').split(':')[0]}: {notes['Misses']}")


def used(report: Report) -> tuple[str, ...]:
    """The measures and comparisons that the parts of the report rest on, in the order of the Methods page."""
    counted = (part.key for part in report.parts if part.kind in ("finding", "chart"))
    keys = {chart.NOTES.get(key, key.split("/")[0]) for key in counted}
    known = (*measures.MEASURES, *comparison.COMPARISONS)
    return tuple(key for key in known if key in keys) or measures.MEASURES


def _made_with(found: Compared) -> str:
    n, dates = len(found.articles), sorted(one.published[:10] for one in found.articles if one.published)
    between = f", published {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "") if dates else ""
    changed = corrections(found)
    by_hand = f"{changed} of its results were corrected by hand" if changed else "no result was corrected by hand"
    return (
        f"{n} article{'' if n == 1 else 's'}{between} {'was' if n == 1 else 'were'} read with Parallax {__version__}, "
        f"word lists and data {lexicons.fingerprint()}; {by_hand}. Everything is counted by rules and word lists that "
        "are given below; nothing says whether an article is true or fair. Under five cases, counts are given and no "
        "share."
    )


def _lists(about: tuple[str, ...]) -> Iterator[Block]:
    """The word lists of the measures, with their length and fingerprint."""
    files = [(key, DATA / "lexicons" / f"{key}.csv") for key in about]
    rows = tuple(
        (file.name, str(len(lexicons.terms(key))), sha256(file.read_bytes()).hexdigest()[:12])
        for key, file in files
        if file.exists()
    )
    if rows:
        yield Heading("Word lists", 2)
        yield Grid(("List", "Entries", "Fingerprint (SHA-256)"), rows)


def _lines(about: tuple[str, ...]) -> Iterator[Block]:
    """The thresholds that the code of the measures itself names, with their reasons."""
    wanted = {name for key in about for name in THRESHOLD.findall(inspect.getsource(_module(key)))}
    rows = tuple(
        (row["name"].replace("_", " "), f"{row['value']} {row['unit']}", row["why"])
        for row in lexicons.rows("thresholds.csv")
        if row["name"] in wanted
    )
    if rows:
        yield Heading("Thresholds", 2)
        yield Grid(("Threshold", "Value", "Why"), rows)


def _accuracy(about: tuple[str, ...]) -> Iterator[Block]:
    """Our figures on gold data, or why there are none."""
    ours = [row for row in lexicons.rows("accuracy.csv") if row["system"] == OURS]
    reasons = {row["measure"]: row["reason"] for row in lexicons.rows("unmeasured.csv")}
    rows = tuple(_accuracy_row(row) for row in ours if row["measure"] in about)
    if rows:
        yield Grid(ACCURACY, rows)
    measured = {row["measure"] for row in ours}
    for key in about:
        if key not in measured:
            title = chart.notes(key)["Title"].split(":")[0].rstrip(".")
            yield Paragraph(f"{title}: {reasons.get(key, 'not measured against public gold data yet.')}", note=True)


def _accuracy_row(row: lexicons.Row) -> tuple[str, ...]:
    title = chart.notes(row["measure"])["Title"].split(":")[0].rstrip(".")
    interval = f"{row['low']} to {row['high']}" if row["low"] else "–"
    return title, row["metric"], row["value"], interval, f"{row['data']}; {row['n']}"


def _module(key: str) -> ModuleType:
    return import_module(f"analysis.{'measures' if key in measures.MEASURES else 'comparison'}.{key}")

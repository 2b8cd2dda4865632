"""The part of a report on how it was made: what was counted, how well, what it misses and what was left out.

The word lists and thresholds behind it stand in the bundle; a reader of the report needs their fingerprint only.
"""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib import import_module
from types import ModuleType

import pandas as pd

from analysis import __version__, comparison, lexicons, measures
from analysis.lexicons import DATA
from analysis.report import chart
from analysis.report.blocks import Block, Heading, Paragraph
from analysis.report.compared import Compared, corrections
from analysis.workspace import Report

THRESHOLD = re.compile(r"threshold\(\s*\"(\w+)\"\s*\)")
OURS = "Parallax"
KNOWN = (*measures.MEASURES, *comparison.COMPARISONS)
ANSWERED = ("frames", "judgements")  # the machine counts nothing there
LISTS = ("list", "entries", "sha256")
LINES = ("threshold", "value", "unit", "why", "used by")


def build(found: Compared, report: Report) -> Iterator[Block]:
    """Methods, accuracy and limits of what stands in the report, and what else was counted."""
    about = used(report)
    yield Heading("Methods")
    yield Paragraph(_made_with(found))
    for key in about:
        yield Paragraph(f"{title(key)}. {chart.notes(key)['Counts']}", note=True)
    yield Paragraph(_left_out(found, about))
    if about:
        yield Heading("Accuracy and limits")
    ours = [row for row in lexicons.rows("accuracy.csv") if row["system"] == OURS]
    reasons = {row["measure"]: row["reason"] for row in lexicons.rows("unmeasured.csv")}
    for key in about:
        measured = _measured([row for row in ours if row["measure"] == key]) or reasons[key]
        yield Paragraph(f"{title(key)}. {measured} Misses: {chart.notes(key)['Misses']}", note=True)


def used(report: Report) -> tuple[str, ...]:
    """The measures and comparisons that the parts of the report rest on, in the order of the Methods page."""
    counted = (part.key for part in report.parts if part.kind != "text")
    keys = {chart.NOTES.get(key, key.split("/")[0]) for key in counted}
    return tuple(key for key in KNOWN if key in keys)


def title(key: str) -> str:
    """The title of a measure or comparison without its explanation."""
    return chart.notes(key)["Title"].split(":")[0].split(",")[0].rstrip(".")


def tables() -> Mapping[str, pd.DataFrame]:
    """The word lists and thresholds of all measures and comparisons, as a bundle holds them."""
    files = [(key, DATA / "lexicons" / f"{key}.csv") for key in KNOWN]
    lists = [
        (file.name, len(lexicons.terms(key)), sha256(file.read_bytes()).hexdigest())
        for key, file in files
        if file.exists()
    ]
    users: dict[str, list[str]] = {}
    for key in KNOWN:
        for name in dict.fromkeys(THRESHOLD.findall(inspect.getsource(_module(key)))):
            users.setdefault(name, []).append(key)
    lines = [
        (row["name"], row["value"], row["unit"], row["why"], "; ".join(users[row["name"]]))
        for row in lexicons.rows("thresholds.csv")
        if row["name"] in users
    ]
    return {
        "word_lists": pd.DataFrame(lists, columns=list(LISTS)),
        "thresholds": pd.DataFrame(lines, columns=list(LINES)),
    }


def _made_with(found: Compared) -> str:
    n, dates = len(found.articles), sorted(one.published[:10] for one in found.articles if one.published)
    between = f", published {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else "") if dates else ""
    changed = corrections(found)
    by_hand = f"{changed} result{'s were' if changed > 1 else ' was'} corrected by hand"
    return (
        f"{n} article{'' if n == 1 else 's'}{between} {'was' if n == 1 else 'were'} read with Parallax {__version__}, "
        f"word lists and data {lexicons.fingerprint()}; {by_hand if changed else 'no result was corrected by hand'}. "
        "Everything is counted by rules and word lists; nothing says whether an article is true or fair. "
        f"Under {lexicons.threshold('small_n'):.0f} cases, counts are given and no share."
    )


def _left_out(found: Compared, about: tuple[str, ...]) -> str:
    """What was counted and does not stand in the report."""
    counted = KNOWN if len(found.articles) > 1 else measures.MEASURES
    rest = "; ".join(title(key) for key in counted if key not in (*about, *ANSWERED))
    return (
        f"Left out of this report: {rest}. The bundle of this comparison (a ZIP file) has the tables and charts of all "
        "of them, every place that was counted, the word lists and the thresholds."
    )


def _measured(rows: Iterable[Mapping[str, str]]) -> str:
    """Our figures on gold data, together where they were measured on the same."""
    by_data: dict[str, list[str]] = {}
    for row in rows:
        interval = f" ({row['low']} to {row['high']})" if row["low"] else ""
        by_data.setdefault(f"{row['n']}; {row['data']}", []).append(f"{row['metric']}: {row['value']}{interval}")
    return " ".join(f"Measured on {data}: {'; '.join(figures)}." for data, figures in by_data.items())


def _module(key: str) -> ModuleType:
    return import_module(f"analysis.{'measures' if key in measures.MEASURES else 'comparison'}.{key}")

"""Every chart of a comparison with all that belongs to it: its table, its notes, what was counted and its alt text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any

import pandas as pd

from analysis import comparison, lexicons, measures, tables
from analysis.charts import theme
from analysis.comparison.claims import Claim
from analysis.model import Result
from analysis.report import findings, joint_findings
from analysis.report.compared import Compared

STRIP, FLOOR, VERBS = "sentiment_strip", "floor", "verb_classes"  # second charts of a measure or comparison
NOTES: Mapping[str, str] = {STRIP: "sentiment", FLOOR: "quoted_voices", VERBS: "attribution_verbs"}
TITLES: Mapping[str, str] = {
    STRIP: "Word tone, sentence by sentence",
    FLOOR: "Who holds the floor",
    VERBS: "Verbs of saying, by side",
}
MOST = 24  # rows of a grid that fit a page
MOST_CLAIMS = 5  # claims that fit a page, those of most articles
ALT = 600  # characters of an alternative text; longer ones are tiring to listen to


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. `key` is its file name; `table` is what `figure` was drawn from, article by id.

    counts and misses: the notes of the measure or comparison. n: article id -> what was counted there.
    own_colours: colours stand for something else than the articles. in_columns: the articles stand side by side.
    source: the table of analysis.report.data that holds the same rows. extract: what of it the figure shows, "" for
    all or what the figure itself says. reading: what its marks are.
    """

    key: str
    title: str
    counts: str
    misses: str
    figure: theme.Figure
    table: pd.DataFrame
    n: Mapping[str, str]
    alt: str
    own_colours: bool = False
    in_columns: bool = False
    source: str = "scores"
    extract: str = ""
    reading: str = ""

    def described(self, alt: str) -> "Chart":
        """The chart with another alternative text; the drafted one stays where `alt` is empty."""
        return replace(self, alt=" ".join(alt.split())) if alt.strip() else self


Drawn = tuple[pd.DataFrame, theme.Figure]


def keys(found: Compared) -> tuple[str, ...]:
    """The keys of all charts of this comparison: those of the measures, then those that need several articles."""
    several = [key for key in COMPARED if len(found.articles) > 1 or key in (STRIP, FLOOR)]
    without = () if found.sides.sides else ("side_balance", VERBS)
    return (*measures.MEASURES, *(key for key in several if key not in without))


def build(found: Compared, key: str) -> Chart:
    """The chart `key` of the comparison. Raises KeyError for a key that is not in `keys`."""
    table, figure = _drawn(found, key)
    about = notes(NOTES.get(key, key))
    title = title_of(key)
    n = _n(found, key, table)
    alt = f"Chart: {title.split(':')[0]}. {_axis(figure)} {_told(found, key, n)}"
    drawn = Chart(key, title, about["Counts"], about["Misses"], figure, table, n, _cut(alt))
    return replace(
        drawn,
        own_colours=key in OWN_COLOURS,
        in_columns=key in IN_COLUMNS,
        source=_source(key),
        extract=EXTRACTS.get(key, ""),
        reading=READINGS.get(key, ""),
    )


def title_of(key: str) -> str:
    """The title of the chart `key`."""
    return TITLES.get(key) or notes(key)["Title"].rstrip(".")


def notes(key: str) -> Mapping[str, str]:
    """What the measure or comparison says of itself."""
    return measures.notes(key) if key in measures.MEASURES else comparison.notes(key)


def _source(key: str) -> str:
    return "scores" if key in measures.MEASURES else SOURCES.get(key, key)


def _drawn(found: Compared, key: str) -> Drawn:
    """The whole table of a chart, and the figure made from it or from its first rows."""
    table = _table(found, key)
    figure: Callable[..., theme.Figure] = import_module(f"analysis.charts.{key}").figure
    match key:
        case "sentiment":
            return table, figure(table, tables.sentences(found.articles), found.names)
        case "side_balance":
            return table, figure(table, found.names, [side.name for side in found.sides.sides])
        case "labels" | "acts":
            return table, figure(table, found.names, MOST)
        case "claims":
            return table, figure(tables.claims(_shared(found)[:MOST_CLAIMS], found.articles), found.names)
    return table, figure(table, found.names)


def _table(found: Compared, key: str) -> pd.DataFrame:  # noqa: PLR0911, PLR0912  one line for each chart
    match key:
        case "sentiment_strip":
            return tables.sentences(found.articles)
        case "floor":
            return tables.floor(found.articles)
        case "side_balance":
            return tables.sides(found.articles, found.sides.sides, found.sides.assignment, indirect=False)
        case "verb_classes":
            return tables.verbs(found.articles, found.sides_by_voice)
        case "claims":
            return tables.claims(_shared(found), found.articles)
        case "omissions":
            return tables.gaps(found.omissions)
        case "order":
            return tables.positions(found.order, found.claims.claims)
        case "labels":
            return tables.labels(found.articles)
        case "actor_tone":
            return tables.scores(found.articles, found.actor_tones)
        case "acts":
            return tables.acts(found.articles)
        case "distinctive_words":
            return tables.distinctive(found.words)
        case "reuse":
            return tables.reuse_pairs(found.reuse)
        case "frames":
            return tables.frame_shares(found.articles, found.answers)
    return tables.scores(found.articles, [found.results[one.id][key] for one in found.articles])


def _shared(found: Compared) -> list[Claim]:
    return [claim for claim in found.claims.claims if len(claim.articles) > 1]


COMPARED = (  # charts beside those of the measures
    *(STRIP, FLOOR, "side_balance", VERBS, "claims", "omissions", "order", "labels", "actor_tone", "acts"),
    *("distinctive_words", "reuse", "frames"),
)
OWN_COLOURS = frozenset([STRIP, FLOOR, "side_balance"])
SOURCES: Mapping[str, str] = {STRIP: "sentences", FLOOR: "quotations", "side_balance": "sides", "order": "positions"}
READINGS = {  # what its marks are, where neither axis nor legend says it
    "sentiment": "Each mark is a sentence: above in the outlet's own words, below quoted, a star for the headline; a "
    "diamond is their mean, its band the 95 % interval.",
    "order": "A line joins the places of one claim.",
}
EXTRACTS = {"claims": f"Shown: the {MOST_CLAIMS} shared claims that most articles report; the table has all."}
IN_COLUMNS = frozenset(["claims", "labels", "acts", "actor_tone", VERBS, "reuse"])
COUNTED: Mapping[str, tuple[str, str]] = {  # what a row is of the tables that are no scores; the column that is summed
    STRIP: ("", "sentences"),
    FLOOR: ("words", "words of others"),
    "side_balance": ("attributions", "attributions"),
    VERBS: ("n", "verbs of saying"),
    "claims": ("", "shared claims"),
    "order": ("", "shared claims"),
    "labels": ("n", "places with a label"),
    "acts": ("n", "places"),
    "distinctive_words": ("", "words"),
    "frames": ("answered", "questions answered"),
    "omissions": ("claims", "claims"),
}


def _n(found: Compared, key: str, table: pd.DataFrame) -> dict[str, str]:
    """Article id -> the base of its numbers, in words; an article without any is told to have none."""
    if key in measures.MEASURES:
        return {one.id: _base(found.results[one.id][key]) for one in found.articles}
    if key == "actor_tone":
        named = {one.article_id: len({span.start for span in one.spans}) for one in found.actor_tones}
        return {article: f"n = {n} sentences that name an actor" for article, n in named.items()}
    if key not in COUNTED:
        return {}
    column, unit = COUNTED[key]
    reported = table[table["n"] > 0] if key == "claims" else table
    rows = reported.groupby("article")
    counted = rows[column].sum() if column else rows.size()
    return {one.id: f"n = {int(counted.get(one.id, 0))} {unit}" for one in found.articles}


def _base(result: Result) -> str:
    """What the first number of the table of scores was taken of, or why there is none."""
    rows = [row for row in lexicons.rows("overview.csv") if row["measure"] == result.measure]
    by_part = {value.part: value for value in result.values}
    shown = next((by_part[row["part"]] for row in rows if row["part"] in by_part and row["n_of"]), None)
    if shown is None:
        return "no value"
    unit = next(row["n_of"] for row in rows if row["part"] == shown.part)
    return f"n = {shown.n} {unit}"


def _told(found: Compared, key: str, n: Mapping[str, str]) -> str:
    """What the chart shows in words: the drafted finding, or how much was counted where there is none."""
    if key in measures.MEASURES and (first := findings.first(found, key)):
        return first.text
    if key in joint_findings.WRITERS and len(found.articles) > 1:
        return " ".join(finding.text for finding in joint_findings.WRITERS[key](found))
    return f"Counted: {'; '.join(f'{found.names[article]}: {said}' for article, said in n.items())}."


def _axis(figure: Any) -> str:  # noqa: ANN401  plotly has no types
    title = str(figure.layout.xaxis.title.text or "").replace("<br>", " ")
    return f"Horizontal axis: {title}." if title else "One column per article."


def _cut(text: str) -> str:
    return text if len(text) <= ALT else text[: ALT - 1].rstrip() + "…"

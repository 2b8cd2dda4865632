"""The flat table of scores: one row per article, always the same columns with the same types.

First FACTS, then for each part in data/corpus_columns.csv `<measure>__<part>` with its value, `…__n`, `…__missing` (why
there is no value) and, where the part has a 95 % interval, `…__low` and `…__high`. Parts that are named after a voice
differ from article to article and have no column; they stand in the records (`--out …jsonl`).
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from analysis import lexicons, measures, outlets
from analysis.errors import UnreadableInput
from analysis.model import Article, Result, Value
from analysis.text import words

FACTS: Mapping[str, str] = {  # column -> type
    "id": "str",
    "source": "str",  # the file or line it was read from
    "event": "str",
    "outlet": "str",
    "domain": "str",
    "headline": "str",
    "byline": "str",
    "published": "str",
    "url": "str",
    "language": "str",  # as the input says
    "words": "Int64",
    "notes": "str",  # what was repaired on reading
    "problem": "str",  # why the article could not be scored; all else is then empty
}
EVENT: Mapping[str, str] = {  # of the table of comparisons: one row per event, whose id is its name
    "id": "str",
    "source": "str",
    "problem": "str",
    "articles": "Int64",
    "verdict": "str",
    "score": "float64",
    "odd": "str",  # ids of articles that may tell of something else
    "reasons": "str",
    "claims": "Int64",
    "not_reported": "Int64",  # pairs of an article and a claim it does not report
    "quotations_in_versions": "Int64",
    "quotations_altered": "Int64",
    "actors_named": "Int64",
    "pairs_of_one_source": "Int64",  # one of the two is a copy or a rewriting of the other
}
Row = dict[str, Any]
NO_PART = "The measure gives no such part for this article."
SURROGATE = re.compile("[\ud800-\udfff]")  # half of a pair, which UTF-8 cannot hold


class Part(NamedTuple):
    """One part of a measure that every article has."""

    measure: str
    name: str
    unit: str
    has_interval: bool

    @property
    def column(self) -> str:
        """The name of its column: letters, digits and underscores only, which every engine and language takes."""
        return f"{self.measure}__{re.sub(r'[^a-z0-9]+', '_', self.name.lower()).strip('_')}"


@cache
def parts() -> tuple[Part, ...]:
    """The parts in the order of the file."""
    return tuple(
        Part(row["measure"], row["part"], row["unit"], row["interval"] == "yes")
        for row in lexicons.rows("corpus_columns.csv")
    )


@cache
def types() -> Mapping[str, str]:
    """Every column and its pandas type, in order. Numbers are empty where `__missing` or `problem` has the reason."""
    told = dict(FACTS)
    for part in parts():
        told |= {part.column: "float64", f"{part.column}__n": "Int64", f"{part.column}__missing": "str"}
        if part.has_interval:
            told |= {f"{part.column}__low": "float64", f"{part.column}__high": "float64"}
    return told


def meta() -> pd.DataFrame:
    """The table without a row: what Dask asks for as `meta`."""
    return frame(())


def frame(rows: Iterable[Row], asked: Mapping[str, str] | None = None) -> pd.DataFrame:
    """Rows as a table with the columns of `asked`, else of types(); what a row lacks is empty."""
    rows, asked = list(rows), asked or types()
    empty = {"str": "", "float64": float("nan"), "Int64": pd.NA}
    return pd.DataFrame(
        {name: pd.array([row.get(name, empty[kind]) for row in rows], dtype=kind) for name, kind in asked.items()}
    )


def row(article: Article) -> Row:
    """The row of one article."""
    told: Row = {
        "id": article.id,
        "source": article.source,
        "event": article.event,
        "outlet": outlets.name(article),
        "domain": article.domain,
        "headline": article.headline,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "notes": " ".join(article.notes),
    }
    told = {name: storable(text) for name, text in told.items()} | {"words": words.count(article.body)}
    results = measures.score(article)
    values = {(name, value.part): value for name, result in results.items() for value in result.values}
    for part in parts():
        told |= _cells(part, values.get((part.measure, part.name)), results[part.measure])
    return told


def problem(found: UnreadableInput, id: str = "", source: str = "") -> Row:
    """The row of what could not be scored."""
    return {"id": storable(id), "source": storable(source), "problem": storable(str(found))}


def storable(text: str) -> str:
    """The text without halves of surrogate pairs, which no file can hold."""
    return text if text.isascii() else SURROGATE.sub("\ufffd", text)


def _cells(part: Part, value: Value | None, result: Result) -> Row:
    column = part.column
    if value is None:
        return {f"{column}__n": 0, f"{column}__missing": storable(result.missing or NO_PART)}
    told: Row = {f"{column}__n": value.n, f"{column}__missing": storable(value.missing)}
    if value.number is not None:
        told[column] = float(value.number)
    if part.has_interval and value.low is not None and value.high is not None:
        told |= {f"{column}__low": float(value.low), f"{column}__high": float(value.high)}
    return told

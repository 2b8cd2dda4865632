"""Scoring as a plain function from a pandas partition to a pandas partition, for whatever engine deals them out.

    scored = score_partition(frame)                                            # pandas
    scored = table.map_partitions(score_partition, meta=columns.meta())        # Dask
    scored = table.mapInPandas(score_batches, schema=spark_schema())           # Spark

It is pure: no network, no state, nothing on the disk; it can be pickled, and partitions may come in any order.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import isnan
from typing import Any, TypeVar

import pandas as pd

from analysis import ingest
from analysis.corpus import columns
from analysis.corpus.columns import Row
from analysis.errors import UnreadableInput
from analysis.ingest import spreadsheet
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article

SPARK = {"str": "STRING", "float64": "DOUBLE", "Int64": "BIGINT"}
T = TypeVar("T")
Found = Article | UnreadableInput


def score_partition(frame: pd.DataFrame, *, as_is: bool = False) -> pd.DataFrame:
    """One row of scores per row of `frame`, in its order and with its index; columns and types as in columns.types().

    frame: a column with the text (called text, body, content … as in data/lexicons/columns.csv) and, where known, id,
    title, outlet, url, published, byline, event, language. A row without an id gets its index as id; ids are not
    compared over partitions. A row that cannot be read or scored has only its id and, in `problem`, the reason.
    as_is: take texts unchanged instead of repairing them and setting page furniture aside.
    Raises UnreadableInput where there is no column with text.
    """
    scored = score(articles_of(frame, as_is=as_is))
    scored.index = frame.index
    return scored


def score_batches(frames: Iterable[pd.DataFrame], *, as_is: bool = False) -> Iterator[pd.DataFrame]:
    """`score_partition` of each frame, as Spark's mapInPandas asks for it."""
    for frame in frames:
        yield score_partition(frame, as_is=as_is)


def spark_schema() -> str:
    """The columns and types of `score_batches` in Spark's words."""
    return ", ".join(f"`{name}` {SPARK[kind]}" for name, kind in columns.types().items())


def score(found: Iterable[tuple[str, Found]]) -> pd.DataFrame:
    """One row of scores for each (id, article or why there is none)."""
    return columns.frame(_row(id, one) for id, one in found)


def safely(tell: Callable[[T], Row], found: T, where: str) -> Row | UnreadableInput:
    """What `tell` says of an article or event, or that it failed: a fault that one shows must not cost the others."""
    try:
        return tell(found)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        return UnreadableInput(f"{where}: it could not be scored ({reason}); please report this text.")


def articles_of(frame: pd.DataFrame, *, as_is: bool = False) -> Iterator[tuple[str, Found]]:
    """(id, article or why there is none) of every row."""
    fields = _fields([str(name) for name in frame.columns])
    chosen = [(field, frame.iloc[:, place].tolist()) for place, field in fields.items()]
    for row, index in enumerate(frame.index):
        told = {field: _cell(values[row]) for field, values in chosen}
        id = told.pop("id", "").strip() or str(index)
        yield id, _article(id, told, as_is)


def _row(id: str, found: Found) -> Row:
    scored = found if isinstance(found, UnreadableInput) else safely(columns.row, found, id)
    return columns.problem(scored, id) if isinstance(scored, UnreadableInput) else scored


def _fields(headings: list[str]) -> dict[int, str]:
    """Place of each column that is understood -> its field; the first of several columns of one field counts."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        if field := spreadsheet.field_of(heading):
            found.setdefault(field, place)
    if "text" not in found:
        raise UnreadableInput(f"None of the columns ({', '.join(headings)[:200]}) is called “text”; name it so.")
    return {place: field for field, place in found.items()}


def _article(id: str, told: dict[str, str], as_is: bool) -> Found:
    text = told.pop("text")
    fields: dict[str, Any] = {field: value.strip() for field, value in told.items()}
    try:
        found = ingest.with_text(ingest.article_of(Manuscript(id=id, text=text, source=id, **fields), as_is=as_is))
    except Exception as error:  # see `safely`
        return UnreadableInput(
            f"{id}: it could not be read ({type(error).__name__}: {error}); please report this text."
        )
    return found if isinstance(found, UnreadableInput) else replace(found, source="")


def _cell(value: object) -> str:
    """A cell as text; what pandas holds for nothing is ""."""
    if value is pd.NA or value is pd.NaT or (isinstance(value, float) and isnan(value)):
        return ""
    return spreadsheet.cell(value)

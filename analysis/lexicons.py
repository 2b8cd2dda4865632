"""Word lists, thresholds and facts: everything that is data and not code is read here, once per process.

data/lexicons/<name>.csv has at least the columns term, class, source. `source` is a reference or "ours".
data/thresholds.csv has name, value, unit, why.
"""

import csv
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from analysis.errors import BrokenData

DATA = Path(__file__).resolve().parent.parent / "data"

Row = Mapping[str, str]


@cache
def rows(path: str) -> tuple[Row, ...]:
    """All rows of the CSV file `path` (relative to data/), as read-only mappings of stripped strings."""
    file = DATA / path
    try:
        with file.open(encoding="utf-8", newline="") as handle:
            return tuple(
                MappingProxyType({key: (value or "").strip() for key, value in row.items()})
                for row in csv.DictReader(handle, strict=True)
            )
    except (OSError, csv.Error) as error:
        raise BrokenData(f"data/{path} cannot be read ({error}); restore the file from the repository.") from error


@cache
def terms(name: str) -> Mapping[str, Row]:
    """The lexicon `name`, by lower-cased term. The first row of a repeated term counts."""
    found: dict[str, Row] = {}
    for row in rows(f"lexicons/{name}.csv"):
        found.setdefault(row["term"].lower(), row)
    return MappingProxyType(found)


@cache
def classes(name: str) -> Mapping[str, frozenset[str]]:
    """The lexicon `name` as class -> set of terms, in the spelling of the file."""
    found: dict[str, set[str]] = {}
    for row in rows(f"lexicons/{name}.csv"):
        found.setdefault(row["class"], set()).add(row["term"])
    return MappingProxyType({key: frozenset(value) for key, value in found.items()})


@cache
def threshold(name: str) -> float:
    """The number called `name` in data/thresholds.csv; its unit and its reason stand beside it there."""
    for row in rows("thresholds.csv"):
        if row["name"] == name:
            return float(row["value"])
    raise BrokenData(f"data/thresholds.csv has no row named {name!r}; restore the file from the repository.")


@cache
def fingerprint() -> str:
    """First 12 hex digits of a SHA-256 over every file in data/, so that a result can name what it was made with."""
    digest = hashlib.sha256()
    for file in sorted(DATA.rglob("*")):
        if file.is_file():
            digest.update(str(file.relative_to(DATA)).encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]

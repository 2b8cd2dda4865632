"""Outlets and ratings of one's own as CSV: what a class keeps beside the registry and hands round.

A bad row costs that row and one sentence; the others are read.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from analysis.model import Fact, Publisher
from analysis.outlets import accountability, addresses
from analysis.outlets.registry import Rating, key, load

OUTLET_COLUMNS = ("name", "domain", "component", "value", "source_url", "checked_on", "note")
RATING_COLUMNS = ("outlet", "rater", "value", "scale", "year", "source")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


class Shared(NamedTuple):
    """What a file held, and one sentence for every row that could not be used."""

    outlets: tuple[Publisher, ...] = ()
    problems: tuple[str, ...] = ()


class SharedRatings(NamedTuple):
    """Outlet id, or name in lower case where the registry has none -> ratings, and what could not be used."""

    ratings: Mapping[str, tuple[Rating, ...]]
    problems: tuple[str, ...] = ()


def write_outlets(outlets: Iterable[Publisher]) -> str:
    """One row per fact, and one row for an outlet without facts; columns as in OUTLET_COLUMNS."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(OUTLET_COLUMNS)
    for outlet in outlets:
        facts = outlet.facts or (Fact("", "", "", ""),)
        for fact in facts:
            row = (outlet.name, outlet.domain, fact.component, fact.value, fact.source_url, fact.checked_on, fact.note)
            writer.writerow(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row)
    return file.getvalue()


def read_outlets(text: str) -> Shared:
    """The outlets in a file as `write_outlets` makes it; rows of one name are one outlet."""
    rows, problems = _rows(text, OUTLET_COLUMNS)
    found: dict[str, Publisher] = {}
    for number, row in rows:
        name = row["name"]
        if not name:
            problems.append(f"Row {number} has no name of an outlet; it was left out.")
            continue
        outlet = found.setdefault(name, Publisher(name=name, domain=host(row["domain"])))
        if not row["component"]:
            continue
        fact = Fact(row["component"], row["value"], row["source_url"], row["checked_on"], row["note"])
        if problem := check(fact):
            problems.append(f"Row {number} ({name}): {problem} The row was left out.")
        else:
            others = tuple(one for one in outlet.facts if one.component != fact.component)
            found[name] = replace(outlet, facts=(*others, fact))
    return Shared(tuple(found.values()), tuple(problems))


def check(fact: Fact) -> str:
    """What is wrong with `fact`, as one sentence; "" where it can be scored."""
    components = [part.key for part in accountability.components()]
    if fact.component not in components:
        return f"“{fact.component}” is none of the questions ({', '.join(components)})."
    if fact.value not in (*accountability.WORTH, accountability.NOT_APPLICABLE):
        return f"The answer “{fact.value}” is not yes, partly, no or n.a."
    address = urlsplit(fact.source_url)
    if address.scheme not in ("http", "https") or not address.netloc:
        return "An answer needs the address (http or https) of the page it was read on."
    try:
        date.fromisoformat(fact.checked_on)
    except ValueError:
        return f"“{fact.checked_on}” is no date of the form 2026-03-14."
    return ""


def read_ratings(text: str) -> SharedRatings:
    """Ratings of somebody else's that the user may use: outlet (name or address), rater, value, scale, year, source."""
    rows, problems = _rows(text, RATING_COLUMNS)
    found: dict[str, tuple[Rating, ...]] = {}
    for number, row in rows:
        if not (row["outlet"] and row["rater"] and row["value"]):
            problems.append(f"Row {number} needs an outlet, a rater and a value; it was left out.")
            continue
        rating = Rating(row["rater"], row["value"], row["scale"], row["year"], "", row["source"])
        outlet = outlet_key(row["outlet"])
        found[outlet] = (*found.get(outlet, ()), rating)
    return SharedRatings(found, tuple(problems))


def outlet_key(text: str) -> str:
    """The id of the registered outlet that `text` (a name or an address) stands for, or the name in lower case."""
    address = addresses.read(text) if "." in text else None
    domain = addresses.match(address) if address else None
    if domain:
        return domain.outlet_id
    ids = {alias.outlet_id for alias in load().names.get(key(text), ())}
    return ids.pop() if len(ids) == 1 else text.casefold()


def host(text: str) -> str:
    """The host of an address or of a bare domain, in lower case; "" where there is none."""
    address = addresses.read(text) if text else None
    return address.host if address else ""


def _rows(text: str, columns: tuple[str, ...]) -> tuple[Iterator[tuple[int, dict[str, str]]], list[str]]:
    """The rows with their numbers in the file, every cell trimmed; a problem where a column is missing."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [name for name in columns[:1] if name not in (reader.fieldnames or ())]
    if missing:
        wanted = ", ".join(columns)
        return iter(()), [f"The file has no column “{missing[0]}”; its first line must name the columns: {wanted}."]
    return (
        (number, {name: (row.get(name) or "").strip().removeprefix("'") for name in columns})
        for number, row in enumerate(reader, start=2)
    ), []

"""The outlet registry: data/outlets/*.csv as frozen records, read once per process.

Only facts and figures of others live there; what a cell means is written in data/outlets/README.md.
A blank cell is unknown. Nothing here guesses.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from analysis import lexicons
from analysis.errors import BrokenData
from analysis.model import Fact

TOKEN = re.compile(r"\w+")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: one row of outlets.csv. `kind` says whether it is an outlet at all."""

    outlet_id: str
    name: str
    country: str  # ISO 3166-1 alpha-2, of the newsroom or the legal seat
    medium: str
    kind: str  # outlet, organisation, aggregator, platform, satire, primary source
    owner: str
    state_relation: str
    smm_code: str
    smm_year: str
    scored: bool
    notes: str


@dataclass(frozen=True, slots=True)
class Domain:
    """One address of an outlet. `exact`: subdomains belong to somebody else (blog hosts)."""

    outlet_id: str
    host: str
    path_prefix: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of an outlet, and where it may stand for it."""

    outlet_id: str
    alias: str
    strength: str  # strong: anywhere; weak: credit slots only; clash: several outlets, never without an address
    role: str  # any, or source: names a source, never a publisher


@dataclass(frozen=True, slots=True)
class Rating:
    """What somebody else published about the outlet; shown as context, never an input."""

    rater: str
    value: str
    scale: str
    year: str
    visible_raters: str
    source: str


@dataclass(frozen=True, slots=True)
class Registry:
    """All tables, keyed the way they are asked for."""

    outlets: Mapping[str, Outlet]
    hosts: Mapping[str, tuple[Domain, ...]]  # by host, longest path prefix first
    names: Mapping[Key, tuple[Alias, ...]]
    firsts: Mapping[str, tuple[Key, ...]]  # by first token of a name, longest name first
    facts: Mapping[str, tuple[Fact, ...]]
    ratings: Mapping[str, tuple[Rating, ...]]


def key(name: str) -> Key:
    """`name` as comparable tokens: no case, no accents, no marks, no leading "the"."""
    plain = fold(name)
    tokens = tuple(TOKEN.findall(plain))
    return tokens[1:] if len(tokens) > 1 and tokens[0] == "the" else tokens


def fold(text: str) -> str:
    """`text` in lower case without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))


@cache
def load() -> Registry:
    """The registry. Raises BrokenData where a row names an outlet that does not exist."""
    outlets = {row["outlet_id"]: _outlet(row) for row in lexicons.rows("outlets/outlets.csv")}
    names = _names()
    firsts: dict[str, list[Key]] = {}
    for name in names:
        firsts.setdefault(name[0], []).append(name)
    facts = {
        known: tuple(
            Fact(row["component"], row["value"], row["source_url"], row["checked_on"], row["note"]) for row in found
        )
        for known, found in _grouped("outlets/outlet_facts.csv").items()
    }
    ratings = {
        known: tuple(
            Rating(row["rater"], row["value"], row["scale"], row["year"], row["visible_raters"], row["source"])
            for row in found
        )
        for known, found in _grouped("outlets/ratings.csv").items()
    }
    hosts = _hosts()
    located = {row.outlet_id for rows in hosts.values() for row in rows}
    named = {row.outlet_id for rows in names.values() for row in rows}
    used = located | named | set(facts) | set(ratings)
    if strangers := sorted(used - set(outlets)):
        raise BrokenData(f"data/outlets names outlets without a row in outlets.csv: {', '.join(strangers)}.")
    return Registry(
        MappingProxyType(outlets),
        MappingProxyType(hosts),
        MappingProxyType(names),
        MappingProxyType({first: tuple(sorted(found, key=len, reverse=True)) for first, found in firsts.items()}),
        MappingProxyType(facts),
        MappingProxyType(ratings),
    )


def _outlet(row: lexicons.Row) -> Outlet:
    return Outlet(
        outlet_id=row["outlet_id"],
        name=row["name"],
        country=row["country"],
        medium=row["medium"],
        kind=row["kind"],
        owner=row["owner"],
        state_relation=row["state_relation"],
        smm_code=row["smm_code"],
        smm_year=row["smm_year"],
        scored=row["scored"] == "yes",
        notes=row["notes"],
    )


def _grouped(path: str) -> dict[str, list[lexicons.Row]]:
    """The rows of `path` by outlet."""
    found: dict[str, list[lexicons.Row]] = {}
    for row in lexicons.rows(path):
        found.setdefault(row["outlet_id"], []).append(row)
    return found


def _hosts() -> dict[str, tuple[Domain, ...]]:
    found: dict[str, list[Domain]] = {}
    for row in lexicons.rows("outlets/outlet_domains.csv"):
        domain = Domain(row["outlet_id"], row["host"], row["path_prefix"], row["kind"] == "exact")
        found.setdefault(domain.host, []).append(domain)
    return {host: tuple(sorted(rows, key=lambda row: -len(row.path_prefix))) for host, rows in found.items()}


def _names() -> dict[Key, tuple[Alias, ...]]:
    """Every alias by its key; several outlets may share one."""
    found: dict[Key, list[Alias]] = {}
    for row in lexicons.rows("outlets/outlet_aliases.csv"):
        alias = Alias(row["outlet_id"], row["alias"], row["strength"], row["role"])
        found.setdefault(key(alias.alias), []).append(alias)
    return {name: tuple(rows) for name, rows in found.items()}

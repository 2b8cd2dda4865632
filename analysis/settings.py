"""Everything that the surroundings may set, in one place: environment variables, all optional, with safe defaults.

Limits that belong to the product and not to a machine (sizes, times, numbers) are rows of data/thresholds.csv; what
Streamlit's server needs is in .streamlit/config.toml.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

STORE, FETCH = "PARALLAX_STORE", "PARALLAX_FETCH"
BESIDE = Path(__file__).resolve().parents[1] / "workspace" / "parallax.sqlite"
ON = frozenset({"", "on", "1", "yes", "true"})

MEANINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {  # variable -> default, meaning; .ci/deploy/README.md shows this table
        STORE: (
            "workspace/parallax.sqlite beside the program",
            "where work and assignments are kept: the path of an SQLite file, or postgresql://user@host/database",
        ),
        FETCH: (
            "on",
            "whether pages may be fetched from the web at a person's request; anything but on, 1, yes, true means off",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """store: path of an SQLite file, or the address of a PostgreSQL database. fetches: whether the web may be asked."""

    store: Path | str
    fetches: bool


def read() -> Settings:
    """The settings as the environment has them now."""
    return Settings(
        store=os.environ.get(STORE, "").strip() or BESIDE,
        fetches=os.environ.get(FETCH, "").strip().lower() in ON,
    )

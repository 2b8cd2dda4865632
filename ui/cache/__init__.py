"""Every cache of the dashboard, shared by all sessions. Arguments are records, and equal records share an entry.

Nothing here is written to disk, and whatever lies in data/ is read once per process, so that an entry cannot outlive
the data it was made with. What comes out of a cache is shared: read it, do not change it.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import streamlit as st

from analysis.comparison.claim_edits import ClaimEdit
from analysis.comparison.sides import Edits, Sides
from analysis.model import Article
from analysis.workspace import Draft, Event

Articles = tuple[Article, ...]
Given = ParamSpec("Given")
Made = TypeVar("Made")

ENTRIES = 200  # of each function; the oldest goes first
# frozen records know their hash; Streamlit would walk through every field of every article at each call
KEYS: dict[str | type[Any], Callable[[Any], Any]] = dict.fromkeys(
    (Article, Draft, Event, ClaimEdit, Edits, Sides), hash
)


def kept(compute: Callable[Given, Made]) -> Callable[Given, Made]:
    """Keep what `compute` returns for the same arguments."""
    return cast(
        "Callable[Given, Made]", st.cache_resource(show_spinner=False, max_entries=ENTRIES, hash_funcs=KEYS)(compute)
    )

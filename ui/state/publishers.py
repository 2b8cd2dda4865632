"""Outlets that a person described, and ratings that they imported."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from analysis.model import Publisher
from analysis.outlets import sharing
from analysis.outlets.registry import Rating
from analysis.workspace import Draft

OWN_OUTLETS = "own_outlets"  # session: name -> Publisher
OWN_RATINGS = "own_ratings"  # session: key of the outlet -> ratings


def own() -> tuple[Publisher, ...]:
    """The outlets that the user described or imported."""
    return tuple(st.session_state.get(OWN_OUTLETS, {}).values())


def keep(outlet: Publisher) -> None:
    """Keep an outlet of the user's own; it replaces one of the same name."""
    st.session_state[OWN_OUTLETS] = {**st.session_state.get(OWN_OUTLETS, {}), outlet.name: outlet}


def ratings_of(outlet: str) -> tuple[Rating, ...]:
    """The imported ratings of an outlet, by the key of `sharing.outlet_key`."""
    found: tuple[Rating, ...] = st.session_state.get(OWN_RATINGS, {}).get(outlet, ())
    return found


def keep_ratings(ratings: Mapping[str, tuple[Rating, ...]]) -> None:
    """Add imported ratings; those of one rater replace that rater's earlier ones."""
    kept = dict(st.session_state.get(OWN_RATINGS, {}))
    for outlet, new in ratings.items():
        raters = {rating.rater for rating in new}
        kept[outlet] = (*(old for old in kept.get(outlet, ()) if old.rater not in raters), *new)
    st.session_state[OWN_RATINGS] = kept


def located(draft: Draft) -> Draft:
    """`draft` with the user's own outlet of its address, where nobody chose a publisher."""
    host = sharing.host(draft.url)
    known = next((outlet for outlet in own() if outlet.domain and outlet.domain == host), None)
    return draft if draft.publisher or known is None else replace(draft, publisher=known)

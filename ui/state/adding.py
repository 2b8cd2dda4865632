"""Adding articles: what was typed for it, what came of the last attempt, and what this session has fetched."""

from dataclasses import dataclass

import streamlit as st

from analysis import lexicons
from analysis.fetching import Visits

PASTED = {name: f"pasted_{name}" for name in ("text", "outlet", "url", "published")}  # keys of the boxes for pasting
ADDRESSES = "addresses"  # the box for addresses
TOLD = "added"  # session: what came of the last attempt
VISITS = "visits"  # session: what was fetched, and how often
ROUND = "upload_round"  # session: how often files were taken; each time the box for files is a new one


@dataclass(frozen=True, slots=True)
class Told:
    """What a person is told of one attempt to add articles, in sentences: one for everything that was tried."""

    added: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def told() -> Told:
    """What came of the last attempt."""
    found: Told = st.session_state.get(TOLD, Told())
    return found


def tell(outcome: Told) -> None:
    """Show `outcome` in place of the last one."""
    st.session_state[TOLD] = outcome


def visits() -> Visits:
    """The visits of this session, which may not be endless."""
    if VISITS not in st.session_state:
        st.session_state[VISITS] = Visits(limit=int(lexicons.threshold("fetch_session")))
    found: Visits = st.session_state[VISITS]
    return found


def upload_box() -> str:
    """The key of the box for files."""
    return f"files_{st.session_state.get(ROUND, 0)}"


def empty_upload_box() -> None:
    """Begin with a new box for files."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def empty_paste_box() -> None:
    """Empty the boxes for pasting."""
    for key in PASTED.values():
        st.session_state[key] = ""

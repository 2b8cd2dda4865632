"""The address bar. What it names is on screen, so that it can be shared, reloaded and gone back to.

Every parameter is held in the session too, because Streamlit empties the address when the page changes.
"""

from collections.abc import Sequence

import streamlit as st

HELD = "address"  # session: parameter -> values
WRITTEN = "address_written"  # session: what was written last, to tell it from what the reader asked for
LOST = "address_lost"  # session: what the address named and is not here


def follow() -> None:
    """Take over an address that is not the one written last: a link, back, forward. First in every run."""
    there = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    if there and there != st.session_state.get(WRITTEN):
        st.session_state[HELD] = st.session_state[WRITTEN] = there
        st.session_state[LOST] = ()


def values(name: str) -> tuple[str, ...]:
    """What the address says of this parameter; empty where it says nothing."""
    found: tuple[str, ...] = st.session_state.get(HELD, {}).get(name, ())
    return found


def hold(name: str, named: Sequence[str]) -> None:
    """Put these values into the address; none takes the parameter out."""
    held = {**st.session_state.get(HELD, {}), name: tuple(named)}
    st.session_state[HELD] = {key: kept for key, kept in held.items() if kept}


def one_of(name: str, known: Sequence[str]) -> str:
    """The value of a parameter that has one value of `known`; the first of them where none is named."""
    asked = next(iter(values(name)), known[0])
    if asked not in known:
        lose(name, [asked])
        return known[0]
    return asked


def lose(name: str, unknown: Sequence[str]) -> None:
    """Say that these values of a parameter are not here, and take them out of the address."""
    st.session_state[LOST] = (*lost(), *unknown)
    hold(name, [value for value in values(name) if value not in unknown])


def lost() -> tuple[str, ...]:
    """What the address named and this session does not have."""
    return tuple(st.session_state.get(LOST, ()))


def write() -> None:
    """Bring the address bar in line with the session. Last in every run."""
    held = st.session_state.get(HELD, {})
    if {name: tuple(st.query_params.get_all(name)) for name in st.query_params} != held:
        st.query_params.from_dict({name: list(named) for name, named in held.items()})
    st.session_state[WRITTEN] = held

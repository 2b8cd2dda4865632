"""The address bar. What it names is on screen, so that it can be shared, reloaded and gone back to.

Every parameter is held in the session too, because Streamlit empties the address when the page changes.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

HELD = "address"  # session: parameter -> values
WRITTEN = "address_written"  # session: what was written last, to tell it from what the reader asked for
LOST = "address_lost"  # session: what the address named and is not here, as (parameter, value)
PAGE = "address_page"  # session: the page of the last run


def follow(page: str) -> None:
    """Take over an address that is not the one written last: a link, back, forward. First in every run.

    An empty address is one to follow only on the page it was emptied on; on another, Streamlit dropped what it said.
    """
    there = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    written, before = st.session_state.get(WRITTEN), st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    if there != written and (there or page == before):
        st.session_state[HELD] = st.session_state[WRITTEN] = there
        st.session_state[LOST] = ()
    elif st.session_state.get(HELD) != written:  # the reader went on from there: what was said of the link is read
        st.session_state[LOST] = ()


def held() -> dict[str, tuple[str, ...]]:
    """All that the address says."""
    return dict(st.session_state.get(HELD, {}))


def page() -> str:
    """The page on screen, as the address names it; "" for the first one."""
    return str(st.session_state.get(PAGE) or "")


def open_at(asked: Mapping[str, Sequence[str]]) -> None:
    """Put `asked` in the place of everything that the address says."""
    st.session_state[HELD] = {name: tuple(named) for name, named in asked.items() if named}


def values(name: str) -> tuple[str, ...]:
    """What the address says of this parameter; empty where it says nothing."""
    return held().get(name, ())


def hold(name: str, named: Sequence[str]) -> None:
    """Put these values into the address; none takes the parameter out."""
    changed = {**held(), name: tuple(named)}
    st.session_state[HELD] = {key: kept for key, kept in changed.items() if kept}


def one_of(name: str, known: Sequence[str]) -> str:
    """The value of a parameter that has one value of `known`; the first of them where none is named."""
    asked = next(iter(values(name)), known[0])
    if asked not in known:
        lose(name, [asked])
        return known[0]
    return asked


def lose(name: str, unknown: Sequence[str]) -> None:
    """Say that these values of a parameter are not here, and take them out of the address."""
    st.session_state[LOST] = (*lost(), *((name, value) for value in unknown))
    hold(name, [value for value in values(name) if value not in unknown])


def lost() -> tuple[tuple[str, str], ...]:
    """The parameters and values that the address named and this session does not have."""
    return tuple(st.session_state.get(LOST, ()))


def write() -> None:
    """Bring the address bar in line with the session. Last in every run."""
    now = held()
    if {name: tuple(st.query_params.get_all(name)) for name in st.query_params} != now:
        st.query_params.from_dict({name: list(named) for name, named in now.items()})
    st.session_state[WRITTEN] = now

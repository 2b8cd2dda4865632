"""Reading blind: whether outlets are hidden, and in which events they were already on screen."""

import streamlit as st

from analysis import blind
from ui.state import address

BLIND = "blind"  # address: "yes" while outlets are hidden
ON, OFF = "yes", "no"
SEEN = "outlets_seen"  # session: ids of the events whose outlets were on screen
CUES = "cue_lines_seen"  # session: ids of the events whose lines with cue words of a frame were on screen


def is_on() -> bool:
    """Whether outlets are hidden."""
    return address.one_of(BLIND, (OFF, ON)) == ON


def switch(wish: bool) -> None:
    """Hide the outlets, or reveal them."""
    address.hold(BLIND, [ON] if wish else [])


def shown(article: str) -> str:
    """The id that stands for an article on screen and in the address."""
    return blind.name(article) if is_on() else article


def remember(event: str) -> None:
    """Note that the outlets of an event are on screen, where they are."""
    if not is_on():
        st.session_state[SEEN] = was_seen() | {event}


def was_seen() -> frozenset[str]:
    """The events whose outlets were on screen in this session."""
    seen: frozenset[str] = st.session_state.get(SEEN, frozenset())
    return seen


def remember_cues(event: str) -> None:
    """Note that lines with cue words are on screen in an event."""
    st.session_state[CUES] = cues_seen() | {event}


def cues_seen() -> frozenset[str]:
    """The events whose lines with cue words were on screen in this session."""
    seen: frozenset[str] = st.session_state.get(CUES, frozenset())
    return seen

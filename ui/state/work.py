"""All of a session's work as one record, and the key under which it is kept."""

from collections.abc import Sequence

import streamlit as st

from analysis.workspace import Workspace
from ui.state import edits, events, publishers, reports

KEY = "workspace"  # session and address: the key of the work that is kept on this machine


def workspace() -> Workspace:
    """All that this person put in, to be kept or handed round; teaching cases only where they were changed."""
    untouched, session = events.teaching_cases(), st.session_state
    return Workspace(
        events=tuple(one for one in events.known().values() if one != untouched.get(one.id)),
        sides=session.get(edits.SIDES, {}),
        claims=session.get(edits.CLAIMS, {}),
        frames=session.get(edits.FRAMES, {}),
        outlets=publishers.own(),
        ratings=session.get(publishers.OWN_RATINGS, {}),
        reports=session.get(reports.REPORTS, {}),
        judgements=session.get(edits.JUDGEMENTS, {}),
        frames_given=session.get(edits.FRAMES_GIVEN, {}),
    )


def open_workspace(opened: Workspace, event: str = "", articles: Sequence[str] = ()) -> None:
    """Put `opened` in place of everything in this session; the teaching cases stay.

    event, articles: what is to be on screen; otherwise the first event that has articles, with all of them.
    """
    st.session_state.pop(events.EVENTS, None)
    st.session_state[events.EVENTS] = {**events.known(), **{one.id: one for one in opened.events}}
    st.session_state[edits.SIDES] = dict(opened.sides or {})
    st.session_state[edits.CLAIMS] = dict(opened.claims or {})
    st.session_state[edits.FRAMES] = dict(opened.frames or {})
    st.session_state[edits.JUDGEMENTS] = dict(opened.judgements or {})
    st.session_state[edits.FRAMES_GIVEN] = dict(opened.frames_given or {})
    st.session_state[publishers.OWN_OUTLETS] = {outlet.name: outlet for outlet in opened.outlets}
    st.session_state[publishers.OWN_RATINGS] = dict(opened.ratings or {})
    reports.open_all(opened.reports or {})
    own = event or next((one.id for one in opened.events if one.drafts), "")
    if own:
        events.open_event(own)
    if articles:
        events.choose(articles)


def kept_under() -> str:
    """The key under which this work is kept on this machine; "" where it is not."""
    return str(st.session_state.get(KEY, ""))


def keep_under(key: str) -> None:
    """Keep this work under `key` from now on; "" for in this browser tab only."""
    st.session_state[KEY] = key

"""Keeps a person's work on this machine where they asked for it, and opens it again from the address."""

from datetime import date

import streamlit as st

from analysis import settings, workspace
from analysis.classroom import privacy
from analysis.errors import Refused, UnreadableInput
from analysis.store import Store, new_key
from ui import literal
from ui.state import address, events, work

RESTORED = "restored"  # session: whether the address was looked at
SAVED = "saved"  # session: what was kept last, so that only changes are written


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store of this machine, without the assignments whose day has passed."""
    opened = Store(settings.read().store)
    privacy.purge(opened, date.today())
    return opened


def restore() -> None:
    """Open the work that the address names, once a session."""
    if st.session_state.get(RESTORED):
        return
    st.session_state[RESTORED] = True
    key = next(iter(address.values(work.KEY)), "")
    if not key:
        return
    content = store().load(key)
    if content is None:
        st.warning("The work that this link names is not kept on this machine (any more). Nothing was lost here.")
        return
    asked = {name: address.values(name) for name in (events.EVENT, events.CHOSEN)}
    try:
        work.open_workspace(workspace.read(content))
    except UnreadableInput as error:
        st.error(literal.in_markdown(str(error)))
        return
    work.keep_under(key)
    for name, named in asked.items():
        address.hold(name, named or address.values(name))


def save() -> None:
    """Keep the work of this session where it changed, if the person wants it kept."""
    key = work.kept_under()
    address.hold(work.KEY, [key] if key else [])
    if not key:
        return
    now = work.workspace()
    if now == st.session_state.get(SAVED):
        return
    text = workspace.write(now)
    try:
        store().keep(key, text)
        st.session_state[SAVED] = now
    except Refused as error:
        st.error(literal.in_markdown(f"{error} Everything is still in this browser tab; it is tried again."))
        st.download_button("Download my work instead", text, "parallax-workspace.json", "application/json")


def begin() -> None:
    """Keep this work from now on, under a new key."""
    work.keep_under(new_key())


def stop() -> None:
    """Delete what is kept; the work stays in this browser tab."""
    store().delete(work.kept_under())
    work.keep_under("")
    st.session_state.pop(SAVED, None)

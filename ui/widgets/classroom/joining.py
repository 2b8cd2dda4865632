"""Joining an assignment: a code and a pseudonym, nothing else."""

import streamlit as st

from analysis.classroom import access, taking_part
from analysis.errors import ParallaxError
from ui.keeping import store
from ui.state import classroom
from ui.widgets.classroom import notice


def show() -> None:
    """The form, filled in as far as the link tells."""
    notice()
    st.html(
        '<p class="px-lede">Your instructor gave you a code or a link. Choose any name your instructor can recognise: '
        "a pseudonym or your class number. No e-mail, no real name.</p>"
    )
    with st.form("join", border=False):
        st.text_input("Join code", value=_shown(classroom.key(classroom.CODE)), key="join_code", max_chars=20)
        st.text_input("Pseudonym or class number", key="join_name", max_chars=40)
        st.form_submit_button("Join", type="primary", on_click=_join)
    st.html(
        '<p class="px-note">Been here before? Open your own link: the address of this page after you joined. It works '
        "on any device.</p>"
    )


def _shown(code: str) -> str:
    return access.shown_code(code) if len(code) == access.CODE_LENGTH else code


def _join() -> None:
    code, name = st.session_state["join_code"], st.session_state["join_name"]
    try:
        key = taking_part.join(store(), code, name, classroom.guesser())
    except ParallaxError as error:
        classroom.say("error", str(error))
        return
    classroom.hold(classroom.CODE, "")
    classroom.hold(classroom.ME, key)

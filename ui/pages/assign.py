"""Assignments: an instructor makes one, hands it out and sees the class; a student finds the way to theirs."""

import streamlit as st

from ui.state import classroom
from ui.widgets.classroom import desk, making, notice, sign_in

st.title("Assignments")
if sign_in.passed():
    if key := classroom.key(classroom.DESK):
        desk.show(key)
    else:
        notice()
        st.html(
            '<p class="px-lede">Students judge articles by themselves first; then they see the class, the key and the '
            "machine. Nobody needs an account.</p>"
        )
        st.page_link("ui/pages/task.py", label="I am a student: join with a code →")
        make, opened = st.tabs(["Make an assignment", "Open a file"])
        with make:
            making.show()
        with opened:
            making.open_file()

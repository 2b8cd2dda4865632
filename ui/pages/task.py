"""One student's assignment: join, judge, hand in, compare."""

import streamlit as st

from ui.state import classroom
from ui.widgets.classroom import joining, own_work, sign_in

me = classroom.key(classroom.ME)
if not me:
    st.title("Your assignment")
if sign_in.passed():
    if me:
        own_work.show(me)
    else:
        joining.show()

"""One student's assignment: join, judge, hand in, compare."""

import streamlit as st

from ui.state import classroom
from ui.widgets.classroom import joining, own_work

if me := classroom.key(classroom.ME):
    own_work.show(me)
else:
    st.title("Your assignment")
    joining.show()

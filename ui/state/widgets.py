"""Widgets that show what is held elsewhere."""

import streamlit as st


def follow(key: str, value: object) -> None:
    """Let the widget `key` show `value`, before it is drawn.

    Left alone where it shows that already: Streamlit would send it back to the browser, over a click that came since.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value

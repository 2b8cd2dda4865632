"""Widgets that show what is held elsewhere."""

import streamlit as st

from ui.state import address

PAGES = "widget_pages"  # session: key of a widget -> the page it was last drawn on


def follow(key: str, value: object) -> None:
    """Let the widget `key` show `value`, before it is drawn.

    Left alone where it shows that already: Streamlit would send it back to the browser, over a click that came since.
    On another page it is another widget to the browser, which begins with nothing.
    """
    pages = st.session_state.setdefault(PAGES, {})
    is_new = pages.get(key) != address.page()
    pages[key] = address.page()
    if is_new or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value

"""Widgets that show what is held elsewhere."""

from typing import TypeVar

import streamlit as st

Value = TypeVar("Value")


def follow(key: str, value: Value) -> Value | None:
    """Let the widget `key` show `value`, before it is drawn; the default to draw it with, None where it is told.

    A value that the session holds already is not told again: Streamlit would send it back to the browser, over a click
    that came since. But the browser may have missed it, on a new page or after a run that was broken off: a widget that
    is new to it begins with its default.
    """
    if key in st.session_state and st.session_state[key] == value:
        return value
    st.session_state[key] = value
    return None

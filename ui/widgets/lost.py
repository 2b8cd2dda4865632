"""What a link names and this session does not have."""

import streamlit as st

from ui import literal
from ui.state import address


def show() -> None:
    """Name it. Called behind the page, because pages find out what they do not have."""
    for name in address.lost():
        st.warning(
            f"This link names “{literal.in_markdown(name)}”, which is not here; the rest of the link was followed."
        )

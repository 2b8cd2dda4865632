"""What a link names and this session does not have."""

import streamlit as st

from ui import literal
from ui.state import address


def show() -> None:
    """Name it. Called behind the page, because pages find out what they do not have."""
    if unknown := address.lost():
        told = ", ".join(f"{name} “{literal.in_markdown(value)}”" for name, value in unknown)
        st.warning(f"This link names what is not here: {told}. The rest of the link was followed.")

"""What the first article would wait for is loaded when the server starts."""

import gc

import streamlit as st

from analysis.measures import readability


@st.cache_resource(show_spinner=False)
def once() -> bool:
    """Load it, and keep it out of garbage collections: those would cost more than a page."""
    readability.prime()
    gc.collect()
    gc.freeze()
    return True

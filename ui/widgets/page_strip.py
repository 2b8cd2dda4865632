"""The strip of pages on top; Streamlit's own menu stays open over the page on a phone."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui.state import classroom

BY_LINK = "task"  # a student's page, reached by the link of an instructor until there is work on it


def show(pages: Sequence[StreamlitPage], here: StreamlitPage) -> None:
    """Links to `pages`; `here` is the one on screen."""
    with st.container(horizontal=True, key="pages"):
        for page in pages:
            if page.url_path != BY_LINK or page == here or classroom.key(classroom.ME):
                st.page_link(page, width="content", label=f"**{page.title}**" if page == here else None)

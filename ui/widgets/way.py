"""The strip of pages, in the order of the work; Streamlit's own menu stays open over the page on a phone."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.state import classroom, events
from ui.widgets import guide

BY_LINK = "task"  # a student's page, reached by the link of an instructor until there is work on it
LEARN = "Learn"  # the step that the guide belongs to
Steps = Mapping[str, Sequence[st.Page]]


def show(steps: Steps, here: st.Page) -> None:
    """The pages, grouped by the steps of the way; a link keeps what the address says.

    Whoever does an assignment gets one link: the other pages show what is to be judged blind, and a phone is small.
    """
    if here.url_path == BY_LINK:
        first = next(page for pages in steps.values() for page in pages if not page.url_path)
        st.page_link(first, label="All of Parallax")
        return
    events.here()  # names the event in the address before the links are made
    asked = classroom.address_without_keys()
    with st.container(horizontal=True, key="pages"):
        for number, (step, pages) in enumerate(steps.items(), start=1):
            with st.container(width="content", gap=None):
                st.html(f'<span class="px-step-name">{number} {step}</span>', width="content")
                with st.container(horizontal=True, width="content", gap=None):
                    for page in pages:
                        if page.url_path == BY_LINK and not classroom.key(classroom.ME):
                            continue
                        label = f"**{page.title}**" if page == here else page.title
                        st.page_link(page, width="content", label=label, query_params=asked)
                    if step == LEARN:
                        guide.start("Two-minute guide")

"""Choosing the event and its articles; the same strip stands on top of every page."""

import streamlit as st

from analysis import tables
from analysis.model import Article
from ui import cache, literal, state


def show(*, several: bool = True) -> tuple[Article, ...]:
    """Let the user choose; the chosen articles as they were read, in the order of the event."""
    for name in state.lost():
        st.warning(f"This link names “{name}”, which is not here; the rest of the link was followed.")
    events = state.events()
    here = state.event()
    st.selectbox(
        "Event",
        list(events),
        format_func=lambda name: events[name].title,
        index=list(events).index(here.id),
        key="event_picker",
        on_change=lambda: state.open_event(st.session_state["event_picker"]),
    )
    st.html(f'<p class="px-lede">{literal.in_html(here.summary)}</p>')
    articles = tuple(cache.article(draft) for draft in here.drafts)
    if not articles:
        st.info("No articles yet. Open the page “Articles” and paste or upload the first one.")
    elif several:
        names = tables.names(articles)
        st.pills(
            "Articles compared",
            list(names),
            selection_mode="multi",
            default=list(state.chosen()),
            format_func=lambda name: names[name],
            key=f"pills_{here.id}_{len(articles)}",
            on_change=lambda: state.choose(st.session_state[f"pills_{here.id}_{len(articles)}"]),
        )
    return tuple(article for article in articles if article.id in state.chosen())

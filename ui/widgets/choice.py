"""Choosing the event and its articles; the same strip stands on top of every page."""

import streamlit as st

from analysis import comparison, tables
from analysis.model import Article
from ui import literal
from ui.cache import scores
from ui.state import events, widgets


def show(*, several: bool = True, english: bool = False) -> tuple[Article, ...]:
    """Let the user choose; the chosen articles as they were read, in the order of the event.

    english: leave out those in other languages, and say so.
    """
    known, here = events.known(), events.here()
    widgets.follow("event_picker", here.id)
    st.selectbox(
        "Event",
        list(known),
        format_func=lambda name: known[name].title,
        key="event_picker",
        on_change=lambda: events.open_event(st.session_state["event_picker"]),
    )
    st.html(f'<p class="px-lede">{literal.in_html(here.summary)}</p>')
    articles = tuple(scores.article(draft) for draft in here.drafts)
    if not articles:
        st.info("No articles yet. Open the page “Articles” and paste or upload the first one.")
    elif several:
        names = tables.names(articles)
        picker = f"pills_{here.id}_{len(articles)}"
        widgets.follow(picker, list(events.chosen()))
        st.pills(
            "Articles compared",
            list(names),
            selection_mode="multi",
            format_func=lambda name: literal.in_markdown(names[name]),
            key=picker,
            on_change=lambda: events.choose(st.session_state[picker]),
        )
    picked = tuple(article for article in articles if article.id in events.chosen())
    if not english:
        return picked
    for sentence in comparison.left_out(picked):
        st.text(sentence)
    return comparison.english(picked)

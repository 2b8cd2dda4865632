"""Choosing the event and its articles; the same strip stands on top of every page."""

import streamlit as st

from analysis import comparison, tables
from analysis.model import Article
from ui import literal
from ui.cache import scores
from ui.state import blind, events, widgets
from ui.widgets import guide

COVERED = (
    "You are reading blind: outlets, authors and addresses are hidden, the articles stand in a shuffled order, and in "
    "each text the names of its own outlet and author are covered with ▇. Judge first on the page “Judge”; switch this "
    "off to reveal them."
)


def show(*, several: bool = True, english: bool = False) -> tuple[Article, ...]:
    """Let the user choose; the chosen articles as they were read, in the order of the event.

    english: leave out those in other languages, and say so.
    """
    here = events.here()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _pick_event()
        _hide_outlets()
    st.html(f'<p class="px-lede">{literal.in_html(here.summary)}</p>')
    guide.start("New here? Two minutes through this case", here.id)
    if blind.is_on():
        st.html(f'<p class="px-note">{COVERED}</p>')
    blind.remember(here.id)
    articles = scores.on_screen()
    if not articles:
        st.info("No articles yet. Open the page “Articles” and paste or upload the first one.")
    elif several:
        _pick_articles(articles)
    picked = tuple(article for article in articles if article.id in events.chosen())
    if not english:
        return picked
    for sentence in comparison.left_out(picked):
        st.text(sentence)
    return comparison.english(picked)


def _pick_event() -> None:
    known = events.known()
    widgets.follow("event_picker", events.here().id)
    st.selectbox(
        "Event",
        list(known),
        format_func=lambda name: known[name].title,
        key="event_picker",
        on_change=lambda: events.open_event(st.session_state["event_picker"]),
    )


def _hide_outlets() -> None:
    widgets.follow("blind_switch", blind.is_on())
    st.toggle(
        "Hide the outlets",
        key="blind_switch",
        help="Read and judge before you know who wrote it; switch it off to reveal the outlets.",
        on_change=lambda: events.hide_outlets(st.session_state["blind_switch"]),
    )


def _pick_articles(articles: tuple[Article, ...]) -> None:
    names = tables.names(articles)
    key = f"pills_{events.here().id}_{len(articles)}_{blind.is_on()}"
    widgets.follow(key, list(events.chosen()))
    st.pills(
        "Articles compared",
        list(names),
        selection_mode="multi",
        format_func=lambda name: literal.in_markdown(names[name]),
        key=key,
        on_change=lambda: events.choose(st.session_state[key]),
    )

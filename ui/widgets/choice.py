"""Choosing the event and its articles; the same strip stands on top of every page."""

import streamlit as st

from analysis import comparison, tables
from analysis.model import Article
from ui import literal
from ui.cache import scores
from ui.state import address, blind, classroom, events, widgets
from ui.widgets import guide

ARTICLES = "articles"  # the page where articles are put in
COVERED = (
    "You are reading blind: outlets, authors and addresses are hidden, the articles stand in a shuffled order, and in "
    "each text the names of the outlets compared and of its own author are covered with ▇. Judge first on the page "
    "“Judge”, which also says what cannot be hidden; switch this off to reveal them."
)


def show(*, several: bool = True, english: bool = False) -> tuple[Article, ...]:
    """Let the user choose; the chosen articles as they were read, in the order of the event.

    english: leave out those in other languages, and say so.
    """
    here = events.here()
    with st.container(horizontal=True, vertical_alignment="bottom", key="choice"):
        _pick_event()
        _hide_outlets()
    st.html(f'<p class="px-lede">{literal.in_html(here.summary)}</p>')
    with st.container(key="new_here"):
        guide.start("New here? Two minutes through this case", here.id)
    if blind.is_on():
        st.html(f'<p class="px-note">{COVERED}</p>')
    blind.remember(here.id)
    articles = scores.on_screen()
    if not articles:
        _ask_for_articles()
    elif several:
        _pick_articles(articles)
    picked = tuple(article for article in articles if article.id in events.chosen())
    if articles and not picked:
        st.info("No article is chosen. Press the names above, or take all of them.")
        st.button("Take all articles", on_click=events.choose, args=(events.ids_here(),))
    return _english(picked) if english else picked


def _english(picked: tuple[Article, ...]) -> tuple[Article, ...]:
    """Those of `picked` that can be compared; what is left out is said."""
    for sentence in comparison.left_out(picked):
        st.text(sentence)
    left = comparison.english(picked)
    if picked and not left:
        st.info("Nothing is left to count here. “Read”, “Judge”, “Frames” and “Outlets” work in every language.")
    return left


def _ask_for_articles() -> None:
    if address.page() == ARTICLES:
        st.info("No articles yet. Paste, upload or fetch the first one below; two make a comparison.")
        return
    st.info("No articles yet. Put in two or more about one event, or choose a teaching case above.")
    _link_to_articles("Put in articles")


def _link_to_articles(label: str) -> None:
    st.page_link(f"ui/pages/{ARTICLES}.py", label=label, query_params=classroom.address_without_keys())


def _pick_event() -> None:
    known = events.known()
    told = widgets.follow("event_picker", events.here().id)
    st.selectbox(
        "Event",
        list(known),
        index=list(known).index(told) if told else 0,
        format_func=lambda name: known[name].title,
        key="event_picker",
        on_change=lambda: events.open_event(st.session_state["event_picker"]),
    )


def _hide_outlets() -> None:
    st.toggle(
        "Hide the outlets",
        bool(widgets.follow("blind_switch", blind.is_on())),
        key="blind_switch",
        help="Read and judge before you know who wrote it; switch it off to reveal the outlets.",
        on_change=lambda: events.hide_outlets(st.session_state["blind_switch"]),
    )


def _pick_articles(articles: tuple[Article, ...]) -> None:
    names = tables.names(articles)
    key = f"pills_{events.here().id}_{len(articles)}_{blind.is_on()}"
    st.pills(
        "Articles compared",
        list(names),
        selection_mode="multi",
        default=widgets.follow(key, list(events.chosen())),
        format_func=lambda name: literal.in_markdown(names[name]),
        key=key,
        on_change=lambda: events.choose(st.session_state[key]),
    )
    if len(articles) == 1:
        _link_to_articles("Put in a second article to compare")

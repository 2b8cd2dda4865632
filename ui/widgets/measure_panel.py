"""One measure closely: how to read it, its chart, what it misses, how accurate it is, and every passage counted."""

import streamlit as st

from analysis import blind, comparison, measures
from analysis.model import Article
from ui import literal
from ui.cache import scores, sides
from ui.widgets import accuracy
from ui.widgets.chart import show_chart
from ui.widgets.manual import glossary

AIMS = (
    "article",
    "words",
    "aimed at",
    "side",
    "scare quotes",
    "of these guessed",
)  # the words first: a phone shows two


def show(measure: str, articles: tuple[Article, ...]) -> None:
    """One measure: how to read it, its chart, what it misses, its evidence."""
    notes = measures.notes(measure)
    st.header(notes["Title"], anchor=measure)
    st.html(f'<p class="px-lede"><b>Read as:</b> {literal.in_html(notes["Read as"])}</p>')
    if measure in blind.ABOUT_OUTLETS and blind.is_masked(articles[0]):
        st.info("Hidden until you reveal the outlets: this measure rests on who publishes and who signs.")
        return
    show_chart(scores.figure(measure, articles), f"{notes['Title']}, one row per article", key=measure)
    st.html(f'<p class="px-note"><b>What it misses:</b> {literal.in_html(notes["Misses"])}</p>')
    if measure == "sentiment":
        _tone(comparison.english(articles))
    if measure == "scare_quotes":
        _aims(comparison.english(articles))
    accuracy.show(measure)
    glossary.link(measure)
    with st.expander("Every passage that was counted", key=f"rows_{measure}", on_change="rerun") as section:
        if section.open:
            table = scores.evidence(articles)
            columns = ["outlet", "kind", "label", "text", "note", "start", "end"]
            st.dataframe(table.loc[table["measure"] == measure, columns], hide_index=True)


def _tone(articles: tuple[Article, ...]) -> None:
    """Every sentence in order, and what may be said of the difference between two articles."""
    st.html('<p class="px-note">The same sentences in reading order; point at a cell, or tap it, to read it.</p>')
    show_chart(scores.strip(articles), "Each sentence in order: positive, negative or neither", key="strip")
    with st.expander("What may be said of the difference between two articles"):
        st.dataframe(scores.tone_differences(articles), hide_index=True)


def _aims(articles: tuple[Article, ...]) -> None:
    """Whom the scare quotes are aimed at, article by article."""
    notes = comparison.notes("scare_aims")
    st.html(f'<p class="px-lede"><b>{literal.in_html(notes["Title"])}.</b> {literal.in_html(notes["Read as"])}</p>')
    table = sides.aims(articles)
    if table.empty:
        st.text("No scare quote was found in these articles.")
    else:
        st.dataframe(table, hide_index=True, column_order=AIMS)
    st.html(f'<p class="px-note"><b>What it misses:</b> {literal.in_html(notes["Misses"])}</p>')
    st.text("Confirm or change the class of each span on the page “Read”, under “Not right? Correct it”.")

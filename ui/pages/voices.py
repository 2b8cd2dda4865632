"""Whose words: who holds the floor, the sides and how the articles share it out over them."""

import streamlit as st

from analysis import tables
from analysis.model import Article
from ui.cache import sides
from ui.widgets import balance, choice, side_editor
from ui.widgets.chart import show_chart


def show_voices(articles: tuple[Article, ...]) -> None:
    """Which names are one voice, and why; and who is heard only through somebody else."""
    names = tables.names(articles)
    across, within, relayed = (
        table.replace({"article": names}) for table in (tables.voices(articles), *sides.joined(articles))
    )
    st.text("The same voice in several articles, with the reason for each joining.")
    st.dataframe(across, hide_index=True)
    with st.expander("Inside each article: every name, title and pronoun that was joined, and why"):
        st.dataframe(within, hide_index=True)
    st.subheader("Heard only through others")
    if relayed.empty:
        st.text("Nobody is quoted inside somebody else’s words.")
    else:
        st.text("Their words count for the voice that tells them.")
        st.dataframe(relayed, hide_index=True)


st.title("Whose words?")
articles = choice.show(english=True)
if articles:
    st.header("Who holds the floor")
    show_chart(sides.the_floor(articles), "Who speaks where, from first to last line", key="floor")
    st.header("Sides")
    placed = side_editor.show(sides.suggested(articles))
    if placed.sides:
        balance.show(articles, placed)
        st.header("Verbs of saying, by side")
        show_chart(sides.verbs(articles, placed), "Classes of verbs of saying by article and side", key="verbs")
    st.header("One voice, several names")
    show_voices(articles)

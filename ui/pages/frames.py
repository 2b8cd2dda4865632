"""Generic frames: twenty questions a reader answers for each article, and the answers side by side."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.comparison import frames
from analysis.model import Article
from ui import literal
from ui.cache import sides
from ui.state import blind, edits, events
from ui.widgets import choice, download, frame_form, reader
from ui.widgets.chart import show_chart

WHAT = (
    "A frame is what a story is told as: a conflict, a matter of money, somebody’s fate. You answer, not the machine."
)


def show_answers(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The answers as a chart, with when they were given, as a table and as a file."""
    answers = edits.frame_answers()
    alt = "How many questions on each frame were answered yes, one row per article"
    show_chart(sides.frame_shares(articles, answers), alt, key="frames")
    given = tuple(frames.given(articles, answers, edits.frames_given()))
    frame_form.when(given, names)
    with st.expander("As a table"):
        st.dataframe(tables.frame_shares(articles, answers).drop(columns=["event", "article"]), hide_index=True)
    download.table("Download every answer (CSV)", tables.frame_answers(articles, given), "frames.csv")


st.title("Which frame?")
articles = choice.show()
if articles:
    notes = comparison.notes("frames")
    names = tables.names(articles)
    st.html(f'<p class="px-lede">{WHAT}</p>')
    st.html(f'<p class="px-note"><b>Read as:</b> {literal.in_html(notes["Read as"])}</p>')
    st.header("Your answers")
    picked = st.selectbox("Article", list(names), format_func=lambda name: names[name], key="frame_article")
    cues = st.toggle("Show lines with cue words (better after you have made up your mind)", key="frame_cues")
    article = next((one for one in articles if one.id == picked), articles[0])
    text, form = st.columns(2, gap="medium")
    with text, st.container(key="frame_text"):
        st.html(reader.text(article, [], name=names[article.id], colour=theme.colour(articles.index(article))))
    if cues:
        blind.remember_cues(events.here().id)
    with form:
        frame_form.show(article, cues=cues)
    st.header("Side by side")
    if any(edits.frame_answers().get(one.id) for one in articles):
        show_answers(articles, names)
    else:
        st.text("Nothing yet. Answer the questions on one of the articles; its row is drawn here.")
    st.html(f'<p class="px-note"><b>What it misses:</b> {literal.in_html(notes["Misses"])}</p>')

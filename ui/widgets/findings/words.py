"""The words that mark each article, with their contexts."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison, tables
from analysis.model import Article
from ui.cache import comparison as compared
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The chart of distinctive words, and every place of one of them."""
    passages.read_as(comparison.notes("distinctive_words"))
    found = compared.words(articles)
    if not found:
        st.info("No word is used so much more by one of these articles than by the others.")
        return
    show_chart(compared.word_figure(articles), "Words that mark each article, by z", key="words")
    picked = st.selectbox(
        "Look up a word",
        range(len(found)),
        format_func=lambda at: f"{found[at].word} ({names[found[at].article]})",
        key="distinctive_word",
    )
    passages.show(articles, names, tables.spans_by_article(found[picked].places), "labels")

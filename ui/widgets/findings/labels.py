"""The words that each article has for the same person, group or event."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import comparison
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The chart of labels, and every place of one actor's labels."""
    passages.read_as(comparison.notes("labels"))
    actors = compared.named(articles)
    if not actors:
        st.info("No actor is named by these articles in words that can be joined.")
        return
    show_chart(compared.label_figure(articles), "The labels of each actor, one column per article", key="labels")
    picked = st.selectbox("Look up an actor", range(len(actors)), format_func=lambda at: actors[at].name, key="actor")
    spans: dict[str, list[Span]] = {}
    for label in actors[picked].labels:
        spans.setdefault(label.article, []).extend(label.spans)
    ordered: dict[str, Sequence[Span]] = {one: sorted(own, key=lambda span: span.start) for one, own in spans.items()}
    passages.show(articles, names, ordered, "labels", "does not name this actor")

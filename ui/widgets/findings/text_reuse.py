"""Which articles repeat each other's words, and what follows: one source, not two."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison, tables
from analysis.comparison import reuse
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.literal import in_html
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """A sentence for each pair that shares text, the grid of all pairs, and the shared words of one pair."""
    passages.read_as(comparison.notes("reuse"))
    found = compared.reused(articles)
    if not found:
        st.info("Text reuse needs two articles.")
        return
    shared = [one for one in found if one.verdict not in (reuse.INDEPENDENT, reuse.TOO_SHORT)]
    if not shared:
        st.text("No article repeats another one’s words beyond what reporters of one event share.")
    for one in shared:
        st.html(f'<p class="px-lede">{in_html(one.wording)}</p>')
    show_chart(compared.reuse_figure(articles), "Share of text that two articles have in common", key="reuse")
    pairs = sorted((one for one in found if one.matches), key=lambda one: -(one.containment or 0))
    if pairs:
        picked = st.selectbox(
            "The shared words of",
            range(len(pairs)),
            format_func=lambda at: f"{names[pairs[at].first]} and {names[pairs[at].second]}",
            key="reuse_pair",
        )
        pair = pairs[picked]
        spans = {
            pair.first: [Span(one.first_start, one.first_end, pair.verdict) for one in pair.matches],
            pair.second: [Span(one.second_start, one.second_end, pair.verdict) for one in pair.matches],
        }
        passages.show(articles, names, spans, "reuse")
    with st.expander("As a table"):
        st.dataframe(tables.reuse_pairs(found).replace({"first": names, "second": names}), hide_index=True)

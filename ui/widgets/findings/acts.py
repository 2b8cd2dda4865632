"""The acts that several articles tell, and who is named as having done them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import comparison
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The chart of wordings, and every place of one act."""
    passages.read_as(comparison.notes("acts"))
    acts = compared.told(articles)
    if not acts:
        st.info("No act of the list is told by two of these articles.")
        return
    show_chart(compared.act_figure(articles), "How each article words the same acts", key="acts")
    picked = st.selectbox("Look up an act", range(len(acts)), format_func=lambda at: acts[at].act, key="act")
    spans: dict[str, Sequence[Span]] = {}
    for one in acts[picked].wordings:
        spans[one.article] = [*spans.get(one.article, ()), one.span]
    passages.show(articles, names, spans, "agentless", "does not tell this act")

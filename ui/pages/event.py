"""The same event, compared: what each article names, quotes, words and repeats."""

import streamlit as st

from analysis import tables
from ui import cache, state
from ui.widgets import choice
from ui.widgets.findings import actor_tone, acts, claims, labels, same_event, text_reuse, tops, versions, words

FINDINGS = {
    "What is reported": claims,
    "Names and labels": labels,
    "Tone toward actors": actor_tone,
    "Who did it": acts,
    "Quotations": versions,
    "Words": words,
    "Top and order": tops,
    "Same text": text_reuse,
}

st.title("The same event, compared")
articles = choice.show()
if len(articles) < 2:
    st.info("A comparison needs two articles. Choose them above, or add some on the page “Articles”.")
else:
    names = tables.names(articles)
    same_event.show(cache.event_match(articles), articles, names)
    picked = st.pills(
        "Compare", list(FINDINGS), default=state.finding(tuple(FINDINGS)), required=True, key="finding_pills"
    )
    state.look_into(picked)
    FINDINGS[picked].show(articles, names)

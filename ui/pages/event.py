"""The same event, compared: what each article names, quotes, words and repeats."""

import streamlit as st

from analysis import tables
from ui.cache import comparison as compared
from ui.state import view, widgets
from ui.widgets import accuracy, choice
from ui.widgets.findings import actor_tone, acts, claims, labels, same_event, text_reuse, tops, versions, words
from ui.widgets.manual import glossary

FINDINGS = {
    "claims": ("What is reported", claims),
    "labels": ("Names and labels", labels),
    "actor_tone": ("Tone toward actors", actor_tone),
    "acts": ("Who did it", acts),
    "quote_versions": ("Quotations", versions),
    "distinctive_words": ("Words", words),
    "order": ("Top and order", tops),
    "reuse": ("Same text", text_reuse),
}

st.title("The same event, compared")
articles = choice.show(english=True)
if len(articles) == 1:
    st.info("A comparison needs two articles in English. Choose a second one above, or put one in on “Articles”.")
elif articles:
    names = tables.names(articles)
    same_event.show(compared.matched(articles), articles, names)
    picked = view.finding(tuple(FINDINGS))
    st.pills(
        "Compare",
        list(FINDINGS),
        default=widgets.follow("finding_pills", picked),
        format_func=lambda name: FINDINGS[name][0],
        required=True,
        key="finding_pills",
        on_change=lambda: view.look_into(st.session_state["finding_pills"]),
    )
    FINDINGS[picked][1].show(articles, names)
    accuracy.show(picked)
    glossary.link(picked)

"""How it is counted: measures, comparisons, glossary, word lists, thresholds, limits; one part at a time."""

import streamlit as st

from analysis import __version__, lexicons
from ui.state import view, widgets
from ui.widgets.manual import glossary, lists, notes

PARTS = {
    "measures": ("Of one article", notes.show_measures),
    "comparisons": ("Of several articles", notes.show_comparisons),
    "glossary": ("Glossary", glossary.show),
    "words": ("Word lists", lists.show_words),
    "thresholds": ("Thresholds", lists.show_thresholds),
    "limits": ("Limits", notes.show_limits),
}

st.title("Methods")
part = view.part(tuple(PARTS))
st.pills(
    "Part",
    list(PARTS),
    default=widgets.follow("methods_part", part),
    format_func=lambda name: PARTS[name][0],
    required=True,
    key="methods_part",
    label_visibility="collapsed",
    on_change=lambda: view.turn_to(st.session_state["methods_part"]),
)
PARTS[part][1]()
st.caption(f"Parallax {__version__}, word lists and data {lexicons.fingerprint()}")

"""What each measure and comparison counts and what it misses, in their own words."""

from collections.abc import Mapping

import streamlit as st

from analysis import __version__, comparison, lexicons, measures
from ui.literal import in_html
from ui.widgets import accuracy

PARTS = ("Counts", "Unit", "Read as", "Misses", "Source")


def show_notes(key: str, notes: Mapping[str, str]) -> None:
    """Title, notes and accuracy of one measure or comparison."""
    st.subheader(notes["Title"], anchor=key)
    parts = "".join(f"<dt>{part}</dt><dd>{in_html(notes[part])}</dd>" for part in PARTS)
    st.html(f'<dl class="px-notes">{parts}</dl>')
    accuracy.show(key)


st.title("Methods")
st.markdown(
    "Parallax counts words and shows where they stand. It gives no verdict on truth and no overall bias score. "
    "Where something could not be counted, it says why."
)
st.header("Of one article")
for measure in measures.MEASURES:
    show_notes(measure, measures.notes(measure))
    with st.expander("Word list"):
        st.dataframe([dict(row) for row in lexicons.rows(f"lexicons/{measure}.csv")], hide_index=True)
st.header("Of several articles")
for name in comparison.COMPARISONS:
    show_notes(name, comparison.notes(name))
st.caption(f"Parallax {__version__}, word lists and data {lexicons.fingerprint()}")

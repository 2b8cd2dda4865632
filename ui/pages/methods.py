"""What each measure counts and what it misses, in the measures' own words."""

import streamlit as st

from analysis import __version__, lexicons, measures
from ui.widgets import accuracy

st.title("Methods")
st.markdown(
    "Parallax counts words and shows where they stand. It gives no verdict on truth and no overall bias score. "
    "Where something could not be counted, it says why."
)
for measure in measures.MEASURES:
    notes = measures.notes(measure)
    st.subheader(notes["Title"], anchor=measure)
    for part in ("Counts", "Unit", "Read as", "Misses", "Source"):
        st.markdown(f"**{part}**")
        st.text(notes[part])
    accuracy.show(measure)
    with st.expander("Word list"):
        st.dataframe([dict(row) for row in lexicons.rows(f"lexicons/{measure}.csv")], hide_index=True)
st.caption(f"Parallax {__version__}, word lists and data {lexicons.fingerprint()}")

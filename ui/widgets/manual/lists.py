"""Word lists and thresholds, to be searched."""

from collections.abc import Sequence

import streamlit as st

from analysis import lexicons
from analysis.lexicons import Row


def show_words() -> None:
    """One word list at a time; the search goes through all its columns."""
    names = sorted(file.stem for file in (lexicons.DATA / "lexicons").glob("*.csv"))
    name = st.selectbox("Word list", names, index=names.index("attribution_verbs"), key="methods_list")
    _show(lexicons.rows(f"lexicons/{name}.csv"), "words")


def show_thresholds() -> None:
    """Every number that decides something, with its reason."""
    _show(lexicons.rows("thresholds.csv"), "thresholds")


def _show(rows: Sequence[Row], what: str) -> None:
    wanted = (
        st.text_input("Search", key=f"search_{what}", placeholder="part of a word, a class, a source").strip().lower()
    )
    found = [dict(row) for row in rows if not wanted or any(wanted in cell.lower() for cell in row.values())]
    st.text(f"{len(found)} of {len(rows)} rows.")
    if found:
        st.dataframe(found, hide_index=True, alt=f"The {what} found")

"""Word lists and thresholds, to be searched."""

from collections.abc import Sequence

import streamlit as st

from analysis import comparison, lexicons, measures
from analysis.lexicons import Row
from ui.literal import in_html
from ui.widgets.manual import notes

HOW = (
    "Class: what a term is counted as. Source: “ours”, or the study it is from. Columns behind say when it counts "
    "(forms, what must or must not stand beside it) and what a reader is told; data/README.md explains each."
)


def show_words() -> None:
    """One word list at a time; the search goes through all its columns."""
    names = {file.stem: _title(file.stem) for file in (lexicons.DATA / "lexicons").glob("*.csv")}
    ordered = sorted(names, key=lambda name: names[name].lower())
    first = ordered.index("attribution_verbs")
    name = st.selectbox("Word list", ordered, index=first, format_func=names.__getitem__, key="methods_list")
    st.caption(HOW)
    if found := _search(lexicons.rows(f"lexicons/{name}.csv"), "words"):
        st.dataframe([dict(row) for row in found], hide_index=True, alt="The words found")


def show_thresholds() -> None:
    """Every number that decides something, with its reason."""
    found = _search(lexicons.rows("thresholds.csv"), "thresholds")
    rows = "".join(
        f"<dt>{in_html(_spaced(row['name']))}</dt>"
        f"<dd><b>{in_html(row['value'])} {in_html(row['unit'])}</b>: {in_html(row['why'])}</dd>"
        for row in found
    )
    if rows:
        st.html(f'<dl class="px-notes px-wide">{rows}</dl>')


def _title(name: str) -> str:
    """A word list by the title of the measure or comparison that it is for; the others by what they hold."""
    if name in measures.MEASURES:
        return notes.short(measures.notes(name))
    return notes.short(comparison.notes(name)) if name in comparison.COMPARISONS else _spaced(name)


def _spaced(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _search(rows: Sequence[Row], what: str) -> list[Row]:
    """Those of `rows` with what the reader looks for in any column."""
    wanted = (
        st.text_input("Search", key=f"search_{what}", placeholder="part of a word, a class, a source").strip().lower()
    )
    found = [row for row in rows if not wanted or any(wanted in cell.lower() for cell in row.values())]
    st.text(f"{len(found)} of {len(rows)} rows.")
    return found

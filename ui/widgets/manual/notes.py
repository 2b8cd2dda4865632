"""What measures and comparisons count, how they compute it and what they miss."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison, lexicons, measures
from ui.literal import in_html
from ui.widgets import accuracy

PARTS = ("Counts", "Unit", "Read as", "Misses", "Source")
NAMES = {"Misses": "What it does not tell"}


def show_measures() -> None:
    """Every measure of one article."""
    _show({name: measures.notes(name) for name in measures.MEASURES}, "Measure")


def show_comparisons() -> None:
    """Everything that is found in several articles."""
    _show({name: comparison.notes(name) for name in comparison.COMPARISONS}, "Comparison")


def show_limits() -> None:
    """What none of the numbers tells, in one list."""
    every = [measures.notes(name) for name in measures.MEASURES]
    every += [comparison.notes(name) for name in comparison.COMPARISONS]
    rows = "".join(f"<dt>{in_html(short(notes))}</dt><dd>{in_html(notes['Misses'])}</dd>" for notes in every)
    st.html(
        '<p class="px-lede">Parallax gives no verdict on truth, no overall bias score and no place on a line from left '
        "to right. It counts words and shows where they stand; what they are worth is yours to judge.</p>"
    )
    st.header("What each of them does not tell")
    st.html(f'<dl class="px-notes px-wide">{rows}</dl>')


def _show(notes: Mapping[str, Mapping[str, str]], label: str) -> None:
    """One of them in full, picked from all."""
    picked = st.selectbox(label, list(notes), format_func=lambda name: short(notes[name]), key=f"methods_{label}")
    found = notes[picked]
    st.header(short(found), anchor=picked)
    parts = [(NAMES.get(part, part), [found[part]]) for part in PARTS]
    parts.insert(3, ("Formulas", _formulas(picked)))
    rows = "".join(f"<dt>{title}</dt><dd>{'<br>'.join(map(in_html, told))}</dd>" for title, told in parts if told)
    st.html(f'<dl class="px-notes">{rows}</dl>')
    accuracy.show(picked)


def _formulas(key: str) -> list[str]:
    rows = [row for row in lexicons.rows("formulas.csv") if row["key"] == key]
    return [f"{row['what']} = {row['formula']} ({row['source']})" for row in rows]


def short(notes: Mapping[str, str]) -> str:
    """The title without what explains it."""
    return notes["Title"].split(": ")[0].rstrip(".")

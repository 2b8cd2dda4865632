"""Why a number is what it is: the number, how it was counted, and the words it was counted from."""

from collections.abc import Mapping

import streamlit as st

from analysis.model import Article, Result, Span, Value
from ui import literal
from ui.widgets import reader, score_table
from ui.widgets.reader import Layer

LISTED = 60  # passages listed at once; the text above shows all of them


@st.dialog("Why this number?", width="medium")
def show(
    article: Article, result: Result, row: Mapping[str, str], notes: Mapping[str, str], *, name: str, colour: str
) -> None:
    """Open the evidence behind the cell of `row` (as in data/overview.csv); `name`: what the table calls `article`."""
    value = next((value for value in result.values if value.part == row["part"]), None)
    st.html(
        f'<div class="px-head" style="--article:{colour}"><b>{literal.in_html(row["title"])}</b>'
        f"<span>{literal.in_html(name)}</span></div>"
    )
    _number(value, row, result.missing)
    st.caption(f"Counts: {notes['Counts']}")
    spans = result.evidence(value) if value else ()
    if spans:
        _passages(article, result.measure, spans, name, colour)
    else:
        st.info("No passage of the text was counted for this number.")
    st.caption(f"What it misses: {notes['Misses']}")


def _number(value: Value | None, row: Mapping[str, str], reason: str) -> None:
    """The number as its cell shows it, with its unit, its interval and what it was taken of; or why there is none."""
    if value is None or value.number is None:
        st.warning(value.missing if value else reason or "This part was not counted for this article.")
        return
    unit = value.unit if row["scale_high"] else literal.one_or_many(value.number, value.unit)
    whose = ", ".join(value.labels or ()) if row["part"] == score_table.LARGEST else ""
    parts = [f"{unit}: {whose}" if whose else unit]
    if value.low is not None and value.high is not None:
        low, high = score_table.number(row, value.low), score_table.number(row, value.high)
        parts.append(f"95 % interval or band {low} to {high}")
    if row["n_of"]:
        parts.append(f"n = {value.n} {literal.one_or_many(value.n, row['n_of'])}")
    shown = score_table.number(row, value.number)
    st.html(f'<div><span class="px-number">{shown}</span> {literal.in_html(" · ".join(parts))}</div>')


def _passages(article: Article, measure: str, spans: tuple[Span, ...], name: str, colour: str) -> None:
    passages = "1 passage" if len(spans) == 1 else f"{len(spans)} passages"
    st.markdown(f"**{passages}, highlighted in the text**")
    with st.container(height=340, border=True):
        st.html(reader.text(article, [Layer(measure, spans, named=True)], name=name, colour=colour))
    with st.expander("One by one, with the reason for each"):
        for span in spans[:LISTED]:
            note = literal.in_html(" · ".join(filter(None, (span.kind, span.label, span.note))))
            st.html(reader.passage(article, span, measure) + f"<small>{note}</small>")
        if len(spans) > LISTED:
            st.caption(f"The first {LISTED} of {len(spans)} are listed; all are highlighted above.")

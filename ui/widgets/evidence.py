"""Why a number is what it is: the number, how it was counted, and the words it was counted from."""

from collections.abc import Mapping

import streamlit as st

from analysis.model import Article, Result, Span, Value
from ui import literal
from ui.widgets import reader
from ui.widgets.reader import Layer

LISTED = 60  # passages listed at once; the text above shows all of them


@st.dialog("Why this number?", width="medium")
def show(
    article: Article, result: Result, part: str, notes: Mapping[str, str], *, name: str, title: str, colour: str
) -> None:
    """Open the evidence behind `part` of `result`; `title` and `name` are what the table calls part and article."""
    value = next((value for value in result.values if value.part == part), None)
    st.html(
        f'<div class="px-head" style="--article:{colour}"><b>{literal.in_html(title)}</b>'
        f"<span>{literal.in_html(name)}</span></div>"
    )
    _number(value, result.missing)
    st.caption(f"Counts: {notes['Counts']}")
    spans = result.evidence(value) if value else ()
    if spans:
        _passages(article, result.measure, spans, name, colour)
    else:
        st.info("No passage of the text was counted for this number.")
    st.caption(f"What it misses: {notes['Misses']}")


def _number(value: Value | None, reason: str) -> None:
    if value is None or value.number is None:
        st.warning(value.missing if value else reason or "This part was not counted for this article.")
        return
    span = "" if value.low is None else f" · 95 % interval or band {value.low:.4g} to {value.high:.4g}"
    base = "" if value.n == value.number else f" · n = {value.n}"
    st.html(f'<div><span class="px-number">{value.number:.4g}</span> {literal.in_html(value.unit)}{span}{base}</div>')


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

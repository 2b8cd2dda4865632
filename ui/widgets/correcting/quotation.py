"""Who says a quotation; one that was missed; one that is none."""

import streamlit as st

from analysis import corrections
from analysis.model import Article, Span
from ui import literal
from ui.state import edits
from ui.widgets.correcting import passage

NOBODY = "nobody named"
KINDS = {"in quotation marks": "direct", "reported, without marks": "indirect"}


def choose(article: Article, quotations: tuple[Span, ...]) -> None:
    """Pick a quotation that was found, and put it right."""
    if not quotations:
        st.text("No quotation was found in this article.")
        return
    by_place = {f"{span.start} {span.end}": span for span in quotations}
    place = st.selectbox(
        "Quotation",
        list(by_place),
        format_func=lambda place: passage.short(article, by_place[place]),
        key=f"quotation_{article.id}",
    )
    one(article, by_place[place], quotations)


def one(article: Article, span: Span, quotations: tuple[Span, ...]) -> None:
    """Another speaker for the quotation `span`, or: this is none. The voices of `quotations` can be chosen."""
    voices = list(dict.fromkeys([span.label, *(other.label for other in quotations)]))
    key = f"speaker_{article.id}_{span.start}_{span.end}_{span.label}"
    st.selectbox(
        "Who says it? Choose a voice, or type a name",
        voices,
        format_func=lambda voice: voice or NOBODY,
        accept_new_options=True,
        key=key,
    )
    st.caption(literal.in_markdown(span.note))
    with st.container(horizontal=True):
        st.button("Set this speaker", type="primary", key=f"set_{key}", on_click=_set, args=(article, span, key))
        st.button("This is no quotation", key=f"none_{key}", on_click=_take_out, args=(article, span))


def missed(article: Article, quotations: tuple[Span, ...]) -> None:
    """A quotation that was missed: its exact words, its kind and who says it."""
    voices = list(dict.fromkeys(other.label for other in quotations if other.label))
    key = f"missed_{article.id}"
    with st.form(key, border=False, enter_to_submit=False):
        st.text_area(passage.ASKED, height=80, key=f"{key}_words")
        st.selectbox("It stands", list(KINDS), key=f"{key}_kind")
        st.selectbox("Who says it?", voices, index=None, accept_new_options=True, key=f"{key}_speaker")
        st.form_submit_button("Add it", type="primary", on_click=_add, args=(article, key))
    passage.complain(key)


def _set(article: Article, span: Span, key: str) -> None:
    if speaker := st.session_state[key]:
        edits.correct(article.id, corrections.make(article, "speaker", span.start, span.end, span.label, speaker))


def _take_out(article: Article, span: Span) -> None:
    edits.correct(article.id, corrections.make(article, "quotation", span.start, span.end, span.kind, ""))


def _add(article: Article, key: str) -> None:
    place = passage.typed(article, key)
    if place is None:
        return
    kind, speaker = KINDS[st.session_state[f"{key}_kind"]], st.session_state[f"{key}_speaker"]
    named = [corrections.make(article, "speaker", *place, "", speaker)] if speaker else []
    edits.correct(article.id, corrections.make(article, "quotation", *place, "", kind), *named)

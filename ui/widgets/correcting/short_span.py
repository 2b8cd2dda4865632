"""The class of a short quoted span; one that was missed; one that is none."""

import streamlit as st

from analysis import corrections, lexicons, measures
from analysis.measures.scare_quotes import AIM, CLASS, CLASSES, SCARE, classify
from analysis.model import Article, Span
from ui import literal
from ui.cache import scores
from ui.state import edits
from ui.widgets import reader
from ui.widgets.correcting import passage


def choose(article: Article, short: tuple[Span, ...]) -> None:
    """Every short quoted span with its class, and a form for one that was missed."""
    judged = [span for span in short if span.kind in CLASSES]
    if not judged:
        st.text("No short quoted span was found in this article.")
    explain()
    for span in judged:
        st.html(reader.passage(article, span, "scare_quotes") + f"<small>{literal.in_html(span.note)}</small>")
        one(article, span)
    st.markdown("**One that was missed**")
    _missed(article)


def explain() -> None:
    """What the classes mean."""
    classes, _, _ = measures.notes("scare_quotes")["Counts"].partition(". ")
    st.caption(literal.in_markdown(f"{classes}."))


def one(article: Article, span: Span) -> None:
    """Confirm or change the class of `span`, or take it out."""
    key = f"class_{article.id}_{span.start}_{span.kind}"
    st.segmented_control(
        "Class",
        CLASSES,
        default=span.kind,
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=_set_picked,
        args=(article, span, key),
    )
    with st.container(horizontal=True):
        st.button("Confirm", key=f"confirm_{key}", on_click=_set, args=(article, span, span.kind))
        st.button("No such span", key=f"none_{key}", on_click=_set, args=(article, span, ""))
    if span.kind == SCARE:
        _aim(article, span)


def _aim(article: Article, span: Span) -> None:
    """The actor that a scare quote is aimed at."""
    short = next((one for one in classify(article) if (one.start, one.end) == (span.start, span.end)), None)
    if short is None or short.aim is None:
        return
    key = f"aim_{article.id}_{span.start}_{short.aim.actor}"
    quoted = (one.label for one in scores.results(article)["quoted_voices"].spans if one.label)
    st.selectbox(
        "Aimed at (choose a voice, or type a name)",
        list(dict.fromkeys([short.aim.actor, *quoted])),
        accept_new_options=True,
        key=key,
        on_change=_set_aim,
        args=(article, span, short.aim.actor, key),
    )


def _set_aim(article: Article, span: Span, was: str, key: str) -> None:
    if actor := st.session_state[key]:
        edits.correct(article.id, corrections.make(article, AIM, span.start, span.end, was, actor))


def _set_picked(article: Article, span: Span, key: str) -> None:
    _set(article, span, st.session_state[key])


def _set(article: Article, span: Span, cls: str) -> None:
    edits.correct(article.id, corrections.make(article, CLASS, span.start, span.end, span.kind, cls))


def _missed(article: Article) -> None:
    """A short quoted span that was missed: its exact words and its class."""
    key = f"missed_span_{article.id}"
    with st.form(key, border=False, enter_to_submit=False):
        st.text_input(f"{passage.ASKED}, without the marks", key=f"{key}_words")
        st.selectbox("Its class", CLASSES, key=f"{key}_class")
        st.form_submit_button("Add this span", type="primary", on_click=_add, args=(article, key))
    passage.complain(key)


def _add(article: Article, key: str) -> None:
    longest = int(lexicons.threshold("short_quotation"))
    if len(st.session_state[f"{key}_words"].split()) > longest:
        passage.refuse(key, f"A short span has up to {longest} words; add longer ones as quotations.")
        return
    place = passage.typed(article, key)
    if place is not None:
        edits.correct(article.id, corrections.make(article, CLASS, *place, "", st.session_state[f"{key}_class"]))

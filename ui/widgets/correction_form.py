"""Put right what was found in one article; every correction can be taken back, and the automatic result stays."""

import streamlit as st

from analysis.measures.scare_quotes import CLASSES
from analysis.model import Article, Correction, Span
from ui import literal
from ui.state import edits
from ui.widgets import reader

NOBODY = "nobody named"
LONGEST = 90  # characters of a passage in a list
KINDS = {"in quotation marks": "direct", "reported, without marks": "indirect"}


def show(article: Article, quotations: tuple[Span, ...], short: tuple[Span, ...]) -> None:
    """The forms for `article`; `quotations` and `short` are the spans of quoted voices and of scare quotes.

    Both as they now count, with the corrections so far.
    """
    voices = list(dict.fromkeys(span.label for span in quotations))
    change, add, judge, list_of = st.tabs(
        ["Put a quotation right", "Add one that was missed", "Short quoted spans", "What you changed"]
    )
    with change:
        _change(article, quotations, voices)
    with judge:
        _judge(article, short)
    with add:
        _add(article, voices)
    with list_of:
        _listed(article)


def _change(article: Article, quotations: tuple[Span, ...], voices: list[str]) -> None:
    """Another speaker for a quotation that was found, or: this is none."""
    if not quotations:
        st.text("No quotation was found in this article.")
        return
    position = st.selectbox(
        "Quotation",
        range(len(quotations)),
        format_func=lambda at: _short(article, quotations[at]),
        key=f"quotation_{article.id}",
    )
    span = quotations[position]
    speaker = st.selectbox(
        "Who says it? Choose a voice, or type a name",
        voices,
        index=voices.index(span.label),
        accept_new_options=True,
        key=f"speaker_{article.id}_{span.start}_{span.label}",
    )
    st.caption(span.note)
    keep, remove = st.columns(2)
    if keep.button("Set this speaker", type="primary", key=f"set_{article.id}") and speaker:
        edits.correct(article.id, Correction("speaker", span.start, span.end, span.label, speaker))
        st.rerun()
    if remove.button("This is no quotation", key=f"none_{article.id}"):
        edits.correct(article.id, Correction("quotation", span.start, span.end, span.kind, ""))
        st.rerun()


def _judge(article: Article, short: tuple[Span, ...]) -> None:
    """Confirm or change the class of every short quoted span."""
    judged = [span for span in short if span.kind in CLASSES]
    if not judged:
        st.text("No short quoted span was found in this article.")
    for span in judged:
        st.html(reader.passage(article, span, "scare_quotes") + f"<small>{literal.in_html(span.note)}</small>")
        key = f"class_{article.id}_{span.start}_{span.kind}"
        wish = st.segmented_control("Class", CLASSES, default=span.kind, key=key, label_visibility="collapsed")
        if wish and wish != span.kind:
            edits.correct(article.id, Correction("class", span.start, span.end, span.kind, wish))
            st.rerun()
        if st.button("Confirm", key=f"confirm_{key}"):
            edits.correct(article.id, Correction("class", span.start, span.end, span.kind, span.kind))
            st.rerun()


def _add(article: Article, voices: list[str]) -> None:
    """A quotation that was missed: its exact words, its kind and who says it."""
    with st.form(f"missed_{article.id}", border=False, enter_to_submit=False):
        words = st.text_area("Its words, exactly as printed (copy them from the text)", height=80)
        kind = st.selectbox("It stands", list(KINDS))
        speaker = st.selectbox("Who says it?", voices, index=None, accept_new_options=True)
        if st.form_submit_button("Add it", type="primary"):
            start = article.body.find(words.strip()) if words.strip() else -1
            if start < 0:
                st.error("These words do not stand in the article. Copy them from the text, from first to last.")
                return
            where = start, start + len(words.strip())
            named = [Correction("speaker", *where, "", speaker)] if speaker else []
            edits.correct(article.id, Correction("quotation", *where, "", KINDS[kind]), *named)
            st.rerun()


def _listed(article: Article) -> None:
    """Every correction with the automatic value beside it, and a way back."""
    if not article.corrections:
        st.text("Nothing yet.")
    for number, one in enumerate(article.corrections):
        words = article.body[one.start : one.end]
        passage = f"“{words[:LONGEST]}{'…' if len(words) > LONGEST else ''}”"
        change = (
            f"{one.was} confirmed" if one.was == one.now else f"{one.was or 'not found'} → {one.now or 'taken out'}"
        )
        st.text(f"{one.subject}: {change}\n{passage}")
        if st.button("Undo", key=f"undo_{article.id}_{number}"):
            edits.undo(article.id, one)
            st.rerun()


def _short(article: Article, span: Span) -> str:
    words = " ".join(article.body[span.start : span.end].split())
    return literal.in_markdown(f"{span.label or NOBODY}: {words[:LONGEST]}{'…' if len(words) > LONGEST else ''}")

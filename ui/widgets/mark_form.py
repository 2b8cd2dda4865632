"""Words that a person selected in a text, and what they should have been taken for."""

import streamlit as st

from analysis import corrections
from analysis.measures.scare_quotes import CLASS, CLASSES
from analysis.model import Article
from ui import literal
from ui.state import edits

QUOTATION, SPEAKER = "quotation", "speaker"  # subjects of corrections
MARKS = "\"“”„«»‘’'"
SHORT = {f"a short quoted span: {name}": name for name in CLASSES}
SPOKEN = {"a quotation, in quotation marks": "direct", "reported speech, without marks": "indirect"}


@st.dialog("Mark as …", width="medium", on_dismiss="rerun")
def show(article: Article, start: int, end: int, voices: list[str]) -> None:
    """Let the person say what `body[start:end]` is; `voices` are those that speak in the article."""
    start, end = trimmed(article.body, start, end)
    st.html(f'<div class="px-passage"><mark class="px-claims">{literal.in_html(article.body[start:end])}</mark></div>')
    is_quoted = article.body[:start].endswith(tuple(MARKS)) or article.body[end:].startswith(tuple(MARKS))
    taken = st.selectbox("It is", [*SPOKEN, *SHORT], index=0 if is_quoted else 1, key="mark_as")
    if taken in SPOKEN:
        speaker = st.selectbox("Who says it?", voices, index=None, accept_new_options=True, key="mark_speaker")
        changes = {QUOTATION: SPOKEN[taken], **({SPEAKER: speaker} if speaker else {})}
    else:
        changes = {CLASS: SHORT[taken]}
    made = [corrections.make(article, subject, start, end, "", now) for subject, now in changes.items()]
    if st.button("Add it", type="primary", on_click=edits.correct, args=(article.id, *made)):
        st.rerun()


def trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    """The selection without the spaces and quotation marks at its ends, which belong to no span; never empty."""
    kept = body[start:end].strip()
    kept = kept.strip(MARKS).strip() or kept or body[start:end]
    at = body.index(kept, start, end)
    return at, at + len(kept)

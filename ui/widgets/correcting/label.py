"""Whom the words name that were taken for a label: another actor of these articles, or nobody."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis import blind, corrections
from analysis.comparison import labels
from analysis.model import Article, Span
from ui import literal
from ui.cache import comparison as compared
from ui.cache import scores
from ui.state import edits
from ui.widgets import reader
from ui.widgets.correcting import passage

Place = tuple[Article, Span]


def places(article: Article) -> list[Place]:
    """Every label of `article`, in reading order."""
    found = (
        span
        for actor in compared.every_actor(scores.compared())
        for label in actor.labels
        if label.article == article.id
        for span in label.spans
    )
    return [(article, span) for span in sorted(found, key=lambda span: span.start)]


def choose(found: Sequence[Place], key: str, names: Mapping[str, str] | None = None) -> None:
    """Pick one of the labels `found`, and put it right. names: of their articles, where these are of one actor."""
    if not found:
        st.text("No label was found in this article.")
        return
    by_key = {f"{article.id} {span.start} {span.end}": (article, span) for article, span in found}
    article, span = by_key[
        st.selectbox("Label", list(by_key), format_func=lambda place: _told(*by_key[place], names), key=key)
    ]
    st.html(reader.passage(article, span, labels.KEY) + f"<small>{literal.in_html(span.note)}</small>")
    one(article, span)


def _told(article: Article, span: Span, names: Mapping[str, str] | None) -> str:
    """A label for the list; without its actor, because a list on screen does not follow what is put right."""
    words = passage.beside_others(article, span)
    return f"{names[article.id]}: {words}" if names else words


def one(article: Article, span: Span) -> None:
    """Another actor for the label `span`, or: it is no label of anybody."""
    known = dict.fromkeys([span.label, *(actor.name for actor in compared.every_actor(scores.compared()))])
    key = f"label_{article.id}_{span.start}_{span.end}_{span.label}"
    st.selectbox(
        "Whom or what do these words name?",
        [name for name in known if name == span.label or blind.COVER not in name],
        key=key,
    )
    with st.container(horizontal=True):
        st.button("Set this actor", type="primary", key=f"set_{key}", on_click=_set_picked, args=(article, span, key))
        st.button("This is no label", key=f"none_{key}", on_click=_set, args=(article, span, ""))


def _set_picked(article: Article, span: Span, key: str) -> None:
    _set(article, span, st.session_state[key])


def _set(article: Article, span: Span, actor: str) -> None:
    edits.correct(article.id, corrections.make(article, labels.LABEL, span.start, span.end, span.label, actor))

"""Which rules fired at one place of an article, how accurate they are, and the way to put it right."""

from collections.abc import Sequence

import streamlit as st

from analysis.comparison.sides import Sides
from analysis.model import Article, Span
from ui import layers, literal
from ui.cache import reading, scores
from ui.cache.reading import Asked
from ui.state import edits, view
from ui.widgets import accuracy, correction_form, reader

Hit = tuple[str, Span]  # layer, span


@st.dialog("What was found here, and why", width="medium", on_dismiss="rerun")
def show(article: Article, hits: Sequence[Hit], placed: Sides, asked: Asked, *, name: str) -> None:
    """Tell every rule of `hits`, the shortest span first, each with the corrections that are possible for its span."""
    if article not in scores.on_screen() or edits.claim_edits() != asked.changes:
        st.rerun()  # something was put right: back to the text, where everything is counted anew
    st.caption(literal.in_markdown(name))
    for number, (layer, span) in enumerate(sorted(hits, key=lambda hit: hit[1].end - hit[1].start)):
        with st.container(border=True):
            _rule(article, layer, span)
            if layer == layers.QUOTATIONS:
                _side(span.label, placed)
            _look_for(article, layer, span, asked)
            accuracy.show(layer)
            if layer not in correction_form.CORRECTABLE:
                st.caption(correction_form.NOTHING)
                continue
            with st.expander("Not right? Correct it", expanded=number == 0):
                correction_form.show_for(article, span, layer)


def _rule(article: Article, layer: str, span: Span) -> None:
    """The words, what they were taken for, by which measure and why."""
    kind = layers.says(layers.LAYERS[layer].one, span)
    st.html(
        f'<p class="px-lede"><b>{literal.in_html(kind[:1].upper() + kind[1:])}</b></p>'
        f"{reader.passage(article, span, layer)}"
        f'<p class="px-note">{literal.in_html(span.note)}</p>'
        f'<p class="px-note"><b>Rule:</b> {literal.in_html(layers.notes(layer)["Title"])}</p>'
    )


def _side(voice: str, placed: Sides) -> None:
    """The side of a voice, and why."""
    names = {side.id: side.name for side in placed.sides}
    for one in placed.placements:
        if one.voice == voice:
            side = names.get(one.side, layers.NO_SIDE)
            st.html(f'<p class="px-note"><b>Side:</b> {literal.in_html(side)}. {literal.in_html(one.why)}</p>')


def _look_for(article: Article, layer: str, span: Span, asked: Asked) -> None:
    """The way from here to the same voice or claim in the other articles."""
    for name, target in reading.targets_at(asked, article, layer, span).items():
        label = literal.in_markdown(f"Find in every article: {target.title}")
        if st.button(label, key=f"find_{name}", on_click=view.find, args=(name,)):
            st.rerun()

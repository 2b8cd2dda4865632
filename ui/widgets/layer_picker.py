"""What is highlighted in the texts, and what is looked for in all of them; the address keeps both."""

from collections.abc import Mapping

import streamlit as st

from analysis.model import Article
from ui import layers
from ui.cache import comparison, reading
from ui.cache.reading import Asked
from ui.state import edits, view, widgets
from ui.targets import Target
from ui.widgets.findings import claims

AT_FIRST = (layers.QUOTATIONS,)


def shown() -> tuple[str, ...]:
    """Let the reader switch the layers; those that are on, in their order."""
    known = {key: layer.title for key, layer in layers.LAYERS.items()}
    picked = view.layers(tuple(known), AT_FIRST)
    st.pills(
        "Highlights",
        list(known),
        selection_mode="multi",
        default=widgets.follow("layer_pills", [key for key in known if key in picked]),
        format_func=known.__getitem__,
        key="layer_pills",
        on_change=lambda: view.show_layers(st.session_state["layer_pills"]),
    )
    return picked


def asked(articles: tuple[Article, ...], on: tuple[str, ...]) -> Asked:
    """What the layers `on` that need several articles depend on; asks for it where they are on."""
    insist, changes = False, edits.claim_edits()
    if layers.CLAIMS in on and articles:
        insist = claims.insisted(articles)
        told = comparison.reported(articles, insist, changes)[0]
        if told.missing or told.warning:
            st.warning(told.missing or told.warning)
    return Asked(articles, _actor(articles) if layers.LABELS in on else "", insist, changes)


def _actor(articles: tuple[Article, ...]) -> str:
    """The id of the actor whose labels are highlighted."""
    known = reading.actors(articles)
    if not known:
        st.info("No actor is named by these articles in words that can be joined.")
        return ""
    picked = view.actor(tuple(known))
    told = widgets.follow("actor_picker", picked)
    st.selectbox(
        "Labels of",
        list(known),
        index=list(known).index(told) if told else 0,
        format_func=known.__getitem__,
        key="actor_picker",
        on_change=lambda: view.label_actor(st.session_state["actor_picker"]),
    )
    return picked


def target(known: Mapping[str, Target]) -> str:
    """The id of what the reader looks for in every article; "" for nothing."""
    picked = view.found(known)
    told = widgets.follow("find_picker", picked or None)
    st.selectbox(
        "Find in every article",
        list(known),
        format_func=lambda name: f"{known[name].kind.capitalize()}: {known[name].title}",
        placeholder="A voice, a claim or a quotation",
        key="find_picker",
        index=list(known).index(told) if told else None,
        on_change=lambda: view.find(st.session_state["find_picker"] or ""),
    )
    return picked

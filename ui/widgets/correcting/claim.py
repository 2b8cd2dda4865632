"""Put one claim right: a place that does not belong, one that was missed, two claims that are one, none at all."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import tables
from analysis.comparison import claim_edits
from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.measures import sentiment
from analysis.model import Article, Span
from ui.cache import comparison as compared
from ui.cache import scores
from ui.state import edits
from ui.widgets.correcting import passage

WIDTH = 640  # pixels of a choice at most; on a phone its button stands below


def at(article: Article, span: Span) -> None:
    """The forms for the claims that have `span` as a place, among the articles that are compared."""
    articles = scores.compared()
    found = compared.reported(articles, True, edits.claim_edits())[0].claims
    place = Place(article.id, span.start, span.end)
    own = [one for one in found if place in one.places]
    if not own:
        st.text("No claim has this place any more.")
        return
    picked = st.selectbox(
        "Claim", range(len(own)), format_func=lambda at: f"{own[at].kind}: {passage.cut(own[at].text)}"
    )
    show(own[picked], found, articles, tables.names(articles))


def show(claim: Claim, found: Sequence[Claim], articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The forms for `claim`, one of `found`."""
    key = f"claim_{claim.kind}_{claim.places[0].article}_{claim.places[0].start}"
    by_id = {article.id: article for article in articles}
    if len(claim.places) > 1:
        _part(claim, by_id, names, key)
    _join(claim, by_id, names, key)
    _same(claim, found, articles, key)
    st.button(
        "This is no claim", key=f"{key}_none", on_click=edits.edit_claims, args=(claim_edits.drop(claim, articles),)
    )


def _part(claim: Claim, by_id: Mapping[str, Article], names: Mapping[str, str], key: str) -> None:
    """Choose the place that does not belong."""
    with _row():
        st.selectbox(
            "A place that does not belong here",
            claim.places,
            format_func=lambda place: _named(place, by_id, names),
            key=f"{key}_place",
            width=WIDTH,
        )
        picked = f"{key}_place"
        st.button("It does not belong here", key=f"{key}_apart", on_click=_take_apart, args=(claim, by_id, picked))


def _join(claim: Claim, by_id: Mapping[str, Article], names: Mapping[str, str], key: str) -> None:
    """Choose the article and the sentence that report the claim, too."""
    others = [name for name in by_id if name not in claim.articles] or list(by_id)
    picked = st.selectbox(
        "Also reported in", others, format_func=lambda one: names[one], key=f"{key}_article", width=WIDTH
    )
    places = [Place(picked, one.start, one.end) for one in sentiment.sentences(by_id[picked])]
    sentence = f"{key}_sentence_{picked}"
    with _row():
        st.selectbox(
            "in the sentence",
            places,
            format_func=lambda place: _words(place, by_id),
            index=None,
            key=sentence,
            width=WIDTH,
        )
        st.button("It is reported there, too", key=f"{key}_join", on_click=_add, args=(claim, by_id, sentence))


def _same(claim: Claim, found: Sequence[Claim], articles: tuple[Article, ...], key: str) -> None:
    """Choose the claim that says the same."""
    others = sorted((one for one in found if one is not claim), key=lambda one: one.kind != claim.kind)
    with _row():
        st.selectbox(
            "The same as",
            others,
            format_func=lambda one: f"{one.kind}: {passage.cut(one.text)}",
            index=None,
            key=f"{key}_other",
            width=WIDTH,
        )
        st.button("They are the same", key=f"{key}_same", on_click=_merge, args=(claim, articles, f"{key}_other"))


def _row() -> DeltaGenerator:
    """A choice and its button side by side."""
    return st.container(horizontal=True, vertical_alignment="bottom")


def _take_apart(claim: Claim, by_id: Mapping[str, Article], key: str) -> None:
    edits.edit_claims(claim_edits.take_apart(claim, st.session_state[key], list(by_id.values())))


def _add(claim: Claim, by_id: Mapping[str, Article], key: str) -> None:
    if place := st.session_state[key]:
        edits.edit_claims(claim_edits.join(claim, place, list(by_id.values())))


def _merge(claim: Claim, articles: tuple[Article, ...], key: str) -> None:
    if other := st.session_state[key]:
        edits.edit_claims(claim_edits.make_same(claim, other, articles))


def _named(place: Place, by_id: Mapping[str, Article], names: Mapping[str, str]) -> str:
    return f"{names[place.article]}: {_words(place, by_id)}"


def _words(place: Place, by_id: Mapping[str, Article]) -> str:
    return passage.short(by_id[place.article], Span(place.start, place.end, ""))

"""A page with the form at one passage: that of `measure` and `kind` in the session. test_correction_form runs it."""

import streamlit as st

from analysis.model import Span
from ui.cache import comparison, scores
from ui.state import edits, events
from ui.widgets import correction_form

measure, kind = st.session_state["measure"], st.session_state["kind"]
articles = tuple(scores.article(draft) for draft in events.here().drafts)
if measure == "claims":
    found = comparison.reported(articles, True, edits.claim_edits())[0].claims
    place = next(one for one in found if one.kind == kind and len(one.places) > 1).places[0]
    article = next(one for one in articles if one.id == place.article)
    span = Span(place.start, place.end, kind)
    st.session_state["claims"] = len(found)
elif measure == "labels":
    article = articles[0]
    actor = next(one for one in comparison.named(articles) if article.id in one.articles)
    span = next(label for label in actor.labels if label.article == article.id).spans[0]
else:
    article = articles[0]
    spans = scores.results(article)[measure].spans
    span = next((one for one in spans if one.kind == kind), Span(0, 1, "nothing found"))
correction_form.show_for(article, span, measure)
st.session_state["made"] = (*scores.article(events.here().drafts[0]).corrections, *edits.claim_edits())

"""Put right what was found in one article; every correction can be taken back, and the automatic result stays."""

import streamlit as st

from analysis.model import Article, Span
from ui.cache import scores
from ui.state import events
from ui.widgets import change_list, outlet_editor
from ui.widgets.correcting import claim, label, quotation, short_span, tone

CORRECTABLE = ("quoted_voices", "scare_quotes", "sentiment", "outlet_credibility", "claims", "labels")
NOTHING = "This follows from a word list or a rule and is not corrected one by one. The page “Methods” shows both."


def show(article: Article, quotations: tuple[Span, ...], short: tuple[Span, ...]) -> None:
    """The forms for `article`; `quotations` and `short` are the spans of quoted voices and of scare quotes.

    Both as they now count, with the corrections so far.
    """
    change, add, judge, tones, named, list_of = st.tabs(
        ["Quotations", "Missed quotation", "Short quoted spans", "Tone", "Labels", "Changed"]
    )
    with change:
        quotation.choose(article, quotations)
    with add:
        quotation.missed(article, quotations)
    with judge:
        short_span.choose(article, short)
    with tones:
        tone.choose(article)
    with named:
        label.choose(label.places(article), f"label_{article.id}")
    with list_of:
        change_list.show([one for one in change_list.here() if one.article == article.id], f"undo_{article.id}")


def show_for(article: Article, span: Span, measure: str) -> None:
    """Exactly the corrections that are possible for `span`, a span of the result of `measure`."""
    if measure == "quoted_voices":
        quotation.one(article, span, scores.results(article)["quoted_voices"].spans)
    elif measure == "scare_quotes":
        short_span.explain()
        short_span.one(article, span)
    elif measure == "sentiment":
        tone.one(article, span)
    elif measure == "outlet_credibility":
        outlet_editor.pick(events.draft(article.id))
    elif measure == "labels":
        label.one(article, span)
    elif measure == "claims":
        claim.at(article, span)
    else:
        st.text(NOTHING)

"""Put right what was found in one article; every correction can be taken back, and the automatic result stays."""

import streamlit as st

from analysis.model import Article, Span
from ui.cache import scores
from ui.state import edits, events
from ui.widgets import outlet_editor
from ui.widgets.correcting import passage, quotation, short_span, tone

NOTHING = "Nothing can be corrected here: these words are counted from a list. See the page “Methods”."


def show(article: Article, quotations: tuple[Span, ...], short: tuple[Span, ...]) -> None:
    """The forms for `article`; `quotations` and `short` are the spans of quoted voices and of scare quotes.

    Both as they now count, with the corrections so far.
    """
    change, add, judge, tones, list_of = st.tabs(
        ["Put a quotation right", "Add one that was missed", "Short quoted spans", "Tone", "What you changed"]
    )
    with change:
        quotation.choose(article, quotations)
    with add:
        quotation.missed(article, quotations)
    with judge:
        short_span.choose(article, short)
    with tones:
        tone.choose(article)
    with list_of:
        _listed(article)


def show_for(article: Article, span: Span, measure: str) -> None:
    """Exactly the corrections that are possible for `span`, a span of the result of `measure`."""
    if measure == "quoted_voices":
        quotation.one(article, span, scores.results(article)["quoted_voices"].spans)
    elif measure == "scare_quotes":
        short_span.one(article, span)
    elif measure == "sentiment":
        tone.one(article, span)
    elif measure == "outlet_credibility":
        outlet_editor.pick(events.draft(article.id))
    else:
        st.text(NOTHING)


def _listed(article: Article) -> None:
    """Every correction with the automatic value beside it, and a way back."""
    if not article.corrections:
        st.text("Nothing yet.")
    for number, one in enumerate(article.corrections):
        words = article.body[one.start : one.end]
        words = f"“{words[: passage.LONGEST]}{'…' if len(words) > passage.LONGEST else ''}”"
        change = (
            f"{one.was} confirmed" if one.was == one.now else f"{one.was or 'not found'} → {one.now or 'taken out'}"
        )
        st.text(f"{one.subject}: {change}\n{words}")
        st.button("Undo", key=f"undo_{article.id}_{number}", on_click=edits.undo, args=(article.id, one))

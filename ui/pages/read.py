"""The articles side by side in full, with layers of highlights that can be switched."""

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.model import Article
from ui import literal
from ui.cache import scores
from ui.widgets import choice, correction_form, reader
from ui.widgets.reader import Layer

LAYERS = {
    "Quotations": ("quoted_voices", True),
    "Short quoted spans": ("scare_quotes", True),
    "Tone": ("sentiment", False),
    "Distancing words": ("distancing", False),
    "Words to look at": ("loaded_words", False),
    "Hedges and boosters": ("hedges_boosters", False),
    "Acts without agent": ("agentless", False),
    "Outlets named": ("outlet_credibility", True),
}
LEGEND = {
    "Quotations": [("quoted_voices", "quotation, with its speaker"), ("quoted_voices px-indirect", "reported speech")],
    "Short quoted spans": [
        ("scare_quotes px-scare", "marks that keep a distance"),
        ("scare_quotes", "other short spans"),
    ],
    "Tone": [("sentiment px-negative", "negative words"), ("sentiment px-positive", "positive words")],
    "Distancing words": [("distancing", "holds a statement at a distance")],
    "Words to look at": [("loaded_words", "carries a judgement; a plainer word opens on hover and in the evidence")],
    "Hedges and boosters": [("hedges_boosters", "weakens or strengthens a claim")],
    "Acts without agent": [("agentless", "passive or noun of an act")],
    "Outlets named": [("outlet_credibility", "publisher or credited source")],
}


def show_article(article: Article, name: str, position: int, shown: list[str]) -> None:
    """One article with its head and its highlights."""
    colour = theme.colour(position)
    facts = " · ".join(filter(None, (article.byline, article.published[:10], article.credit)))
    st.html(
        f'<div class="px-head" style="--article:{colour}"><b>{literal.in_html(name)}</b>'
        f"<span>{literal.in_html(facts) or 'no byline, no date'}</span></div>"
    )
    for sentence in comparison.left_out([article]):
        st.text(sentence)
    results = scores.results(article)
    layers = [Layer(LAYERS[key][0], results[LAYERS[key][0]].spans, LAYERS[key][1]) for key in shown]
    st.html(reader.text(article, layers, name=name, colour=colour))
    with st.expander("Not right? Correct it", key=f"correct_{article.id}", on_change="rerun") as section:
        if section.open:
            correction_form.show(article, results["quoted_voices"].spans, results["scare_quotes"].spans)


st.title("Read side by side")
articles = choice.show()
if articles:
    shown = st.pills("Highlights", list(LAYERS), selection_mode="multi", default=["Quotations"], key="layers")
    legend = [f'<span><mark class="px-{style}">{text}</mark></span>' for key in shown for style, text in LEGEND[key]]
    st.html(f'<div class="px-legend">{"".join(legend)}</div>')
    names = tables.names(articles)
    with st.grid(columns="auto", min_column_width=330, gap="medium"):
        for position, article in enumerate(articles):
            with st.container():
                show_article(article, names[article.id], position, shown)

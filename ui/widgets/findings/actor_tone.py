"""Tone toward actors: counts by actor and article, and every sentence behind them with its reason."""

from collections.abc import Mapping

import streamlit as st

from analysis import comparison
from analysis.charts import theme
from analysis.model import Article, Result
from ui.cache import comparison as compared
from ui.literal import in_html
from ui.widgets import reader
from ui.widgets.chart import show_chart
from ui.widgets.findings import passages


def show(articles: tuple[Article, ...], names: Mapping[str, str]) -> None:
    """The chart of counts, the sentences about one actor."""
    passages.read_as(comparison.notes("actor_tone"))
    results = compared.tones(articles)
    actors = list(dict.fromkeys(label for result in results for value in result.values for label in value.labels or ()))
    if actors:
        show_chart(compared.tone_figure(articles), "Sentences by tone toward each actor and article", key="actors")
        actor = st.selectbox("Read the sentences about", actors, key="tone_actor")
        for position, (article, result) in enumerate(zip(articles, results, strict=True)):
            head = f'<p class="px-who" style="--article:{theme.colour(position)}">{in_html(names[article.id])}</p>'
            st.html(head + _sentences(article, result, actor))
    else:
        st.info(results[0].missing)


def _sentences(article: Article, result: Result, actor: str) -> str:
    """The sentences of one article that name the actor, each with its tone and the reason."""
    spans = [span for span in result.spans if span.label == actor]
    if not spans:
        return '<p class="px-note">does not name this actor in its narration</p>'
    return "".join(
        f'{reader.passage(article, span, "sentiment", around=0)}<p class="px-note">{in_html(span.note)}</p>'
        for span in spans
    )

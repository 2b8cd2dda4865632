"""Every cache of the dashboard. Arguments are records; whatever is in data/ counts through its fingerprint."""

import gc

import pandas as pd
import streamlit as st

from analysis import lexicons, measures, tables
from analysis.charts import outlet_credibility, quoted_voices, readability, scare_quotes, sentiment, theme
from analysis.ingest import plain_text
from analysis.measures import readability as readability_measure
from analysis.model import Article, Result
from ui.state import Draft

Articles = tuple[Article, ...]


@st.cache_resource(show_spinner=False)
def warm_up() -> bool:
    """Load what the first article would wait for, once per server, and keep it out of garbage collections."""
    readability_measure.prime()
    gc.collect()
    gc.freeze()
    return True


def article(draft: Draft) -> Article:
    """The article that `draft` reads as."""
    return _article(draft, lexicons.fingerprint())


def results(one: Article) -> dict[str, Result]:
    """All measures of the article, by name."""
    return _results(one, lexicons.fingerprint())


def scores(articles: Articles) -> pd.DataFrame:
    """The table of scores of the articles."""
    return _scores(articles, lexicons.fingerprint())


def evidence(articles: Articles) -> pd.DataFrame:
    """The table of evidence of the articles."""
    return _evidence(articles, lexicons.fingerprint())


def figure(measure: str, articles: Articles) -> theme.Figure:
    """The chart of `measure` over the articles."""
    return _figure(measure, articles, lexicons.fingerprint())


@st.cache_data(show_spinner=False, max_entries=400)
def _article(draft: Draft, fingerprint: str) -> Article:
    return plain_text.read(
        draft.text,
        id=draft.id,
        title=draft.title,
        outlet=draft.outlet,
        url=draft.url,
        published=draft.published,
        byline=draft.byline,
        event=draft.event,
        keep=draft.keep,
    )[0]


@st.cache_data(show_spinner=False, max_entries=400)
def _results(one: Article, fingerprint: str) -> dict[str, Result]:
    return dict(measures.score(one))


@st.cache_data(show_spinner=False, max_entries=60)
def _scores(articles: Articles, fingerprint: str) -> pd.DataFrame:
    return tables.scores(articles, [result for one in articles for result in results(one).values()])


@st.cache_data(show_spinner=False, max_entries=60)
def _evidence(articles: Articles, fingerprint: str) -> pd.DataFrame:
    return tables.evidence(articles, [result for one in articles for result in results(one).values()])


@st.cache_data(show_spinner=False, max_entries=200)
def _figure(measure: str, articles: Articles, fingerprint: str) -> theme.Figure:
    names = tables.names(articles)
    table = scores(articles)
    own = table[table["measure"] == measure]
    if measure == "sentiment":
        return sentiment.figure(own, tables.sentences(articles), names)
    charts = {
        "outlet_credibility": outlet_credibility,
        "quoted_voices": quoted_voices,
        "scare_quotes": scare_quotes,
        "readability": readability,
    }
    return charts[measure].figure(own, names)

"""Articles, their scores, the evidence and the charts of one measure."""

from importlib import import_module

import pandas as pd

from analysis import blind, comparison, measures, reading, tables
from analysis.charts import outlet_credibility, sentiment, sentiment_strip, theme
from analysis.measures import outlet_credibility as outlet_credibility_measure
from analysis.model import Article, Result
from analysis.workspace import Draft
from ui.cache import Articles, kept
from ui.state import blind as hiding
from ui.state import events, publishers

problems = kept(reading.problems)


def article(draft: Draft) -> Article:
    """The article that `draft` reads as, with the reader's own outlet where its address is known."""
    return read(publishers.located(draft))


@kept
def read(draft: Draft) -> Article:
    """The article that `draft` reads as, whoever asks."""
    return draft.read()


def on_screen() -> Articles:
    """All articles of the event on screen as they were read; while outlets are hidden, without what tells them."""
    return _shown(tuple(article(draft) for draft in events.here().drafts))


def compared() -> Articles:
    """The articles on screen that are chosen and can be laid side by side."""
    picked = events.chosen()
    return comparison.english([one for one in on_screen() if one.id in picked])


@kept
def results(one: Article) -> dict[str, Result]:
    """All measures of the article, by name."""
    return blind.held_back(one, measures.score(one))


@kept
def table(articles: Articles) -> pd.DataFrame:
    """The table of scores of the articles."""
    return tables.scores(articles, [result for one in articles for result in results(one).values()])


def untouched(articles: Articles) -> Articles:
    """The same articles of the event on screen as they are read without anything that a person changed."""
    by_id = {one.id: one for one in _shown(tuple(read(draft.automatic) for draft in events.here().drafts))}
    return tuple(by_id[one.id] for one in articles)


def automatic(articles: Articles) -> pd.DataFrame | None:
    """The table of scores without anybody's corrections; None where nobody corrected anything."""
    before = untouched(articles)
    return None if before == articles else table(before)


@kept
def evidence(articles: Articles) -> pd.DataFrame:
    """The table of evidence of the articles."""
    return tables.evidence(articles, [result for one in articles for result in results(one).values()])


@kept
def figure(measure: str, articles: Articles) -> theme.Figure:
    """The chart of `measure` over the articles."""
    names = tables.names(articles)
    every = table(articles)
    own = every[every["measure"] == measure]
    if measure == "sentiment":
        return sentiment.figure(own, tables.sentences(articles), names)
    drawn: theme.Figure = import_module(f"analysis.charts.{measure}").figure(own, names)
    return drawn


@kept
def strip(articles: Articles) -> theme.Figure:
    """Every sentence of the articles in order, by word tone."""
    return sentiment_strip.figure(tables.sentences(articles), tables.names(articles))


@kept
def credibility(articles: Articles, without: frozenset[str]) -> theme.Figure:
    """The chart of accountability with the components in `without` left out."""
    found = [outlet_credibility_measure.score(one, without) for one in articles]
    return outlet_credibility.figure(tables.scores(articles, found), tables.names(articles))


@kept
def tone_differences(articles: Articles) -> pd.DataFrame:
    """What may be said of the tone of every two articles, by the names shown for them."""
    names = tables.names(articles)
    return tables.tone_differences(articles).replace({"first": names, "second": names})


_masked = kept(blind.masked)


def _shown(articles: Articles) -> Articles:
    return _masked(articles) if hiding.is_on() else articles

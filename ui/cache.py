"""Every cache of the dashboard. Arguments are records; whatever is in data/ counts through its fingerprint."""

import gc
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

import pandas as pd
import streamlit as st

from analysis import lexicons, measures, tables
from analysis.charts import actor_tone as actor_tone_chart
from analysis.charts import (
    acts,
    floor,
    frames,
    labels,
    outlet_credibility,
    sentiment,
    sentiment_strip,
    side_balance,
    theme,
    verb_classes,
)
from analysis.charts import claims as claims_chart
from analysis.charts import distinctive_words as words_chart
from analysis.charts import omissions as omissions_chart
from analysis.charts import order as order_chart
from analysis.charts import reuse as reuse_chart
from analysis.comparison import sides
from analysis.comparison.actor_tone import compare as compare_actor_tones
from analysis.comparison.acts import SharedAct
from analysis.comparison.acts import compare as compare_acts
from analysis.comparison.claims import Claim, Claims
from analysis.comparison.claims import compare as compare_claims
from analysis.comparison.distinctive_words import DistinctiveWord
from analysis.comparison.distinctive_words import compare as compare_words
from analysis.comparison.event_match import EventMatch
from analysis.comparison.event_match import compare as match_events
from analysis.comparison.headlines import Top
from analysis.comparison.headlines import compare as compare_tops
from analysis.comparison.labels import Actor
from analysis.comparison.labels import compare as compare_labels
from analysis.comparison.omissions import Omissions
from analysis.comparison.omissions import compare as compare_omissions
from analysis.comparison.order import Order
from analysis.comparison.order import compare as compare_order
from analysis.comparison.quote_versions import QuoteVersions
from analysis.comparison.quote_versions import compare as compare_versions
from analysis.comparison.reuse import Reuse
from analysis.comparison.reuse import compare as compare_texts
from analysis.comparison.scare_aims import compare as compare_aims
from analysis.comparison.side_balance import compare as compare_sides
from analysis.measures import outlet_credibility as outlet_credibility_measure
from analysis.measures import readability as readability_measure
from analysis.model import Article, Result
from analysis.workspace import Draft
from ui.state import located

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
    return _article(located(draft), lexicons.fingerprint())


def results(one: Article) -> dict[str, Result]:
    """All measures of the article, by name."""
    return _results(one, lexicons.fingerprint())


def scores(articles: Articles) -> pd.DataFrame:
    """The table of scores of the articles."""
    return _scores(articles, lexicons.fingerprint())


def automatic_scores(articles: Articles) -> pd.DataFrame | None:
    """The table of scores without anybody's corrections; None where nobody corrected anything."""
    untouched = tuple(replace(one, corrections=(), publisher=None) for one in articles)
    return None if untouched == articles else scores(untouched)


def evidence(articles: Articles) -> pd.DataFrame:
    """The table of evidence of the articles."""
    return _evidence(articles, lexicons.fingerprint())


def figure(measure: str, articles: Articles) -> theme.Figure:
    """The chart of `measure` over the articles."""
    return _figure(measure, articles, lexicons.fingerprint())


@st.cache_data(show_spinner=False, max_entries=60)
def strip_figure(articles: Articles) -> theme.Figure:
    """Every sentence of the articles in order, by word tone."""
    return sentiment_strip.figure(tables.sentences(articles), tables.names(articles))


def credibility_figure(articles: Articles, without: frozenset[str]) -> theme.Figure:
    """The chart of accountability with the components in `without` left out."""
    results = [outlet_credibility_measure.score(one, without) for one in articles]
    return outlet_credibility.figure(tables.scores(articles, results), tables.names(articles))


def suggested_sides(articles: Articles) -> sides.Sides:
    """The sides that the articles suggest, and the voices on them."""
    return _suggested_sides(articles, lexicons.fingerprint())


def balance(articles: Articles, placed: sides.Sides, indirect: bool, by: str) -> dict[str, Result]:
    """The balance of each article over the sides, by article id."""
    return _balance(articles, placed.sides, tuple(placed.assignment.items()), indirect, by)


def side_figure(articles: Articles, placed: sides.Sides, indirect: bool, by: str) -> theme.Figure:
    """The share of each side with its speakers."""
    table = tables.sides(articles, placed.sides, placed.assignment, indirect)
    return side_balance.figure(table, tables.names(articles), [side.name for side in placed.sides], by)


@st.cache_data(show_spinner=False, max_entries=60)
def scare_aims(articles: Articles) -> pd.DataFrame:
    """Whom the scare quotes of each article are aimed at, by the names shown."""
    placed = suggested_sides(articles)
    table = tables.aims(compare_aims(articles, placed), {side.id: side.name for side in placed.sides})
    return table.replace({"article": tables.names(articles)})


def frame_figure(articles: Articles, answers: Mapping[str, Mapping[str, str]]) -> theme.Figure:
    """A reader's answers on the frames, side by side."""
    return frames.figure(tables.frame_shares(articles, answers), tables.names(articles))


def verb_figure(articles: Articles, placed: sides.Sides) -> theme.Figure:
    """Verbs of saying by class and side."""
    names = {side.id: side.name for side in placed.sides}
    by_name = {voice: names.get(side, "") for voice, side in placed.assignment.items()}
    return verb_classes.figure(tables.verbs(articles, by_name), tables.names(articles))


@st.cache_resource(show_spinner=False, max_entries=60)
def event_match(articles: Articles) -> EventMatch:
    """Whether the articles report one event."""
    return match_events(articles)


@st.cache_resource(show_spinner=False, max_entries=60)
def actors(articles: Articles) -> tuple[Actor, ...]:
    """The actors that the articles name, with all their labels."""
    return compare_labels(articles)


@st.cache_resource(show_spinner=False, max_entries=60)
def actor_tones(articles: Articles) -> tuple[Result, ...]:
    """The tone of each article toward the actors of all, one result per article."""
    return compare_actor_tones(articles)


@st.cache_data(show_spinner=False, max_entries=60)
def actor_tone_figure(articles: Articles) -> theme.Figure:
    """Sentences by tone, actor and article."""
    return actor_tone_chart.figure(tables.scores(articles, actor_tones(articles)), tables.names(articles))


@st.cache_resource(show_spinner=False, max_entries=60)
def shared_acts(articles: Articles) -> tuple[SharedAct, ...]:
    """The acts that at least two articles tell."""
    return compare_acts(articles)


@st.cache_resource(show_spinner=False, max_entries=60)
def quote_versions(articles: Articles) -> tuple[QuoteVersions, ...]:
    """The statements that at least two articles quote."""
    return compare_versions(articles)


@st.cache_resource(show_spinner=False, max_entries=60)
def reuse(articles: Articles) -> tuple[Reuse, ...]:
    """What every two articles have of each other's text."""
    return compare_texts(articles)


@st.cache_resource(show_spinner="Looking for what these articles report …", max_entries=60)
def claims(articles: Articles, insist: bool) -> tuple[Claims, Omissions]:
    """What the articles report, claim by claim, and what each does not report."""
    found = compare_claims(articles, event_match(articles), insist)
    return found, compare_omissions(articles, found)


def claim_figure(found: tuple[Claim, ...], articles: Articles) -> theme.Figure:
    """Claims by article."""
    return claims_chart.figure(tables.claims(found, articles), tables.names(articles))


def gap_figure(found: Omissions, articles: Articles) -> theme.Figure:
    """The gap of each article."""
    return omissions_chart.figure(tables.gaps(found), tables.names(articles))


@st.cache_resource(show_spinner=False, max_entries=60)
def distinctive_words(articles: Articles) -> tuple[DistinctiveWord, ...]:
    """The words that mark each article."""
    return compare_words(articles)


@st.cache_resource(show_spinner=False, max_entries=60)
def tops(articles: Articles) -> tuple[Top, ...]:
    """Headline and lede of each article, and the shared claims there."""
    return compare_tops(articles, claims(articles, insist=True)[0].claims)


@st.cache_resource(show_spinner=False, max_entries=60)
def order(articles: Articles) -> Order:
    """Where each shared claim first stands."""
    return compare_order(articles, claims(articles, insist=True)[0].claims)


def order_figure(articles: Articles, picked: str) -> theme.Figure:
    """Where each shared claim first stands; the line of `picked` is strong."""
    table = tables.positions(order(articles), claims(articles, insist=True)[0].claims)
    return order_chart.figure(table, tables.names(articles), picked)


@st.cache_data(show_spinner=False, max_entries=60)
def word_figure(articles: Articles) -> theme.Figure:
    """The words that mark each article."""
    return words_chart.figure(tables.distinctive(distinctive_words(articles)), tables.names(articles))


@st.cache_data(show_spinner=False, max_entries=60)
def label_figure(articles: Articles) -> theme.Figure:
    """Names and labels by actor and article."""
    return labels.figure(tables.labels(articles), tables.names(articles))


@st.cache_data(show_spinner=False, max_entries=60)
def act_figure(articles: Articles) -> theme.Figure:
    """The same acts, worded by each article."""
    return acts.figure(tables.acts(articles), tables.names(articles))


@st.cache_data(show_spinner=False, max_entries=60)
def reuse_figure(articles: Articles) -> theme.Figure:
    """The share of text that every two articles have in common."""
    return reuse_chart.figure(tables.reuse_pairs(reuse(articles)), tables.names(articles))


@st.cache_data(show_spinner=False, max_entries=60)
def tone_differences(articles: Articles) -> pd.DataFrame:
    """What may be said of the tone of every two articles, by the names shown for them."""
    names = tables.names(articles)
    return tables.tone_differences(articles).replace({"first": names, "second": names})


@st.cache_data(show_spinner=False, max_entries=60)
def joined(articles: Articles) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions joined to voices, and the relayed voices."""
    return tables.mentions(articles), tables.relayed(articles)


@st.cache_data(show_spinner=False, max_entries=60)
def floor_figure(articles: Articles) -> theme.Figure:
    """Who holds the floor from the first line to the last."""
    return floor.figure(tables.floor(articles), tables.names(articles))


@st.cache_data(show_spinner=False, max_entries=60)
def _suggested_sides(articles: Articles, fingerprint: str) -> sides.Sides:
    return sides.suggest(articles)


@st.cache_data(show_spinner=False, max_entries=60)
def _balance(
    articles: Articles,
    possible: tuple[sides.Side, ...],
    assignment: tuple[tuple[str, str], ...],
    indirect: bool,
    by: str,
) -> dict[str, Result]:
    compared = compare_sides(articles, possible, dict(assignment), indirect, by)
    return {result.article_id: result for result in compared.results}


@st.cache_data(show_spinner=False, max_entries=400)
def _article(draft: Draft, fingerprint: str) -> Article:
    return draft.read()


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
    chart = import_module(f"analysis.charts.{measure}")
    drawn: theme.Figure = chart.figure(own, names)
    return drawn

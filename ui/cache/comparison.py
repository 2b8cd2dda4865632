"""What several articles say of one event, and the charts of it."""

from analysis import tables
from analysis.charts import actor_tone as actor_tone_chart
from analysis.charts import acts as acts_chart
from analysis.charts import claims as claims_chart
from analysis.charts import distinctive_words as words_chart
from analysis.charts import labels as labels_chart
from analysis.charts import omissions as omissions_chart
from analysis.charts import order as order_chart
from analysis.charts import reuse as reuse_chart
from analysis.charts import theme
from analysis.comparison import (
    actor_tone,
    acts,
    claim_edits,
    claims,
    distinctive_words,
    duplicates,
    event_match,
    headlines,
    labels,
    omissions,
    order,
    quote_versions,
    reuse,
)
from analysis.comparison.claim_edits import ClaimEdits, Edited
from analysis.comparison.claims import Claim, Claims
from analysis.comparison.omissions import Omissions
from analysis.comparison.order import Order
from ui.cache import Articles, kept

matched = kept(event_match.compare)
named = kept(labels.compare)
every_actor = kept(labels.every)
tones = kept(actor_tone.compare)
told = kept(acts.compare)
versions = kept(quote_versions.compare)
reused = kept(reuse.compare)
doubled = kept(duplicates.compare)
words = kept(distinctive_words.compare)


@kept
def edited(articles: Articles, insist: bool, edits: ClaimEdits) -> Edited:
    """What the articles report, claim by claim, with a person's changes laid over."""
    return claim_edits.apply(claims.compare(articles, matched(articles), insist), articles, edits)


@kept
def reported(articles: Articles, insist: bool, edits: ClaimEdits) -> tuple[Claims, Omissions]:
    """What the articles report, claim by claim, and what each does not report."""
    found = edited(articles, insist, edits).claims
    return found, omissions.compare(articles, found)


@kept
def tops(articles: Articles, edits: ClaimEdits) -> tuple[headlines.Top, ...]:
    """Headline and lede of each article, and the shared claims there."""
    return headlines.compare(articles, reported(articles, True, edits)[0].claims)


@kept
def placed(articles: Articles, edits: ClaimEdits) -> Order:
    """Where each shared claim first stands."""
    return order.compare(articles, reported(articles, True, edits)[0].claims)


def claim_figure(found: tuple[Claim, ...], articles: Articles) -> theme.Figure:
    """Claims by article."""
    return claims_chart.figure(tables.claims(found, articles), tables.names(articles))


def gap_figure(found: Omissions, articles: Articles) -> theme.Figure:
    """The gap of each article."""
    return omissions_chart.figure(tables.gaps(found), tables.names(articles))


@kept
def order_figure(articles: Articles, edits: ClaimEdits, picked: str) -> theme.Figure:
    """Where each shared claim first stands; the line of `picked` is strong."""
    table = tables.positions(placed(articles, edits), reported(articles, True, edits)[0].claims)
    return order_chart.figure(table, tables.names(articles), picked)


@kept
def tone_figure(articles: Articles) -> theme.Figure:
    """Sentences by tone, actor and article."""
    return actor_tone_chart.figure(tables.scores(articles, tones(articles)), tables.names(articles))


@kept
def word_figure(articles: Articles) -> theme.Figure:
    """The words that mark each article."""
    return words_chart.figure(tables.distinctive(words(articles)), tables.names(articles))


@kept
def label_figure(articles: Articles) -> theme.Figure:
    """Names and labels by actor and article."""
    return labels_chart.figure(tables.labels(articles), tables.names(articles))


@kept
def act_figure(articles: Articles) -> theme.Figure:
    """The same acts, worded by each article."""
    return acts_chart.figure(tables.acts(articles), tables.names(articles))


@kept
def reuse_figure(articles: Articles) -> theme.Figure:
    """The share of text that every two articles have in common."""
    return reuse_chart.figure(tables.reuse_pairs(reused(articles)), tables.names(articles))

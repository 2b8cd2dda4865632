"""What the pages compare right now, as reports and pictures of charts need it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from analysis import comparison, measures
from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.sides import Edits
from analysis.report import chart as charts
from analysis.report.chart import Chart
from analysis.report.compared import Compared
from analysis.workspace import Workspace
from ui.cache import Articles, report, scores
from ui.state import blind, edits, events, reports, work


class Shown(NamedTuple):
    """The articles compared on the event on screen, and everything that is found in them."""

    articles: Articles
    found: Compared


def here(*, english: bool = True) -> Shown:
    """The articles that are chosen, with what the person laid over them; `english`: those that can be compared."""
    picked = tuple(article for article in scores.on_screen() if article.id in events.chosen())
    articles = comparison.english(picked) if english else picked
    return Shown(articles, report.found(articles, *_laid_over()))


def stamp() -> str:
    """A mark that is another one whenever drafted words may be: a field that is named with it begins anew then."""
    return f"{events.here().id}_{reports.order()}_{hash((here().articles, repr(_laid_over())))}"


def chart(key: str) -> tuple[Shown, Chart]:
    """One chart and what it is drawn from: a measure shows articles in all languages."""
    now = here(english=key not in measures.MEASURES)
    return now, charts.build(now.found, key)


def in_words(key: str) -> str:
    """What one chart shows: in the person's own words, or as drafted."""
    return own_words(key) or report.in_words(here().articles, *_laid_over(), key)


def own_words(key: str) -> str:
    """What the person wrote of a chart in place of the draft, or ""; not while outlets are hidden: it may name them."""
    return "" if blind.is_on() else reports.here().alts.get(key, "")


def title(key: str) -> str:
    """The title of the chart `key`, without its explanation."""
    return charts.title_of(key).split(":")[0]


def own_work() -> Workspace:
    """The person's work with the event on screen in it, a teaching case too."""
    kept, event = work.workspace(), events.here()
    others = tuple(one for one in kept.events if one.id != event.id)
    return replace(kept, events=(*others, event))


def _laid_over() -> tuple[Edits, Mapping[str, Mapping[str, str]], ClaimEdits]:
    return edits.side_edits(), edits.frame_answers(), edits.claim_edits()

"""What the pages compare right now, as reports and pictures of charts need it."""

from dataclasses import replace
from typing import NamedTuple

from analysis.report import chart as charts
from analysis.report.chart import Chart
from analysis.report.compared import Compared
from analysis.workspace import Workspace
from ui.cache import Articles, report, scores
from ui.state import edits, events, reports, work


class Shown(NamedTuple):
    """The articles compared on the event on screen, and everything that is found in them."""

    articles: Articles
    found: Compared


def here() -> Shown:
    """The articles that are chosen, with what the person laid over them."""
    articles = tuple(article for article in scores.on_screen() if article.id in events.chosen())
    return Shown(articles, report.found(articles, edits.side_edits(), edits.frame_answers()))


def stamp() -> str:
    """A mark that is another one whenever drafted words may be: a field that is named with it begins anew then."""
    told = (here().articles, edits.side_edits(), repr(edits.frame_answers()))
    return f"{events.here().id}_{reports.order()}_{hash(told)}"


def chart(key: str) -> Chart:
    """One chart of what is compared."""
    return report.chart(here().articles, edits.side_edits(), edits.frame_answers(), key)


def title(key: str) -> str:
    """The title of the chart `key`, without its explanation."""
    return charts.title_of(key).split(":")[0]


def own_work() -> Workspace:
    """The person's work with the event on screen in it, a teaching case too."""
    kept, event = work.workspace(), events.here()
    others = tuple(one for one in kept.events if one.id != event.id)
    return replace(kept, events=(*others, event))

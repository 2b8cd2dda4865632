"""What the first visitors would wait for is loaded, and the teaching cases are scored, before the server opens."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """The life of the server, from warming up to its end."""
    ready()
    yield


def ready() -> None:
    """Load every module of the pages, score the teaching cases, and keep all that out of garbage collections.

    A collection that walks through word lists and scores costs more than drawing a page.
    """
    _load_widgets()
    _score_teaching_cases()
    gc.collect()
    gc.freeze()


def _load_widgets() -> None:
    from ui import widgets  # noqa: PLC0415  the server starts before there is a session that could import these

    for module in walk_packages(widgets.__path__, "ui.widgets."):
        import_module(module.name)


def _score_teaching_cases() -> None:
    from analysis.comparison.sides import Edits  # noqa: PLC0415
    from analysis.measures import readability  # noqa: PLC0415
    from ui.cache import comparison, report, scores, sides  # noqa: PLC0415
    from ui.state import events  # noqa: PLC0415

    readability.prime()
    for case in events.teaching_cases().values():
        articles = tuple(scores.read(draft) for draft in case.drafts)
        scores.table(articles)
        comparison.matched(articles)
        sides.suggested(articles)
        report.found(articles, Edits(), {}, ())
        for article in articles:
            scores.problems(article)

"""Records to tidy pandas tables. The only place that builds frames."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import pandas as pd

from analysis.model import Article, Result

SCORES = ("event", "article", "outlet", "published", "measure", "part", "value", "low", "high", "unit", "n", "missing")
EVIDENCE = ("event", "article", "outlet", "measure", "kind", "label", "start", "end", "text", "note")
REMOVED = ("article", "line", "label", "reason", "text")


def scores(articles: Sequence[Article], results: Iterable[Result]) -> pd.DataFrame:
    """One row per article, measure and part, in the order of `results`; columns as in SCORES.

    value, low and high are floats, NaN exactly where `missing` holds the reason or no interval was given.
    """
    by_id = _by_id(articles)
    rows = [
        (*_who(by_id[result.article_id]), result.measure, *part)
        for result in results
        for part in (
            [(v.part, v.number, v.low, v.high, v.unit, v.n, v.missing) for v in result.values]
            or [("", None, None, None, "", 0, result.missing)]
        )
    ]
    frame = pd.DataFrame(rows, columns=list(SCORES))
    return frame.astype({"value": "float64", "low": "float64", "high": "float64", "n": "int64"})


def evidence(articles: Sequence[Article], results: Iterable[Result]) -> pd.DataFrame:
    """One row per span, in reading order of each result; columns as in EVIDENCE."""
    by_id = _by_id(articles)
    rows = []
    for result in results:
        article = by_id[result.article_id]
        event, name, outlet, _ = _who(article)
        rows += [
            (
                event,
                name,
                outlet,
                result.measure,
                s.kind,
                s.label,
                s.start,
                s.end,
                article.body[s.start : s.end],
                s.note,
            )
            for s in result.spans
        ]
    return pd.DataFrame(rows, columns=list(EVIDENCE))


def removed(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per stretch that was set aside on reading; columns as in REMOVED."""
    rows = [{"article": article.id, **asdict(cut)} for article in articles for cut in article.removed]
    return pd.DataFrame(rows, columns=list(REMOVED))


def _by_id(articles: Sequence[Article]) -> Mapping[str, Article]:
    return {article.id: article for article in articles}


def _who(article: Article) -> tuple[str, str, str, str]:
    return article.event, article.id, article.outlet, article.published

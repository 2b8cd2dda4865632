"""Records to tidy pandas tables. The only place that builds frames."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

import pandas as pd

from analysis.measures import sentiment
from analysis.model import Article, Result

SCORES = (
    *("event", "article", "outlet", "published", "measure", "part"),
    *("value", "low", "high", "unit", "n", "missing", "label"),
)
EVIDENCE = ("event", "article", "outlet", "measure", "kind", "label", "start", "end", "text", "note")
SENTENCES = ("event", "article", "outlet", "voice", "start", "end", "tone", "text", "words")
REMOVED = ("article", "line", "label", "reason", "text")


def scores(articles: Sequence[Article], results: Iterable[Result]) -> pd.DataFrame:
    """One row per article, measure and part, in the order of `results`; columns as in SCORES.

    `label` names the voices or classes that the number is about.
    value, low and high are floats, NaN exactly where `missing` holds the reason or no interval was given.
    """
    by_id = _by_id(articles)
    rows = [
        (*_who(by_id[result.article_id]), result.measure, *part)
        for result in results
        for part in (
            [
                (v.part, v.number, v.low, v.high, v.unit, v.n, v.missing, ", ".join(v.labels or ()))
                for v in result.values
            ]
            or [("", None, None, None, "", 0, result.missing, "")]
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


def sentences(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per sentence with its word tone (-1 to 1) and the words that scored; columns as in SENTENCES."""
    rows = []
    for article in articles:
        event, name, outlet, _ = _who(article)
        for one in sentiment.sentences(article):
            words = ", ".join(f"{article.body[word.start : word.end]} {word.valence:+.1f}" for word in one.words)
            text = article.body[one.start : one.end]
            rows.append((event, name, outlet, one.voice, one.start, one.end, one.tone, text, words))
    return pd.DataFrame(rows, columns=list(SENTENCES))


def names(articles: Sequence[Article]) -> dict[str, str]:
    """Article id -> the name shown for it: its outlet, numbered where one outlet has several articles."""
    shown: dict[str, str] = {}
    for position, article in enumerate(articles, start=1):
        name = article.outlet or f"Publisher unknown ({article.headline or article.id or position})"
        same = sum(1 for other in shown.values() if other == name or other.startswith(f"{name} · "))
        shown[article.id] = f"{name} · {same + 1}" if same else name
    return shown


def removed(articles: Sequence[Article]) -> pd.DataFrame:
    """One row per stretch that was set aside on reading; columns as in REMOVED."""
    rows = [{"article": article.id, **asdict(cut)} for article in articles for cut in article.removed]
    return pd.DataFrame(rows, columns=list(REMOVED))


def _by_id(articles: Sequence[Article]) -> Mapping[str, Article]:
    return {article.id: article for article in articles}


def _who(article: Article) -> tuple[str, str, str, str]:
    return article.event, article.id, article.outlet, article.published

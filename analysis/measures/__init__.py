"""Measures of one article. A measure is one file with `score(article) -> Result`, and its name in MEASURES."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from analysis import notes as module_notes
from analysis.model import Article, Result
from analysis.text import languages

MEASURES = (
    "outlet_credibility",
    "article_sourcing",
    "quoted_voices",
    "sourcing",
    "attribution_verbs",
    "distancing",
    "hedges_boosters",
    "loaded_words",
    "agentless",
    "prominence",
    "response",
    "scare_quotes",
    "sentiment",
    "readability",
)
ANY_LANGUAGE = frozenset(["outlet_credibility"])  # the others rest on English words


def score(article: Article) -> Mapping[str, Result]:
    """Every measure of `article`, by measure name, in the order of MEASURES.

    Where it is not in English, most of them give the reason in place of numbers.
    """
    reason = languages.kept_out(article)
    return MappingProxyType(
        {
            name: Result(name, article.id, missing=reason) if reason and name not in ANY_LANGUAGE else score_of(article)
            for name, score_of in ((name, _scorer(name)) for name in MEASURES)
        }
    )


def notes(name: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the measure, from its own module docstring."""
    return module_notes.of(f"analysis.measures.{name}")


def _scorer(name: str) -> Callable[[Article], Result]:
    scorer: Callable[[Article], Result] = import_module(f"analysis.measures.{name}").score
    return scorer

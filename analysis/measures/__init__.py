"""Measures of one article. A measure is one file with `score(article) -> Result`, and its name in MEASURES."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from analysis import notes as module_notes
from analysis.model import Article, Result

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


def score(article: Article) -> Mapping[str, Result]:
    """Every measure of `article`, by measure name, in the order of MEASURES."""
    return MappingProxyType({name: _scorer(name)(article) for name in MEASURES})


def notes(name: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the measure, from its own module docstring."""
    return module_notes.of(f"analysis.measures.{name}")


def _scorer(name: str) -> Callable[[Article], Result]:
    scorer: Callable[[Article], Result] = import_module(f"analysis.measures.{name}").score
    return scorer

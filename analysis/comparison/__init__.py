"""Findings that need several articles of one event. A comparison is one file with `compare(articles, …)`."""

from collections.abc import Iterable, Mapping

from analysis import notes as module_notes
from analysis.model import Article
from analysis.text import languages

COMPARISONS = (  # those that a reader sees; each file says what it counts and what it misses
    "event_match",
    "claims",
    "omissions",
    "order",
    "labels",
    "actor_tone",
    "acts",
    "scare_aims",
    "side_balance",
    "quote_versions",
    "tone_difference",
    "distinctive_words",
    "headlines",
    "reuse",
    "frames",
    "judgements",
)


def notes(name: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the comparison, from its own module docstring."""
    return module_notes.of(f"analysis.comparison.{name}")


def english(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Those of `articles` that can be compared: all findings but text reuse rest on English words."""
    return languages.english(articles)


def left_out(articles: Iterable[Article]) -> tuple[str, ...]:
    """A sentence for each of `articles` that cannot be compared, with the reason."""
    told = ((one.headline or one.outlet or one.id, languages.kept_out(one)) for one in articles)
    return tuple(f"“{title}” is left out of the comparison: {reason}" for title, reason in told if reason)

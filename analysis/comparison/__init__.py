"""Findings that need several articles of one event. A comparison is one file with `compare(articles, …)`."""

from collections.abc import Mapping

from analysis import notes as module_notes

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
)


def notes(name: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the comparison, from its own module docstring."""
    return module_notes.of(f"analysis.comparison.{name}")

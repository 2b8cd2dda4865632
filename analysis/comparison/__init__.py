"""Findings that need several articles of one event. A comparison is one file with `compare(articles, …)`."""

from collections.abc import Mapping

from analysis import notes as module_notes


def notes(name: str) -> Mapping[str, str]:
    """Title, Counts, Unit, Read as, Misses and Source of the comparison, from its own module docstring."""
    return module_notes.of(f"analysis.comparison.{name}")

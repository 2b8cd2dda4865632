"""Words: maximal runs of letters and digits, with inner apostrophes, hyphens, full stops and commas kept."""

import re

WORD = re.compile(r"\w+(?:[’'.,\-]\w+)*")


def find(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """(start, end) of every word in `text[start:end]`, in order; offsets refer to `text`."""
    return tuple(match.span() for match in WORD.finditer(text, start, len(text) if end is None else end))


def count(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words `text[start:end]` has."""
    return sum(1 for _ in WORD.finditer(text, start, len(text) if end is None else end))

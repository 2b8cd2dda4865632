"""Which old encoding a text is in whose letters are mostly not Latin: the one in which it reads as a language."""

from itertools import pairwise

from analysis import lexicons
from analysis.text import languages

SAMPLE = 4000  # bytes
FOREIGN = 0.3  # share of bytes above 127; in Latin text of any language they are fewer


def find(raw: bytes) -> str:
    """The name of the encoding; "" where none of those in data/encodings.csv gives a text in one of its languages."""
    sample = raw[:SAMPLE]
    letters = sum(byte > 32 for byte in sample)
    if not letters or sum(byte > 127 for byte in sample) < FOREIGN * letters:
        return ""
    fits: dict[str, float] = {}
    for row in lexicons.rows("encodings.csv"):
        text = sample.decode(row["encoding"], errors="replace")
        if languages.find(text) in row["languages"].split():
            fits[row["encoding"]] = _oddness(text)
    return min(fits, key=lambda encoding: fits[encoding], default="")


def _oddness(text: str) -> float:
    """Share of what no text of a language has: capitals inside words, and signs or damage in place of letters."""
    capitals = sum(before.islower() and after.isupper() for before, after in pairwise(text))
    signs = sum(not (char.isalnum() or char.isspace() or char.isascii()) for char in text)
    return (capitals + signs + 10 * text.count("\ufffd")) / max(1, len(text))

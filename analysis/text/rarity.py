"""Rarity: how seldom a stem occurs in news at large, so that sharing a rare word tells more than sharing a common one.

data/document_frequency.csv counts in how many texts of two public collections a stem occurs (90 news pages of many
fields; 311 stretches of political news); its first row, without a stem, holds the number of texts. A stem that is not
in the table occurs in fewer than three. Made by tests/benchmarks/count_words.py.
"""

import math
from collections.abc import Mapping
from functools import cache

from analysis import lexicons
from analysis.errors import BrokenData

TABLE = "document_frequency.csv"
COLLECTIONS = ("pages", "newsmtsc")


@cache
def of(stem: str) -> float:
    """−ln of the share of texts that hold `stem`, the mean of both collections: 0.3 for a common one, 5.6 at most."""
    counts = _counts().get(stem, (0,) * len(COLLECTIONS))
    totals = _counts()[""]
    shares = [(count + 0.5) / (total + 1) for count, total in zip(counts, totals, strict=True)]
    return -math.log(sum(shares) / len(shares))


@cache
def _counts() -> Mapping[str, tuple[int, ...]]:
    found = {row["stem"]: tuple(int(row[name]) for name in COLLECTIONS) for row in lexicons.rows(TABLE)}
    if "" not in found:
        raise BrokenData(f"data/{TABLE} lacks its first row, the number of texts; restore it from the repository.")
    return found

"""Rates: how often something stands in a thousand words of narration, with its interval, or why no rate is given.

Source of the interval: Byar's approximation to the Poisson distribution (Breslow & Day 1987, IARC 82, p. 69).
"""

import math

from analysis import lexicons
from analysis.model import Value

UNIT = "per 1,000 words of narration"


def per_thousand(part: str, count: int, narration: int, kinds: tuple[str, ...] = ()) -> Value:
    """`count` places in `narration` words as a rate with a 95 % interval; under `small_n` places the count must do."""
    least = int(lexicons.threshold("small_n"))
    missing = ""
    if not narration:
        missing = "every word stands inside marks"
    elif count < least:
        missing = f"{count or 'none'} found: a count, no rate (a rate needs {least})"
    if missing:
        return Value(part, None, UNIT, narration, missing=missing, kinds=kinds)
    low, high = poisson_interval(count)
    per = 1000 / narration
    return Value(part, count * per, UNIT, narration, low * per, high * per, kinds=kinds)


def poisson_interval(count: int) -> tuple[float, float]:
    """The 95 % interval of a Poisson count."""
    low = count * (1 - 1 / (9 * count) - 1.96 / (3 * math.sqrt(count))) ** 3 if count else 0.0
    more = count + 1
    return max(low, 0.0), more * (1 - 1 / (9 * more) + 1.96 / (3 * math.sqrt(more))) ** 3

"""Accuracy cards: what the benchmarks measured, as rows of data/accuracy.csv.

A benchmark calls `keep` for each figure; `python -m tests.benchmarks KEYS --write` gathers them and puts them into the
file in place of those with the same measure, system and metric. Rows that no benchmark makes (published figures, what
was read by hand) stay as they are.
"""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

KEPT_IN = "PARALLAX_CARDS"  # environment: the file in which a run gathers its cards
COMMAND = "make bench"


class Card(NamedTuple):
    """One figure; low and high: its 95 % interval, None where none was taken; n: what it was taken of."""

    measure: str
    system: str
    metric: str
    value: float
    low: float | None
    high: float | None
    n: str
    data: str
    how: str = COMMAND

    @property
    def row(self) -> list[str]:
        """The card as the strings of its row, numbers with three decimals at most."""
        return ["" if field is None else f"{field:.3g}" if isinstance(field, float) else field for field in self]


def keep(*cards: Card) -> None:
    """Add the cards to those of this run, if they are gathered."""
    if KEPT_IN in os.environ:
        with Path(os.environ[KEPT_IN]).open("a", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(card.row for card in cards)


def merged(rows: Iterable[list[str]], fresh: Iterable[list[str]]) -> list[list[str]]:
    """`rows` with `fresh` in place of the same measure, system and metric; new ones stand behind their measure."""
    found = {tuple(row[:3]): row for row in rows}
    order = list(found)
    for row in fresh:
        key = tuple(row[:3])
        if key not in found:
            behind = [index for index, other in enumerate(order) if other[0] == key[0]]
            order.insert(behind[-1] + 1 if behind else len(order), key)
        found[key] = row
    return [found[key] for key in order]


def write(path: Path, fresh: Path) -> int:
    """Put the cards gathered in `fresh` into the table at `path`; returns how many there were."""
    with path.open(encoding="utf-8", newline="") as handle:
        head, *rows = csv.reader(handle)
    with fresh.open(encoding="utf-8", newline="") as handle:
        gathered = list(csv.reader(handle))
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows([head, *merged(rows, gathered)])
    return len(gathered)

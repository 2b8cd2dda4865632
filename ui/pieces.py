"""Cuts text wherever a span begins or ends, so that spans that overlap can be shown over one another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Stretch = tuple[int, int]


class Piece(NamedTuple):
    """`body[start:end]`, and the numbers of the spans that cover it, the longest first."""

    start: int
    end: int
    over: tuple[int, ...]


def cut(stretches: Sequence[Stretch], spans: Sequence[Stretch], also: Iterable[int] = ()) -> Iterator[list[Piece]]:
    """The pieces of each stretch, in order; what lies between stretches is left out.

    stretches: (start, end), in order, none over another. also: further offsets to cut at.
    """
    starting: dict[int, list[int]] = defaultdict(list)
    ending: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(spans):
        if start < end:
            starting[start].append(number)
            ending[end].append(number)
    edges = sorted({*starting, *ending, *also, *(edge for stretch in stretches for edge in stretch)})
    within = iter(pairwise(edges))
    covering: dict[int, None] = {}
    left = right = -1
    for start, end in stretches:
        pieces = []
        while right < end and (following := next(within, None)):
            left, right = following
            for number in ending[left]:
                del covering[number]
            covering.update(dict.fromkeys(starting[left]))
            if left >= start:
                over = sorted(covering, key=lambda number: (spans[number][0] - spans[number][1], number))
                pieces.append(Piece(left, right, tuple(over)))
        yield pieces

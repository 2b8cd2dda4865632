"""Sparse vectors as mappings, and the products of all pairs of them.

The products are summed feature by feature over the rows that have it, so the work grows with what is shared and not
with the square of the rows times the vocabulary. (A dense product was tried: on a busy machine its threads wait for
each other and it takes a hundred times as long.)
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Rows = Sequence[Mapping[Any, float]]  # any hashable feature -> its weight, one mapping for each row
BLOCK = 4_000_000  # products held in memory at once


class Pairs(NamedTuple):
    """Pairs of rows with something in common, each once (first < second), and their products in each list of rows."""

    first: Places
    second: Places
    products: tuple[Numbers, ...]


class _Entries(NamedTuple):
    """The entries of all rows, feature by feature: row, weight, and where the entries of its feature begin and end."""

    row: Places
    weight: Numbers
    begin: Places
    end: Places


def products(rows: Rows) -> Numbers:
    """The dot product of every pair of rows, shape (n, n); the squared lengths are on the diagonal."""
    return _block(_entries(rows), 0, len(rows), len(rows))


def cosines(rows: Rows) -> Numbers:
    """The cosine of every pair of rows, shape (n, n): 0 nothing shared (or an empty row), 1 the same direction."""
    found = products(rows)
    lengths = np.sqrt(np.diag(found))
    lengths[lengths == 0] = 1.0
    return np.asarray(found / lengths[:, None] / lengths[None, :])


def pairs(rows: Rows, *others: Rows) -> Pairs:
    """The pairs that share a feature of `rows`, with their products there and in each of `others` (as many rows)."""
    size, lists = len(rows), [_entries(rows), *(_entries(other) for other in others)]
    step = max(1, BLOCK // max(1, size))
    parts = [_upper(lists, low, min(size, low + step), size) for low in range(0, size, step)]
    if not parts:
        empty = np.zeros(0, dtype=np.intp)
        return Pairs(empty, empty, tuple(np.zeros(0) for _ in lists))
    first, second, *found = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Pairs(first.astype(np.intp), second.astype(np.intp), tuple(found))


def _upper(lists: Sequence[_Entries], low: int, high: int, size: int) -> tuple[Numbers | Places, ...]:
    """(first, second, products …) for the pairs whose first row is in low:high."""
    blocks = [_block(one, low, high, size) for one in lists]
    first, second = np.nonzero(blocks[0])
    kept = first + low < second
    first, second = first[kept], second[kept]
    return (first + low, second, *(block[first, second] for block in blocks))


def _entries(rows: Rows) -> _Entries:
    number: dict[Any, int] = {}
    row, column, weight = [], [], []
    for place, features in enumerate(rows):
        for feature, value in features.items():
            row.append(place)
            column.append(number.setdefault(feature, len(number)))
            weight.append(value)
    columns = np.array(column, dtype=np.intp)
    order = np.argsort(columns, kind="stable")
    edges = np.searchsorted(columns[order], np.arange(len(number) + 1))
    sorted_columns = columns[order]
    return _Entries(
        np.array(row, dtype=np.intp)[order],
        np.array(weight, dtype=np.float64)[order],
        edges[:-1][sorted_columns],
        edges[1:][sorted_columns],
    )


def _block(entries: _Entries, low: int, high: int, size: int) -> Numbers:
    """The products of rows low:high with all rows, shape (high − low, size)."""
    found = np.zeros((high - low) * size)
    for chosen in _chunks(entries, low, high):
        lengths = entries.end[chosen] - entries.begin[chosen]
        mine = np.repeat(chosen, lengths)
        within = np.arange(len(mine)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        theirs = np.repeat(entries.begin[chosen], lengths) + within
        keys = (entries.row[mine] - low) * size + entries.row[theirs]
        found += np.bincount(keys, entries.weight[mine] * entries.weight[theirs], len(found))
    return found.reshape(high - low, size)


def _chunks(entries: _Entries, low: int, high: int) -> Iterator[Places]:
    """The entries of rows low:high, in portions whose pairs fit into memory."""
    chosen = np.flatnonzero((entries.row >= low) & (entries.row < high))
    reached = np.cumsum(entries.end[chosen] - entries.begin[chosen])
    cuts = np.searchsorted(reached, np.arange(BLOCK, reached[-1] if len(reached) else 0, BLOCK))
    yield from (part for part in np.split(chosen, cuts) if len(part))

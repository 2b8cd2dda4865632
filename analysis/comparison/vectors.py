"""Sparse vectors as mappings, and the products of all pairs of them, by scipy's sparse matrices."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Rows = Sequence[Mapping[Any, float]]  # any hashable feature -> its weight, one mapping for each row
BLOCK = 2_000  # rows whose products are held in memory at once


class Pairs(NamedTuple):
    """Pairs of rows with something in common, each once (first < second), and their products in each list of rows."""

    first: Places
    second: Places
    products: tuple[Numbers, ...]


def products(rows: Rows) -> Numbers:
    """The dot product of every pair of rows, shape (n, n); the squared lengths are on the diagonal."""
    matrix = _matrix(rows)
    return np.asarray((matrix @ matrix.T).toarray(), dtype=np.float64)


def cosines(rows: Rows) -> Numbers:
    """The cosine of every pair of rows, shape (n, n): 0 nothing shared (or an empty row), 1 the same direction."""
    found = products(rows)
    lengths = np.sqrt(np.diag(found))
    lengths[lengths == 0] = 1.0
    return np.asarray(found / lengths[:, None] / lengths[None, :])


def pairs(rows: Rows, *others: Rows) -> Pairs:
    """The pairs that share a feature of `rows`, with their products there and in each of `others` (as many rows)."""
    matrices = [_matrix(one) for one in (rows, *others)]
    parts = [_upper(matrices, low) for low in range(0, len(rows), BLOCK)]
    if not parts:
        empty = np.zeros(0, dtype=np.intp)
        return Pairs(empty, empty, tuple(np.zeros(0) for _ in matrices))
    first, second, *found = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Pairs(first.astype(np.intp), second.astype(np.intp), tuple(found))


def _upper(matrices: Sequence[sparse.csr_array], low: int) -> tuple[Numbers | Places, ...]:
    """(first, second, products …) for the pairs whose first row is one of the block that begins at `low`."""
    blocks = [one[low : low + BLOCK] @ one.T for one in matrices]
    first, second = blocks[0].nonzero()
    kept = first + low < second
    first, second = first[kept], second[kept]
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    if not len(first):
        return (first, second, *(np.zeros(0) for _ in blocks))
    return (first + low, second, *(np.asarray(block[first, second], dtype=np.float64) for block in blocks))


def _matrix(rows: Rows) -> sparse.csr_array:
    number: dict[Any, int] = {}
    columns = [number.setdefault(feature, len(number)) for features in rows for feature in features]
    weights = [float(weight) for features in rows for weight in features.values()]
    edges = np.cumsum([0, *(len(features) for features in rows)])
    return sparse.csr_array((weights, columns, edges), shape=(len(rows), max(1, len(number))))

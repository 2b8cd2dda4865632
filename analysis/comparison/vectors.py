"""Sparse vectors as mappings, and the products of all pairs of them in one matrix product.

Features that only one row has cannot add to a product, so they take no column: most words of a text are such.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Feature = TypeVar("Feature", bound=Hashable)


def products(rows: Sequence[Mapping[Feature, float]]) -> Matrix:
    """The dot product of every pair of rows, shape (n, n); the squared lengths are on the diagonal."""
    matrix = dense(rows)
    found = matrix @ matrix.T
    np.fill_diagonal(found, [sum(weight * weight for weight in row.values()) for row in rows])
    return found


def cosines(rows: Sequence[Mapping[Feature, float]]) -> Matrix:
    """The cosine of every pair of rows, shape (n, n): 0 nothing shared (or an empty row), 1 the same direction."""
    found = products(rows)
    lengths = np.sqrt(np.diag(found))
    lengths[lengths == 0] = 1.0
    return np.asarray(found / lengths[:, None] / lengths[None, :], dtype=np.float32)


def dense(rows: Sequence[Mapping[Feature, float]]) -> Matrix:
    """The rows with a column for every feature that at least two of them have, shape (n, columns)."""
    times: Counter[Feature] = Counter(feature for row in rows for feature in row)
    column = {feature: number for number, feature in enumerate(f for f, n in times.items() if n > 1)}
    matrix = np.zeros((len(rows), len(column)), dtype=np.float32)
    for number, row in enumerate(rows):
        for feature, weight in row.items():
            at = column.get(feature)
            if at is not None:
                matrix[number, at] = weight
    return matrix

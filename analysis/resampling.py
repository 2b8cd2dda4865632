"""Bootstrap: how much a number would move if other cases of the same kind had been drawn.

Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap (percentile interval). Draws are seeded, so the
same cases give the same interval; they depend on the number of cases only and are kept for the next article.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis import lexicons

SEED = 20140601
KEPT = 400  # up to this many cases the draws are kept: 3 MB at most for each number of cases
BLOCK = 2_000_000  # drawn numbers held in memory at once

Floats = NDArray[np.float64]


def sums(values: Floats, seed: int = SEED) -> Floats:
    """Sums over `bootstrap_draws` resamples of the cases, drawn with replacement.

    values: one row per case, shape (n,) or (n, columns), n at least 1. Returns shape (draws,) or (draws, columns).
    """
    n = len(values)
    if n <= KEPT:
        return np.asarray(_times_drawn(n, seed) @ values)
    draws, generator = int(lexicons.threshold("bootstrap_draws")), np.random.default_rng(seed)
    rows = max(1, BLOCK // n)
    blocks = [
        values[generator.integers(0, n, (min(rows, draws - done), n))].sum(axis=1) for done in range(0, draws, rows)
    ]
    return np.concatenate(blocks)


def interval(resampled: Floats) -> tuple[Floats, Floats]:
    """The 2.5 % and 97.5 % points of each column of `resampled`, interpolated linearly."""
    ordered = np.sort(resampled, axis=0)
    return _point(ordered, 0.025), _point(ordered, 0.975)


def _point(ordered: Floats, share: float) -> Floats:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return np.asarray(ordered[below] + (place - below) * (ordered[above] - ordered[below]))


@lru_cache(maxsize=256)
def _times_drawn(n: int, seed: int) -> Floats:
    """How often each of `n` cases is drawn in each resample, shape (draws, n)."""
    draws = int(lexicons.threshold("bootstrap_draws"))
    chosen = np.random.default_rng(seed).integers(0, n, (draws, n))
    flat = np.bincount((chosen + n * np.arange(draws)[:, None]).ravel(), minlength=draws * n)
    return flat.reshape(draws, n).astype(np.float64)

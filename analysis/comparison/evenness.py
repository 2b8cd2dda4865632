"""Evenness: how evenly N attributions (or words) are shared out over K possible sides.

Every function takes the counts n_i of the K sides, zeros included: K is the number of POSSIBLE sides. The sides are on
the last axis, so that one call takes one list of counts, or one row for each resample of a bootstrap. p_i = n_i / N.
Each raises ValueError where it has no meaning, and never returns 0 for that; `why_not` asks first.

Source: Deacon & Stanyer 2021, doi 10.1177/20570473211006481 (all indices but the last); Jost 2006, Oikos 113:363-375
(effective number).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Index = NDArray[np.float64]


def why_not(counts: ArrayLike, sides: int = 2, least: int = 1) -> str:
    """Why there is no index over `counts`: fewer than `sides` sides, or a sum under `least`; "" where there is one."""
    values = np.asarray(counts, dtype=float)
    if values.shape[-1] < sides:
        return f"an index of evenness needs at least {sides} possible {'side' if sides == 1 else 'sides'}"
    if (values < 0).any():
        return "a count cannot be negative"
    if (values.sum(axis=-1) < least).any():
        return "nothing was counted on any side" if least == 1 else f"at least {least} must be counted"
    return ""


def shannon(counts: ArrayLike) -> Index:
    """Shannon's entropy H = −Σ p_i log2 p_i in bits: 0 where one side has all, log2 K where all have the same."""
    shares = _shares(counts, sides=1)
    logs = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    entropy: Index = 0.0 - np.sum(shares * logs, axis=-1)
    return entropy


def relative_entropy(counts: ArrayLike) -> Index:
    """H / log2 K: 0 where one side has all, 1 where all K sides have the same."""
    values = _checked(counts)
    index: Index = shannon(values) / np.log2(values.shape[-1])
    return index


def simpson(counts: ArrayLike) -> Index:
    """Simpson's D = 1 − Σ n_i(n_i − 1) / (N(N − 1)): the chance that two different attributions are of two sides.

    For counts of attributions only, not for words, which are no independent draws. Needs N ≥ 2.
    """
    values = _checked(counts, least=2)
    total = values.sum(axis=-1)
    index: Index = 1 - np.sum(values * (values - 1), axis=-1) / (total * (total - 1))
    return index


def iqv(counts: ArrayLike) -> Index:
    """Index of qualitative variation K(1 − Σ p_i²) / (K − 1): 0 where one side has all, 1 where all have the same."""
    shares = _shares(counts)
    k = shares.shape[-1]
    index: Index = k * (1 - np.sum(shares**2, axis=-1)) / (k - 1)
    return index


def dm(counts: ArrayLike) -> Index:
    """Deviation from the mode 1 − Σ(n_mode − n_i) / (N(K − 1)): 0 to 1; for two sides 1 − |A − B| / (A + B)."""
    values = _checked(counts)
    k = values.shape[-1]
    total = values.sum(axis=-1)
    index: Index = 1 - (k * values.max(axis=-1) - total) / (total * (k - 1))
    return index


def hhi(counts: ArrayLike) -> Index:
    """Concentration (Herfindahl-Hirschman) Σ p_i²: 1/K where all sides have the same, 1 where one has all."""
    index: Index = np.sum(_shares(counts, sides=1) ** 2, axis=-1)
    return index


def effective_voices(counts: ArrayLike) -> Index:
    """exp(−Σ p_i ln p_i): how many equally loud voices or sides would give the same entropy, from 1 to K."""
    number: Index = np.exp2(shannon(counts))
    return number


def _checked(counts: ArrayLike, sides: int = 2, least: int = 1) -> Index:
    reason = why_not(counts, sides, least)
    if reason:
        raise ValueError(reason)
    return np.asarray(counts, dtype=float)


def _shares(counts: ArrayLike, sides: int = 2) -> Index:
    values = _checked(counts, sides)
    shares: Index = values / values.sum(axis=-1, keepdims=True)
    return shares

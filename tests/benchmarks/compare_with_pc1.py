"""The accountability score held against PC1 of Lin et al. 2023 (doi 10.1093/pnasnexus/pgad286), and against Wikipedia.

PC1 is the first principal component of six sets of ratings of news domains; it is never an input here. The weights of
the components were fixed before this was first run. For orientation, the raters
correlate .62 to .83 with each other, Wikipedia's status .64 with PC1; above .85 would suggest that ratings leaked in.

Prints Spearman's rho with a 95 % bootstrap interval over outlets, for all outlets with a point and a PC1 that at least
one visible rater stands behind, and then the controls: without the state item, for the low end of the band, inside and
outside the United States, with coverage held constant, and for PC1 figures that three or more raters stand behind.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.outlets import accountability
from analysis.outlets.registry import load

DRAWS, SEED = 2000, 2023
STATUS = {"Blacklisted; Deprecated": 0, "Deprecated": 0, "Generally unreliable": 1, "No consensus": 2}
STATUS |= {"Generally reliable": 3}


def outlets() -> pd.DataFrame:
    """One row per scored outlet with at least one cited fact and a published rating."""
    registry = load()
    rows = []
    for name, outlet in registry.outlets.items():
        facts = accountability.cited(registry.facts.get(name, ()))
        if not outlet.scored or not facts:
            continue
        scored = accountability.score(facts)
        stateless = accountability.score(facts, frozenset({"independence"}))
        row = {"outlet": name, "country": outlet.country, "point": scored.point, "low": scored.low}
        row |= {"coverage": scored.coverage, "stateless": stateless.point}
        for rating in registry.ratings.get(name, ()):
            if rating.rater.startswith("PC1"):
                row |= {"pc1": float(rating.value), "raters": int(rating.visible_raters or 0)}
            else:
                row["wikipedia"] = STATUS.get(rating.value.rsplit(": ", 1)[-1])
        rows.append(row)
    return pd.DataFrame(rows)


def spearman(table: pd.DataFrame, first: str, second: str) -> float:
    """Rank correlation of two columns."""
    return float(table[first].rank().corr(table[second].rank()))


def partial(table: pd.DataFrame, first: str, second: str) -> float:
    """Rank correlation of two columns with the coverage held constant."""
    a, b, c = (spearman(table, *pair) for pair in ((first, second), (first, "coverage"), (second, "coverage")))
    return (a - b * c) / float(np.sqrt((1 - b**2) * (1 - c**2)))


def report(
    label: str, table: pd.DataFrame, first: str, second: str, of: Callable[[pd.DataFrame, str, str], float] = spearman
) -> None:
    """Print one line: rho, its interval, n; counts alone where there are too few outlets."""
    known = table.dropna(subset=[first, second])
    if len(known) < 10:
        print(f"{label:58} n = {len(known)}: too few")
        return
    draws = np.random.default_rng(SEED)
    drawn = [of(known.iloc[draws.integers(0, len(known), len(known))], first, second) for _ in range(DRAWS)]
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    print(f"{label:58} rho {of(known, first, second):+.2f} ({low:+.2f} to {high:+.2f}), n = {len(known)}")


def main() -> None:
    """All lines, whatever comes out."""
    table = outlets()
    seen = table[table["raters"] >= 1]
    report("point with PC1", seen, "point", "pc1")
    report("point without the state item with PC1", seen, "stateless", "pc1")
    report("low end of the band with PC1 (all with a fact)", seen, "low", "pc1")
    report("point with PC1, United States", seen[seen["country"] == "US"], "point", "pc1")
    report("point with PC1, elsewhere", seen[seen["country"] != "US"], "point", "pc1")
    report("point with PC1, coverage held constant", seen, "point", "pc1", partial)
    report("point with PC1, three or more visible raters", table[table["raters"] >= 3], "point", "pc1")
    report("point with Wikipedia status", table, "point", "wikipedia")
    report("Wikipedia status with PC1, the same outlets", seen.dropna(subset=["point"]), "wikipedia", "pc1")
    report("coverage with PC1 (do better known outlets rate higher?)", seen, "coverage", "pc1")


if __name__ == "__main__":
    main()

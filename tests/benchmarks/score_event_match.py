"""How well the event match parts articles of one event from articles of others.

    python -m tests.benchmarks.score_event_match ARTICLES.json [--shipped]

ARTICLES.json: objects with "event", "date", "text" (BASIL). Weights are cross-validated by event (see
fit_event_match.py); --shipped takes the weights in data/models instead, for articles they were not fitted on.

AUC over all pairs, with a 95 % bootstrap interval over events. Triplets of one event should be accepted; mixes should
not: every pair of one event plus every article of another (mixes), the two of these most alike among articles within
60 days (hardest), and as many random triplets of three events (all different).
"""

import argparse
from pathlib import Path

import numpy as np

from analysis.comparison import event_pairs
from tests.benchmarks.fit_event_match import ACCEPTED, NEAR, Pairs, joint

DRAWS = 1000
HARDEST = 2
ALLOWED = 0.02  # share of wrong mixes


def auc(same: np.ndarray, other: np.ndarray) -> float:
    """The chance that a pair of one event scores higher than a pair of two."""
    ranks = np.searchsorted(np.sort(other), [same, same], side="left")[0]
    ties = np.searchsorted(np.sort(other), same, side="right") - ranks
    return float((ranks + ties / 2).sum() / (len(same) * len(other)))


def interval(pairs: Pairs, scores: np.ndarray) -> tuple[float, float]:
    """95 % interval of the AUC when events are drawn anew; a pair of two events counts once per draw of both."""
    events = sorted(set(pairs.events))
    number = {event: place for place, event in enumerate(events)}
    of = np.array([number[event] for event in pairs.events])
    first, second = of[pairs.first], of[pairs.second]
    generator, found = np.random.default_rng(1), []
    order = np.argsort(scores)
    for _ in range(DRAWS):
        times = np.bincount(generator.integers(0, len(events), len(events)), minlength=len(events))
        weight = np.where(pairs.same, times[first], times[first] * times[second])[order].astype(float)
        gold = pairs.same[order]
        below = np.cumsum(np.where(gold, 0.0, weight))
        found.append((below * weight * gold).sum() / ((weight * gold).sum() * below[-1]))
    return tuple(np.quantile(found, [0.025, 0.975]))


def mixes(pairs: Pairs, square: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Joints of (all mixes of two and one, the hardest of them, triplets of three events)."""
    days, events = pairs.matrix(pairs.days), np.array(pairs.events)
    everything, hardest = [], []
    for one, other in zip(pairs.first[pairs.same], pairs.second[pairs.same], strict=True):
        thirds = np.flatnonzero(events != events[one])
        found = np.array([joint(square, (one, other, third)) for third in thirds])
        near = np.minimum(days[one, thirds], days[other, thirds]) <= NEAR
        everything.append(found)
        hardest.append(np.sort(found[near])[-HARDEST:])
    generator, different = np.random.default_rng(2), []
    while len(different) < sum(map(len, everything)):
        triplet = generator.choice(len(events), 3, replace=False)
        if len(set(events[triplet])) == 3:
            different.append(joint(square, triplet))
    return np.concatenate(everything), np.concatenate(hardest), np.array(different)


def main() -> None:
    """Print the figures with and without dates."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--shipped", action="store_true", help="score with the weights in data/models")
    given = parser.parse_args()
    pairs = Pairs(given.articles)
    for model in ("dated", "undated"):
        if given.shipped:
            scores = event_pairs.logits(pairs.likeness, dated=model == "dated")[pairs.first, pairs.second]
        else:
            scores = pairs.held_out(model)
        square = pairs.matrix(scores)
        triplets = np.array([joint(square, triplet) for triplet in pairs.triplets()])
        line = 0.0 if given.shipped else float(np.quantile(triplets, 1 - ACCEPTED))
        low, high = interval(pairs, scores)
        near = ~pairs.same & (pairs.days <= NEAR)
        print(f"{model}: AUC {auc(scores[pairs.same], scores[~pairs.same]):.4f} ({low:.4f} to {high:.4f}), ", end="")
        print(f"{pairs.same.sum()} pairs of one event against {(~pairs.same).sum():,} others; ", end="")
        print(f"against {near.sum()} within {NEAR} days {auc(scores[pairs.same], scores[near]):.4f}")
        print(f"  triplets accepted {np.mean(triplets >= line):.3f} of {len(triplets)}")
        wrong = mixes(pairs, square)
        for name, found in zip(("mixes", "hardest mixes", "all different"), wrong, strict=True):
            print(f"  {name} accepted {np.mean(found >= line):.4f} of {len(found):,}")
        strict = np.quantile(wrong[0], 1 - ALLOWED)
        print(
            f"  where {ALLOWED:.0%} of the mixes are accepted, so are {np.mean(triplets > strict):.3f} of the triplets"
        )


if __name__ == "__main__":
    main()

"""Fit the weights of the event match: two logistic regressions on pairs of articles, with dates and without.

    python -m tests.benchmarks.fit_event_match ARTICLES.json

ARTICLES.json is a list of objects with "event", "date" and "text" (BASIL, Fan et al. 2019). Pairs of different events
that lie within 60 days of each other are rare in such a collection and common in a user's hands, so together they
weigh a quarter of the far ones. The constant is moved so that 0 is the line at which nearly all triplets of one event
are accepted; that line is set on cross-validated log odds, ten folds by event. Writes data/models/event_match.json.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from analysis.comparison import event_pairs
from analysis.lexicons import DATA
from analysis.model import Article

FEATURES = {"dated": ("subject", "phrases", "log_days"), "undated": ("subject", "phrases")}
NEAR, NEAR_WEIGHT = 60, 0.25
PENALTY = 1.0
FOLDS = 10
ACCEPTED = 0.99  # share of triplets of one event that the line lets through


class Pairs:
    """All pairs of the articles of one file."""

    def __init__(self, path: Path) -> None:
        rows = json.loads(path.read_text(encoding="utf-8"))
        self.events = [row["event"] for row in rows]
        articles = [Article(id=row["id"], body=row["text"], published=row["date"]) for row in rows]
        self.likeness = found = event_pairs.likeness(articles)
        self.first, self.second = np.triu_indices(len(rows), 1)
        where = (self.first, self.second)
        self.days = found.days[where]
        self.columns = {
            "subject": found.subject[where],
            "phrases": found.phrasing[where],
            "log_days": np.log1p(self.days),
        }
        names = np.array(self.events)
        self.same = names[self.first] == names[self.second]
        order = {event: number % FOLDS for number, event in enumerate(sorted(set(self.events)))}
        fold = np.array([order[event] for event in self.events])
        self.folds = np.sort(np.stack([fold[self.first], fold[self.second]]), axis=0)

    def weights(self) -> np.ndarray:
        """Weight of each pair in the fit."""
        near = ~self.same & (self.days <= NEAR)
        far = ~self.same & ~near
        return np.where(near, NEAR_WEIGHT * far.sum() / near.sum(), 1.0)

    def features(self, model: str) -> np.ndarray:
        """Shape (pairs, features)."""
        return np.stack([self.columns[name] for name in FEATURES[model]], axis=1)

    def held_out(self, model: str) -> np.ndarray:
        """Log odds of each pair from a fit that saw neither of its two events."""
        found, features, weights = np.zeros(len(self.same)), self.features(model), self.weights()
        for one in range(FOLDS):
            for other in range(one, FOLDS):
                test = (self.folds[0] == one) & (self.folds[1] == other)
                if test.any():
                    train = ~np.isin(self.folds, [one, other]).any(axis=0)
                    found[test] = predict(fit(features[train], self.same[train], weights[train]), features[test])
        return found

    def triplets(self) -> Iterator[tuple[int, ...]]:
        """The articles of every event with three of them."""
        members = defaultdict(list)
        for number, event in enumerate(self.events):
            members[event].append(number)
        yield from (tuple(found) for found in members.values() if len(found) == 3)

    def matrix(self, logits: np.ndarray) -> np.ndarray:
        """The log odds as a square."""
        square = np.full((len(self.events),) * 2, -np.inf)
        square[self.first, self.second] = square[self.second, self.first] = logits
        return square


def fit(features: np.ndarray, same: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Constant and coefficients by Newton's method; features are scaled to unit spread, the penalty is L2."""
    spread = features.std(axis=0)
    seen = np.c_[np.ones(len(features)), features / spread]
    penalty = np.diag([0.0] + [PENALTY] * features.shape[1])
    found = np.zeros(seen.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (weights * (same - chance)) - penalty @ found
        bend = (seen.T * (weights * chance * (1 - chance) + 1e-9)) @ seen + penalty
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    return np.r_[found[0], found[1:] / spread]


def predict(found: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Log odds."""
    return found[0] + features @ found[1:]


def joint(square: np.ndarray, triplet: Sequence[int]) -> float:
    """The weaker joint when three articles are joined by average linkage."""
    scores = sorted(square[one, other] for one, other in combinations(triplet, 2))
    return (scores[0] + scores[1]) / 2


def main(path: Path) -> None:
    """Fit both models and write them."""
    pairs = Pairs(path)
    models = {}
    for model, names in FEATURES.items():
        square = pairs.matrix(pairs.held_out(model))
        line = float(np.quantile([joint(square, triplet) for triplet in pairs.triplets()], 1 - ACCEPTED))
        found = fit(pairs.features(model), pairs.same, pairs.weights())
        rounded = {name: round(float(weight), 2) for name, weight in zip(names, found[1:], strict=True)}
        models[model] = {"constant": round(float(found[0]) - line, 2), **rounded}
        print(model, models[model], f"line moved by {line:.2f}")
    about = (
        f"Logistic regressions on {len(pairs.same):,} pairs of {len(pairs.events)} articles of {path.parent.name}; "
        "made by tests/benchmarks/fit_event_match.py (see there). 0 is the line between one event and two."
    )
    text = json.dumps({"about": about, "weights": models}, indent=2, ensure_ascii=False)
    (DATA / event_pairs.MODEL).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

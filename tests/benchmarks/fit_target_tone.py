"""Fit the weights of the clues to the tone toward a target: multinomial logistic regression with an L2 penalty.

    python tests/benchmarks/fit_target_tone.py NEWSMTSC.jsonl

NEWSMTSC.jsonl: one object a line with sentence_normalized and targets (from, to, polarity 2, 4 or 6). Writes
data/models/target_tone.json. Same sentences, same clues, same weights: nothing is drawn at random.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis import lexicons
from analysis.comparison import actor_tone
from analysis.comparison.actor_tone import LABELS, Weights
from analysis.measures import sentiment
from analysis.text import target_clues

POLARITY = {2.0: "negative", 4.0: "neutral", 6.0: "positive"}
CLUES = 4_990  # the commonest get a weight; more do not help on sentences not seen
PENALTY = 33.0
STEPS = 250
DECIMALS = 2

Named = frozenset[tuple[str, str]]  # (family, clue)


class Target(NamedTuple):
    """One target of one sentence: its clues and the label that people gave it."""

    id: str  # of the sentence: source, article, event, place
    sentence: str
    clues: target_clues.Clues
    label: str


def read(path: Path) -> Iterator[Target]:
    """The targets of `path`, in the order of the file."""
    for row in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(row)
        text = entry["sentence_normalized"]
        line = target_clues.read(text, 0, len(text), sentiment.valences(text, 0, len(text)))
        for target in entry["targets"]:
            clues = target_clues.find(line, target["from"], target["to"])
            yield Target(entry["primary_gid"], text, clues, POLARITY[target["polarity"]])


def named(target: Target) -> Named:
    """The clues of a target, each once, with their families."""
    return frozenset((family, clue) for family, found in target.clues.items() for clue in found)


def fit(targets: Sequence[Target]) -> Weights:
    """Family -> clue -> weight for each of LABELS; the family "" holds the constants under the clue ""."""
    seen = [named(target) for target in targets]
    counts = Counter(clue for clues in seen for clue in clues)
    kept = sorted(counts, key=lambda clue: (-counts[clue], clue))[:CLUES]
    column = {clue: index for index, clue in enumerate(kept, start=1)}
    pairs = [(row, 0) for row in range(len(seen))]
    pairs += [(row, column[clue]) for row, clues in enumerate(seen) for clue in sorted(clues) if clue in column]
    gold = np.array([[float(target.label == label) for label in LABELS] for target in targets])
    solved = np.round(_minimise(np.array(pairs), gold, len(kept) + 1), DECIMALS)
    weights: dict[str, dict[str, list[float]]] = {family: {} for family in ("", *target_clues.FAMILIES)}
    weights[""][""] = (solved[0] + 0.0).tolist()
    for family, clue in sorted(kept):
        weights[family][clue] = (solved[column[family, clue]] + 0.0).tolist()  # no −0
    return weights


class Sparse:
    """A matrix of zeros and ones, by the (row, column) of its ones; every row and every column has at least one."""

    def __init__(self, pairs: np.ndarray) -> None:
        by_row, by_column = pairs[np.lexsort(pairs.T[::-1])], pairs[np.lexsort(pairs.T)]
        self.columns, self.row_starts = by_row[:, 1], _starts(by_row[:, 0])
        self.rows, self.column_starts = by_column[:, 0], _starts(by_column[:, 1])

    def times(self, right: np.ndarray) -> np.ndarray:
        """self @ right."""
        return np.add.reduceat(right[self.columns], self.row_starts, axis=0)

    def transposed_times(self, right: np.ndarray) -> np.ndarray:
        """self.T @ right."""
        return np.add.reduceat(right[self.rows], self.column_starts, axis=0)


def _starts(ordered: np.ndarray) -> np.ndarray:
    """Where each new number begins."""
    return np.flatnonzero(np.diff(ordered, prepend=-1))


def _minimise(pairs: np.ndarray, gold: np.ndarray, columns: int) -> np.ndarray:
    """Nesterov's accelerated gradient on the penalised log loss; the constants (column 0) are not penalised."""
    seen = Sparse(pairs)
    largest, size = np.ones((columns, 1)), 1.0
    for _ in range(20):  # the largest eigenvalue by the power method
        largest = seen.transposed_times(seen.times(largest / size))
        size = float(np.linalg.norm(largest))
    penalty = np.full((columns, 1), PENALTY)
    penalty[0] = 0
    steepest = 0.5 * size + PENALTY
    momentum = (1 - (PENALTY / steepest) ** 0.5) / (1 + (PENALTY / steepest) ** 0.5)
    weights = ahead = np.zeros((columns, gold.shape[1]))
    for _ in range(STEPS):
        scores = seen.times(ahead)
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        following = ahead - (seen.transposed_times(chances - gold) + penalty * ahead) / steepest
        ahead = following + momentum * (following - weights)
        weights = following
    return weights


def store(weights: Weights, path: Path, n: int) -> None:
    """Write the weights, one clue a line, so that a change can be read."""
    about = f"multinomial logistic regression on {n:,} targets of NewsMTSC (Hamborg & Donnay 2021; MIT); made by "
    about += "tests/benchmarks/fit_target_tone.py. Three weights a clue: negative, neutral, positive."
    families = [
        f"  {json.dumps(family)}: {{\n"
        + ",\n".join(f"   {json.dumps(clue, ensure_ascii=False)}: {json.dumps(row)}" for clue, row in clues.items())
        + "\n  }"
        for family, clues in weights.items()
    ]
    text = f'{{\n "about": {json.dumps(about)},\n "weights": {{\n' + ",\n".join(families) + "\n }\n}\n"
    path.write_text(text, encoding="utf-8")


def main(path: Path) -> None:
    """Fit and write."""
    targets = list(read(path))
    model = lexicons.DATA / "models" / f"{actor_tone.MODEL}.json"
    store(fit(targets), model, len(targets))
    print(f"{len(targets):,} targets; {model.stat().st_size / 1000:.0f} kB written to {model.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

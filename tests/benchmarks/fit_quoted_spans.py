"""Fit the weights of the clues for short quoted spans: multinomial logistic regression with an L2 penalty.

    python tests/benchmarks/fit_quoted_spans.py LABELS.tsv TEXTS.json…

Writes data/models/quoted_spans.json. Same labels, same clues, same weights: nothing is drawn at random.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis import lexicons
from analysis.measures.scare_quotes import CLASSES, DECISIVE
from analysis.text import quoted_span_clues, quoted_spans

PENALTY = 1.5
LIFT = 0.3  # rare classes count (n / n_class) ** LIFT times: scare quotes are 6 % of the spans
TERM_SHYNESS = 0.45  # a term without a word for words beside it is a guess that is wrong more often than right
RARE = 3  # clues seen less often get no weight
STEPS = 600

Weights = dict[str, tuple[float, ...]]


class Labelled(NamedTuple):
    """One labelled span; `clues` is None where the finder has no such span."""

    document: str
    label: str
    clues: frozenset[str] | None
    shown: str


def read(labels: Path, texts: Sequence[Path]) -> list[Labelled]:
    """The labelled spans with the clues that our own finder sees."""
    bodies = {}
    for path in texts:
        for article in json.loads(path.read_text(encoding="utf-8")):
            for folder in (path.parent.name, f"{path.parent.name}-{path.stem}"):
                bodies[f"{folder}/{article['id']}"] = article["text"]
    with labels.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    found = []
    for row in rows:
        body, start, end = bodies[row["document"]], int(row["start"]), int(row["end"])
        seen = {
            (span.start, span.end): clues
            for span, clues in zip(quoted_spans.find(body), quoted_span_clues.find(body), strict=True)
        }
        found.append(Labelled(row["document"], row["label"], seen.get((start, end)), body[start:end]))
    return found


def fit(known: Sequence[tuple[frozenset[str], str]]) -> Weights:
    """Clue -> weight per class (in the order of CLASSES), from pairs of clues and label; "" is the constant.

    Spans that one clue decides alone are left out: the weights are for the others.
    """
    known = [(clues, label) for clues, label in known if clues.isdisjoint(DECISIVE)]
    counts = Counter(clue for clues, _ in known for clue in clues)
    names = ["", *sorted(clue for clue, count in counts.items() if count >= RARE)]
    seen = np.array([[1.0, *(float(clue in clues) for clue in names[1:])] for clues, _ in known])
    gold = np.array([[float(label == cls) for cls in CLASSES] for _, label in known])
    lift = ((len(known) / np.maximum(gold.sum(axis=0), 1)) ** LIFT)[gold.argmax(axis=1)]
    solved = _minimise(seen, gold, lift / lift.mean())
    solved[0, CLASSES.index("term")] += np.log(TERM_SHYNESS)
    return {name: tuple(round(float(w), 3) for w in row) for name, row in zip(names, solved, strict=True)}


def _minimise(seen: np.ndarray, gold: np.ndarray, lift: np.ndarray) -> np.ndarray:
    """Nesterov's accelerated gradient on the penalised log loss, which is convex."""
    penalty = np.full((seen.shape[1], 1), PENALTY)
    penalty[0] = 0
    step = 1 / (0.5 * np.linalg.norm(seen, 2) ** 2 * lift.max() + PENALTY)
    weights = ahead = np.zeros((seen.shape[1], gold.shape[1]))
    for index in range(STEPS):
        scores = seen @ ahead
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        gradient = seen.T @ ((chances - gold) * lift[:, None]) + penalty * ahead
        following = ahead - step * gradient
        ahead = following + index / (index + 3) * (following - weights)
        weights = following
    return weights


def store(weights: Mapping[str, Sequence[float]], path: Path, n: int) -> None:
    """Write the weights, one clue per line, so that a person can read and compare them."""
    rows = ",\n".join(
        f"    {json.dumps(clue)}: {json.dumps(dict(zip(CLASSES, row, strict=True)))}"
        for clue, row in sorted(weights.items())
    )
    about = f"multinomial logistic regression on {n} labelled spans; made by tests/benchmarks/fit_quoted_spans.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'{{\n  "about": {json.dumps(about)},\n  "weights": {{\n{rows}\n  }}\n}}\n', encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Fit on all labelled spans and store the weights."""
    labelled = read(Path(arguments[0]), [Path(text) for text in arguments[1:]])
    known = [(span.clues, span.label) for span in labelled if span.clues is not None]
    store(fit(known), lexicons.DATA / "models" / "quoted_spans.json", len(known))


if __name__ == "__main__":
    main(sys.argv[1:])

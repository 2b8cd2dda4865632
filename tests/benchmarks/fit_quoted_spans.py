"""Fit the weights of the clues for short quoted spans: multinomial logistic regression with an L2 penalty.

    python tests/benchmarks/fit_quoted_spans.py LABELS.tsv TEXTS…

TEXTS are the files that hold the labelled documents (see quoted_span_labels.py). Three sets of labels are fitted
together: LABELS.tsv, more_quoted_spans.csv beside this script (labels of ours on other documents; those whose text is
not given are left out), and our own sentences in tests/text/quoted_span_sentences.csv (rows for training). Penalty,
shyness of terms and the leaning of same words are chosen by cross-validation over documents. Writes
data/models/quoted_spans.json. Same labels, same clues, same weights: nothing is drawn at random.
"""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quoted_span_labels import Document, read, read_own

from analysis.text.quoted_span_classes import CLASSES, DECISIVE, PATH, Model, settle

LIFT = 0.3  # rare classes count (n / n_class) ** LIFT times: scare quotes are 6 % of the spans
RARE = 3  # clues seen less often get no weight
STEPS = 120
INNER_FOLDS = 4


class Setup(NamedTuple):
    """What cross-validation chooses."""

    penalty: float
    term_shyness: float  # a term that no word announces is a guess that is wrong more often than right
    same_words: float  # how far spans with the same words lean toward one another


SETUPS = tuple(Setup(*values) for values in product((1.5,), (0.35, 0.5, 0.7), (0.0, 0.5, 1.0)))


def fit(documents: Sequence[Document], penalty: float) -> Model:
    """Clue -> weight per class (in the order of CLASSES); "" is the constant. Terms are not shy yet.

    Spans that one clue decides alone are left out: the weights are for the others.
    """
    known = [
        (document.clues[index], label)
        for document in documents
        for index, label in document.labels
        if index >= 0 and document.clues[index].isdisjoint(DECISIVE)
    ]
    counts = Counter(clue for clues, _ in known for clue in clues)
    names = ["", *sorted(clue for clue, count in counts.items() if count >= RARE)]
    column = {name: index for index, name in enumerate(names)}
    seen = np.zeros((len(known), len(names)))
    seen[:, 0] = 1
    for row, (clues, _) in enumerate(known):
        seen[row, [column[clue] for clue in clues if clue in column]] = 1
    gold = np.array([[float(label == cls) for cls in CLASSES] for _, label in known])
    lift = ((len(known) / np.maximum(gold.sum(axis=0), 1)) ** LIFT)[gold.argmax(axis=1)]
    solved = _minimise(seen, gold, lift / lift.mean(), penalty)
    return Model({name: tuple(map(float, row)) for name, row in zip(names, solved, strict=True)}, 0.0)


def _minimise(seen: np.ndarray, gold: np.ndarray, lift: np.ndarray, strength: float) -> np.ndarray:
    """Nesterov's accelerated gradient on the penalised log loss, which is convex."""
    penalty = np.full((seen.shape[1], 1), strength)
    penalty[0] = 0
    curvature = np.linalg.eigvalsh((seen * lift[:, None]).T @ seen)[-1]
    step = 1 / (0.5 * curvature + strength)
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


def tuned(model: Model, setup: Setup) -> Model:
    """`model` with terms as shy, and same words leaning as far, as `setup` says."""
    start = list(model.weights[""])
    start[CLASSES.index("term")] += float(np.log(setup.term_shyness))
    return Model({**model.weights, "": tuple(start)}, setup.same_words)


def predict(document: Document, model: Model) -> list[str]:
    """The class of every labelled span of `document`; a span that we do not find is "other"."""
    settled = settle(document.clues, document.words, model)
    return [settled[index][0] if index >= 0 else "other" for index, _ in document.labels]


def fold(document: Document, folds: int, seed: str) -> int:
    """The fold a document belongs to."""
    return int(hashlib.md5((document.name + seed).encode()).hexdigest(), 16) % folds


def choose(documents: Sequence[Document], always: Sequence[Document]) -> Setup:
    """The setup with the best macro-F1 over `documents`, each predicted by weights fitted without its fold.

    Only a sample as it comes can tell: `always`, which joins every fit, holds the spans that are hard to tell.
    """
    gold = [label for document in documents for _, label in document.labels]
    found: dict[Setup, list[list[str]]] = {setup: [[] for _ in documents] for setup in SETUPS}
    for number in range(INNER_FOLDS):
        others = [*(one for one in documents if fold(one, INNER_FOLDS, "inner") != number), *always]
        models = {penalty: fit(others, penalty) for penalty in {setup.penalty for setup in SETUPS}}
        for index, document in enumerate(documents):
            if fold(document, INNER_FOLDS, "inner") == number:
                for setup in SETUPS:
                    found[setup][index] = predict(document, tuned(models[setup.penalty], setup))
    return max(SETUPS, key=lambda setup: macro_f1(gold, [cls for one in found[setup] for cls in one]))


def f1(gold: Sequence[str], predicted: Sequence[str], cls: str) -> float:
    """The harmonic mean of precision and recall of one class."""
    right = sum(g == p == cls for g, p in zip(gold, predicted, strict=True))
    return 2 * right / max(1, list(gold).count(cls) + list(predicted).count(cls))


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """The mean F1 of the classes, each as heavy as the others."""
    return float(np.mean([f1(gold, predicted, cls) for cls in CLASSES]))


def store(model: Model, setup: Setup, path: Path, n: int) -> None:
    """Write the weights, one clue per line, so that a person can read and compare them."""
    rows = ",\n".join(
        f"    {json.dumps(clue)}: {json.dumps({cls: round(w, 3) for cls, w in zip(CLASSES, row, strict=True)})}"
        for clue, row in sorted(model.weights.items())
    )
    about = (
        f"multinomial logistic regression on {n} labelled spans (L2 penalty {setup.penalty:g}, chosen by "
        f"cross-validation); made by tests/benchmarks/fit_quoted_spans.py"
    )
    head = f'  "about": {json.dumps(about)},\n  "same_words": {setup.same_words},\n'
    path.write_text(f'{{\n{head}  "weights": {{\n{rows}\n  }}\n}}\n', encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Fit on all labelled spans and store the weights."""
    labels, *texts = map(Path, arguments)
    documents = read(labels, texts)
    always = [*read(Path(__file__).with_name("more_quoted_spans.csv"), texts), *read_own()]
    setup, known = choose(documents, always), [*documents, *always]
    counts = Counter(label for document in known for _, label in document.labels)
    print(f"{dict(counts)}\n{setup}")
    store(tuned(fit(known, setup.penalty), setup), setup, PATH, counts.total())


if __name__ == "__main__":
    main(sys.argv[1:])

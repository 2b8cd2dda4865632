"""Score the classes of short quoted spans against labels made by hand, cross-validated by document.

    python tests/benchmarks/score_quoted_spans.py LABELS.tsv TEXTS.json… [--stored]

LABELS.tsv: document, start, end (marks included), label. TEXTS.json: lists of {"id", "text"}; a document named
"folder-part/id" is looked up in <folder>/<part>.json, "folder/id" in any file of <folder>. With --stored the weights in
data/models/quoted_spans.json are used as they are: fair only on labels they were not fitted on. A labelled span that
we do not find counts as "other".
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fit_quoted_spans import Labelled, fit, read

from analysis.measures import scare_quotes
from analysis.measures.scare_quotes import CLASSES
from tests.benchmarks.cards import Card, keep

FOLDS = 10
DRAWS = 500
SEED = 7
DATA = "spans of US political news, two annotators; cross-validated by document"


def cross_validated(labelled: Sequence[Labelled], seed: str = "") -> list[str]:
    """The class predicted for each span by weights fitted without its document."""
    folds = [int(hashlib.md5((span.document + seed).encode()).hexdigest(), 16) % FOLDS for span in labelled]
    predicted = ["other"] * len(labelled)
    for fold in range(FOLDS):
        known = [
            (s.clues, s.label) for s, at in zip(labelled, folds, strict=True) if at != fold and s.clues is not None
        ]
        weights = fit(known)
        for index, span in enumerate(labelled):
            if folds[index] == fold and span.clues is not None:
                predicted[index] = scare_quotes.weigh(span.clues, weights)[0]
    return predicted


def report(gold: Sequence[str], predicted: Sequence[str]) -> str:
    """Precision, recall and F1 per class, and macro-F1."""
    lines, scores = [], []
    for cls in CLASSES:
        right = sum(g == p == cls for g, p in zip(gold, predicted, strict=True))
        precision, recall = right / max(1, list(predicted).count(cls)), right / max(1, list(gold).count(cls))
        scores.append(2 * precision * recall / max(1e-9, precision + recall))
        lines.append(f"{cls:8} P {precision:.2f}  R {recall:.2f}  F1 {scores[-1]:.3f}  n {list(gold).count(cls)}")
    accuracy = np.mean([g == p for g, p in zip(gold, predicted, strict=True)])
    return "\n".join([*lines, f"macro-F1 {np.mean(scores):.3f}   accuracy {accuracy:.3f}"])


def cards(labelled: Sequence[Labelled], predicted: Sequence[str]) -> Iterator[Card]:
    """The figures of the accuracy card, with 95 % intervals by bootstrap over documents."""
    documents: dict[str, list[tuple[str, str]]] = {}
    for span, found in zip(labelled, predicted, strict=True):
        documents.setdefault(span.document, []).append((span.label, found))
    every = [pair for pairs in documents.values() for pair in pairs]
    chance, groups = random.Random(SEED), list(documents.values())
    drawn = [figures([pair for pairs in chance.choices(groups, k=len(groups)) for pair in pairs]) for _ in range(DRAWS)]
    for metric, value in figures(every).items():
        ordered = sorted(one[metric] for one in drawn)
        bounds = ordered[int(0.025 * DRAWS)], ordered[int(0.975 * DRAWS)]
        n = f"{sum(label == 'scare' for label, _ in every)} of {len(every)}" if "scare" in metric else str(len(every))
        yield Card("scare_quotes", "Parallax", metric, value, *bounds, f"{n} spans", DATA)


def figures(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """What the card shows, from (label, prediction) pairs."""
    right = sum(gold == found for gold, found in pairs)
    both = sum(gold == found == "scare" for gold, found in pairs)
    f1 = [
        2
        * sum(gold == found == cls for gold, found in pairs)
        / max(1, sum((gold == cls) + (found == cls) for gold, found in pairs))
        for cls in CLASSES
    ]
    return {
        "class right (%)": 100 * right / len(pairs),
        "five classes (macro-F1)": sum(f1) / len(CLASSES),
        "scare quotes found (recall %)": 100 * both / max(1, sum(gold == "scare" for gold, _ in pairs)),
        "scare quotes shown that are right (precision %)": 100 * both / max(1, sum(f == "scare" for _, f in pairs)),
    }


def main(arguments: Sequence[str]) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--stored", action="store_true", help="use the stored weights instead of cross-validating")
    options = parser.parse_args(arguments)
    labelled = read(options.labels, options.texts)
    gold = [span.label for span in labelled]
    if options.stored:
        predicted = [scare_quotes.weigh(span.clues)[0] if span.clues is not None else "other" for span in labelled]
    else:
        predicted = cross_validated(labelled)
    print(f"{len(labelled)} spans, {sum(span.clues is None for span in labelled)} not found by us")
    print(report(gold, predicted))
    if not options.stored:
        keep(*cards(labelled, predicted))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Score the classes of short quoted spans against labels made by hand, cross-validated by document.

    python tests/benchmarks/score_quoted_spans.py LABELS.tsv TEXTS.json… [--stored]

LABELS.tsv: document, start, end (marks included), label. TEXTS.json: lists of {"id", "text"}; a document named
"folder-part/id" is looked up in <folder>/<part>.json, "folder/id" in any file of <folder>. With --stored the weights in
data/models/quoted_spans.json are used as they are: fair only on labels they were not fitted on. A labelled span that
we do not find counts as "other".
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fit_quoted_spans import Labelled, fit, read

from analysis.measures import scare_quotes
from analysis.measures.scare_quotes import CLASSES

FOLDS = 10


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


if __name__ == "__main__":
    main(sys.argv[1:])

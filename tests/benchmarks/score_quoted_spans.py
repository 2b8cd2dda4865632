"""Score the classes of short quoted spans against labels made by hand, cross-validated by document.

    python tests/benchmarks/score_quoted_spans.py LABELS.tsv TEXTS… [--seeds 6] [--only-labels] [--stored]

For the form of LABELS and TEXTS see quoted_span_labels.py. Each document of LABELS is predicted by weights fitted
without its fold (ten folds); penalty, shyness and leaning are chosen anew inside each training part. Our labels on
other documents (more_quoted_spans.csv) and our own sentences join every training part, unless --only-labels is given.
The folds are drawn --seeds times; what is printed is the mean and the standard deviation. A labelled span that we do
not find counts as "other". With --stored the weights in data/models/quoted_spans.json are used as they are: fair only
on labels they were not fitted on.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fit_quoted_spans import choose, f1, fit, fold, macro_f1, predict, tuned
from quoted_span_labels import Document, read, read_own

from analysis.text import quoted_span_classes
from analysis.text.quoted_span_classes import CLASSES
from tests.benchmarks.cards import Card, keep

FOLDS = 10
SCARE = "scare"
DRAWS = 500
SEED = 7
DATA = "spans of US political news, two annotators; cross-validated by document, mean of the draws of the folds"
COLUMNS = ("macro-F1", "accuracy", *(f"{cls} F1" for cls in CLASSES), "scare P", "scare R", "term P", "term R")


def cross_validated(documents: Sequence[Document], always: Sequence[Document], seed: str) -> list[str]:
    """The class predicted for each labelled span of `documents` by weights fitted without its fold."""
    predicted: dict[str, list[str]] = {}
    for number in range(FOLDS):
        known = [one for one in documents if fold(one, FOLDS, seed) != number]
        setup = choose(known, always)
        model = tuned(fit([*known, *always], setup.penalty), setup)
        for document in documents:
            if fold(document, FOLDS, seed) == number:
                predicted[document.name] = predict(document, model)
    return [cls for document in documents for cls in predicted[document.name]]


def figures(gold: Sequence[str], predicted: Sequence[str]) -> list[float]:
    """One number for each of COLUMNS."""
    exact = []
    for cls in (SCARE, "term"):
        right = sum(g == p == cls for g, p in zip(gold, predicted, strict=True))
        exact += [right / max(1, list(predicted).count(cls)), right / max(1, list(gold).count(cls))]
    accuracy = np.mean([g == p for g, p in zip(gold, predicted, strict=True)])
    return [macro_f1(gold, predicted), float(accuracy), *(f1(gold, predicted, cls) for cls in CLASSES), *exact]


def cards(documents: Sequence[Document], runs: Sequence[Sequence[str]]) -> Iterator[Card]:
    """The figures of the accuracy card: means over the runs, 95 % intervals by bootstrap over documents and runs."""
    grouped = [_by_document(documents, predicted) for predicted in runs]
    chance = random.Random(SEED)
    drawn = [shown(chance.choices(chance.choice(grouped), k=len(documents))) for _ in range(DRAWS)]
    every = [label for document in documents for _, label in document.labels]
    for metric in drawn[0]:
        value = float(np.mean([shown(groups)[metric] for groups in grouped]))
        ordered = sorted(one[metric] for one in drawn)
        bounds = ordered[int(0.025 * DRAWS)], ordered[int(0.975 * DRAWS)]
        n = f"{every.count(SCARE)} of {len(every)}" if SCARE in metric else str(len(every))
        yield Card("scare_quotes", "Parallax", metric, value, *bounds, f"{n} spans", DATA)


def _by_document(documents: Sequence[Document], predicted: Sequence[str]) -> list[list[tuple[str, str]]]:
    """The (label, prediction) pairs of each document."""
    left = iter(predicted)
    return [[(label, next(left)) for _, label in document.labels] for document in documents]


def shown(groups: Sequence[Sequence[tuple[str, str]]]) -> dict[str, float]:
    """What the card shows, from the (label, prediction) pairs of each document."""
    pairs = [pair for group in groups for pair in group]
    found = dict(zip(COLUMNS, figures([gold for gold, _ in pairs], [cls for _, cls in pairs]), strict=True))
    return {
        "class right (%)": 100 * found["accuracy"],
        "five classes (macro-F1)": found["macro-F1"],
        "scare quotes found (recall %)": 100 * found["scare R"],
        "scare quotes shown that are right (precision %)": 100 * found["scare P"],
    }


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=6, help="how often the folds are drawn")
    parser.add_argument("--only-labels", action="store_true", help="fit on LABELS alone")
    parser.add_argument("--stored", action="store_true", help="use the stored weights instead of cross-validating")
    options = parser.parse_args(arguments)
    documents = read(options.labels, options.texts)
    gold = [label for document in documents for _, label in document.labels]
    unseen = sum(index < 0 for document in documents for index, _ in document.labels)
    print(f"{len(gold)} spans in {len(documents)} documents, {unseen} not found by us")
    more = Path(__file__).with_name("more_quoted_spans.csv")
    always = [] if options.only_labels else [*read(more, options.texts), *read_own()]
    print(f"{sum(len(one.labels) for one in always)} other labelled spans in every training part")
    if options.stored:
        model = quoted_span_classes.model()
        runs = [figures(gold, [cls for document in documents for cls in predict(document, model)])]
    else:
        predicted = [cross_validated(documents, always, str(seed)) for seed in range(options.seeds)]
        runs = [figures(gold, one) for one in predicted]
        keep(*cards(documents, predicted))
    for column, values in zip(COLUMNS, zip(*runs, strict=True), strict=True):
        print(f"{column:10} {np.mean(values):.3f} ± {np.std(values):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Score the tone toward targets against labels made by people.

    python tests/benchmarks/score_target_tone.py NEWSMTSC.jsonl [--stored]

NEWSMTSC.jsonl: one object a line with primary_gid, sentence_normalized and targets (from, to, polarity 2, 4 or 6).
Cross-validated in ten parts; sentences of one article or event, and sentences that share a third of their runs of five
words, stay in one part. With --stored the weights in data/models/target_tone.json are used as they are: fair only on
sentences they were not fitted on. 95 % intervals by bootstrap over the groups of sentences that stay together.

The confident half are the targets whose likeliest label has a probability over the median. Calibration compares the
probability of the likeliest label with how often it is right.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fit_target_tone import Target, fit, read

from analysis import lexicons
from analysis.comparison import actor_tone
from analysis.comparison.actor_tone import LABELS, Estimate
from tests.benchmarks.cards import Card, keep

PARTS = 10
RUN = 5  # words
NEAR = 0.3  # share of the runs of the shorter sentence
COMMON = 6  # sentences; a run that more of them have is boilerplate
DRAWS = 500
SEED = 7
TRIED = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
WORD = re.compile(r"\w+")
DATA = "NewsMTSC (Hamborg & Donnay 2021), cross-validated by article and event"
SHOWN = {  # figure -> as the accuracy card calls it, and by how much it is multiplied
    "macro-F1": ("negative, neutral or positive (macro-F1)", 1),
    "accuracy": ("labels right, unsure ones included (%)", 100),
    "accuracy where not unsure": ("labels right where it is not unsure (%)", 100),
    "share not unsure": ("share where it is not unsure (%)", 100),
}


def groups(targets: Sequence[Target]) -> list[int]:
    """For each target the number of the group that must stay together."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    holders: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)  # run -> sentence -> article or event
    runs = {target.sentence: _runs(target.sentence) for target in targets}
    for target in targets:
        for run in runs[target.sentence]:
            holders[run][target.sentence] = _origin(target.id)
    shared = Counter(
        (one, other)
        for found in holders.values()
        if len(found) <= COMMON
        for one in found
        for other in found
        if one < other
    )
    origin = {target.sentence: _origin(target.id) for target in targets}
    for (one, other), n in shared.items():
        if n >= NEAR * min(len(runs[one]), len(runs[other])):
            parent[root(origin[one])] = root(origin[other])
    number: dict[str, int] = {}
    return [number.setdefault(root(_origin(target.id)), len(number)) for target in targets]


def _origin(name: str) -> str:
    """The event of an AllSides sentence, the article of any other."""
    parts = name.split("_")
    return f"event {parts[2]}" if parts[0] == "allsides" and len(parts) > 2 else "_".join(parts[:3])


def _runs(sentence: str) -> set[tuple[str, ...]]:
    words = WORD.findall(sentence.lower())
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}


def cross_validated(targets: Sequence[Target], together: Sequence[int]) -> list[Estimate]:
    """The estimate for each target by weights fitted without its group; groups go to the emptiest part, large first."""
    sizes = Counter(together)
    part_of, filled = {}, [0] * PARTS
    for group, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        part_of[group] = filled.index(min(filled))
        filled[part_of[group]] += size
    found: list[Estimate | None] = [None] * len(targets)
    for part in range(PARTS):
        known = [target for target, group in zip(targets, together, strict=True) if part_of[group] != part]
        weights = fit(known)
        for index, (target, group) in enumerate(zip(targets, together, strict=True)):
            if part_of[group] == part:
                found[index] = actor_tone.estimate(target.clues, weights)
    return [one for one in found if one is not None]


def figures(gold: np.ndarray, predicted: np.ndarray, sure: np.ndarray) -> dict[str, float]:
    """Macro-F1, accuracy over all, accuracy of the confident half and of those that are not called unsure."""
    right = gold == predicted
    f1 = [
        2 * np.sum(right & (gold == label)) / max(1, np.sum(gold == label) + np.sum(predicted == label))
        for label in range(len(LABELS))
    ]
    half, told = sure >= np.median(sure), sure >= lexicons.threshold("target_tone_sure")
    return {
        "macro-F1": float(np.mean(f1)),
        "accuracy": float(right.mean()),
        "accuracy of the confident half": float(right[half].mean()),
        "accuracy where not unsure": float(right[told].mean()) if told.any() else 0.0,
        "share not unsure": float(told.mean()),
        "macro-F1 over negative and positive": float(np.mean([f1[0], f1[2]])),
    }


def intervals(numbers: tuple[np.ndarray, ...], together: Sequence[int]) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each of `figures`, by drawing groups with replacement."""
    members = defaultdict(list)
    for index, group in enumerate(together):
        members[group].append(index)
    rows = [np.array(found) for found in members.values()]
    chance = np.random.default_rng(SEED)
    drawn = []
    for _ in range(DRAWS):
        index = np.concatenate([rows[at] for at in chance.integers(0, len(rows), len(rows))])
        drawn.append(figures(*(one[index] for one in numbers)))
    return {name: tuple(np.percentile([one[name] for one in drawn], [2.5, 97.5])) for name in drawn[0]}


def calibration(gold: np.ndarray, predicted: np.ndarray, sure: np.ndarray) -> str:
    """Five groups of equal size by probability: what the model says, how often it is right; and the mean gap."""
    right = gold == predicted
    parts = np.array_split(np.argsort(sure), 5)
    gap = sum(len(part) * abs(sure[part].mean() - right[part].mean()) for part in parts) / len(gold)
    told = "  ".join(f"{sure[part].mean():.2f}→{right[part].mean():.2f}" for part in parts)
    return f"said → right: {told}   mean gap {gap:.3f}"


def trade(gold: np.ndarray, predicted: np.ndarray, sure: np.ndarray) -> list[str]:
    """What other thresholds for "unsure" would give."""
    return [f"{at:.2f} → {(sure >= at).mean():.2f}, {(gold == predicted)[sure >= at].mean():.2f}" for at in TRIED]


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsmtsc", type=Path)
    parser.add_argument("--stored", action="store_true", help="use the stored weights instead of cross-validating")
    options = parser.parse_args(arguments)
    targets = list(read(options.newsmtsc))
    together = groups(targets)
    found = (
        [actor_tone.estimate(one.clues) for one in targets] if options.stored else cross_validated(targets, together)
    )
    gold = np.array([LABELS.index(target.label) for target in targets])
    predicted = np.array([LABELS.index(one.label) for one in found])
    numbers = (gold, predicted, np.array([one.probability for one in found]))
    print(f"{options.newsmtsc.name}: {len(targets):,} targets in {len(set(together)):,} groups")
    between = intervals(numbers, together)
    for name, value in figures(*numbers).items():
        print(f"{name:36} {value:.3f}   {between[name][0]:.3f} to {between[name][1]:.3f}")
        if name in SHOWN and not options.stored:
            metric, times = SHOWN[name]
            low, high = (times * bound for bound in between[name])
            keep(Card("actor_tone", "Parallax", metric, times * value, low, high, f"{len(targets)} targets", DATA))
    for label in range(len(LABELS)):
        right = np.sum((gold == label) & (predicted == label))
        precision, recall = right / max(1, np.sum(predicted == label)), right / max(1, np.sum(gold == label))
        print(f"{LABELS[label]:9} P {precision:.3f}  R {recall:.3f}  n {np.sum(gold == label)}")
    print(calibration(*numbers))
    print("sure from → share, accuracy: " + "   ".join(trade(*numbers)))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Score the word tone of sentences against human ratings.

    python tests/benchmarks/score_tone.py NYT.tsv NEWSMTSC.jsonl

NYT.tsv: columns mean_rating (-4 to 4) and sentence. Printed: Pearson's r.
NEWSMTSC.jsonl: sentence_normalized and targets with polarity 2, 4 or 6. Printed: macro-F1 of negative, neutral and
positive, where the tone of the whole sentence is taken for the tone toward its target.

Both beside plain VADER in the same run, with 95 % intervals by bootstrap over sentences.
"""

import csv
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.measures import sentiment
from analysis.model import Article
from tests.benchmarks.cards import Card, keep

DRAWS = 500
SEED = 7
NYT, MTSC = "NYT editorials (Hutto & Gilbert 2014)", "NewsMTSC (Hamborg & Donnay 2021)"
READERS = "correlation with the mean of 20 readers"
TARGETS = "tone of the sentence taken for that toward its target (macro-F1)"
PLAIN = SentimentIntensityAnalyzer()
POLARITY = {2.0: "negative", 4.0: "neutral", 6.0: "positive"}


def tone(text: str) -> float:
    """The tone of one gold sentence: the mean over the pieces the measure makes of it, narration where there is any."""
    found = sentiment.sentences(Article(id="gold", body=" ".join(text.split())))
    narration = [sentence.tone for sentence in found if sentence.voice == "narration"]
    tones = narration or [sentence.tone for sentence in found]
    return sum(tones) / len(tones) if tones else 0.0


def label(number: float, cutoff: float = 0.05) -> str:
    """negative, neutral or positive."""
    return "positive" if number >= cutoff else "negative" if number <= -cutoff else "neutral"


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """The mean F1 of the classes that occur in `gold`."""
    scores = []
    for name in sorted(set(gold)):
        right = sum(g == p == name for g, p in zip(gold, predicted, strict=True))
        scores.append(2 * right / max(1, gold.count(name) + predicted.count(name)))
    return sum(scores) / len(scores)


def plain(text: str) -> float:
    """VADER on the whole sentence as it stands."""
    return float(PLAIN.polarity_scores(text)["compound"])


def interval(figure: Callable[[np.ndarray], float], n: int) -> tuple[float, float]:
    """The 95 % interval of `figure` (of the indices of the cases), by drawing n cases with replacement."""
    chance = np.random.default_rng(SEED)
    low, high = np.percentile([figure(chance.integers(0, n, n)) for _ in range(DRAWS)], [2.5, 97.5])
    return float(low), float(high)


def score_readers(path: Path) -> None:
    """Print and keep the correlation with the mean rating of people."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    ratings = np.array([float(row["mean_rating"]) for row in rows])
    for system, scheme in (("Parallax", tone), ("VADER, whole sentence", plain)):
        tones = np.array([scheme(row["sentence"]) for row in rows])

        def correlation(chosen: np.ndarray, tones: np.ndarray = tones) -> float:
            return float(np.corrcoef(ratings[chosen], tones[chosen])[0, 1])

        r, (low, high) = correlation(np.arange(len(rows))), interval(correlation, len(rows))
        print(f"{system}: NYT editorials r = {r:.3f} ({low:.3f} to {high:.3f}; {len(rows):,} sentences)")
        keep(Card("sentiment", system, READERS, r, low, high, f"{len(rows)} sentences", NYT))


def score_targets(path: Path) -> None:
    """Print and keep the macro-F1 of the tone of sentences as the tone toward their targets."""
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = np.array([POLARITY[target["polarity"]] for entry in entries for target in entry["targets"]])
    for system, scheme in (("Parallax", tone), ("VADER, whole sentence", plain)):
        labels = [label(scheme(entry["sentence_normalized"])) for entry in entries]
        predicted = np.array([one for one, entry in zip(labels, entries, strict=True) for _ in entry["targets"]])

        def score(chosen: np.ndarray, predicted: np.ndarray = predicted) -> float:
            return macro_f1(gold[chosen].tolist(), predicted[chosen].tolist())

        value, (low, high) = score(np.arange(len(gold))), interval(score, len(gold))
        print(f"{system}: NewsMTSC macro-F1 = {value:.3f} ({low:.3f} to {high:.3f}; {len(gold):,} targets, ±.05)")
        keep(Card("sentiment", system, TARGETS, value, low, high, f"{len(gold)} targets", MTSC))


def main(nyt: Path, newsmtsc: Path) -> None:
    """Print both figures and the time."""
    begun = time.perf_counter()
    score_readers(nyt)
    score_targets(newsmtsc)
    print(f"{time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Score the word tone of sentences against human ratings.

    python tests/benchmarks/score_tone.py NYT.tsv NEWSMTSC.jsonl

NYT.tsv: columns mean_rating (-4 to 4) and sentence. Printed: Pearson's r.
NEWSMTSC.jsonl: sentence_normalized and targets with polarity 2, 4 or 6. Printed: macro-F1 of negative, neutral and
positive, where the tone of the whole sentence is taken for the tone toward its target.
"""

import csv
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.measures import sentiment
from analysis.model import Article

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


def main(nyt: Path, newsmtsc: Path) -> None:
    """Print both figures and the sentences per second."""
    begun = time.perf_counter()
    with nyt.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t"))
    ratings = [float(row["mean_rating"]) for row in rows]
    tones = [tone(row["sentence"]) for row in rows]
    print(f"NYT editorials: r = {np.corrcoef(ratings, tones)[0, 1]:.3f} ({len(rows):,} sentences)")
    gold, predicted = [], []
    for line in newsmtsc.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found = label(tone(entry["sentence_normalized"]))
        for target in entry["targets"]:
            gold.append(POLARITY[target["polarity"]])
            predicted.append(found)
    print(f"NewsMTSC: macro-F1 = {macro_f1(gold, predicted):.3f} ({len(gold):,} targets, ±.05)")
    print(f"{time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Fit the weights by which two sentences are taken to say the same thing: logistic regression.

    python -m tests.benchmarks.fit_claim_match ARTICLES.json

ARTICLES.json: objects with "id", "event", "text" (BASIL). The judged pairs are in claim_pairs.csv: offsets and whether
a reader found that one sentence states the main point of the other; they come from twelve events, doubtful ones left
out. Prints precision and recall when each event is held out; writes data/models/claim_match.json.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from analysis.comparison import sentence_match
from analysis.lexicons import DATA
from tests.benchmarks.fit_event_match import fit, predict

PAIRS = Path(__file__).with_name("claim_pairs.csv")
FEATURES = ("likeness", "phrases", "numbers")


def read(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(features, shape (pairs, 3); whether the pair says the same; its event) of the judged pairs."""
    events = defaultdict(list)
    for row in json.loads(path.read_text(encoding="utf-8")):
        events[row["event"]].append(row)
    event_of = {row["id"]: event for event, rows in events.items() for row in rows}
    judged = defaultdict(list)
    with PAIRS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            judged[event_of[row["first"]]].append(row)
    rows, same, event = [], [], []
    for name, pairs in judged.items():
        found, one, other, features = sentence_match.read(tuple(row["text"] for row in events[name]))
        row_of = {pair: place for place, pair in enumerate(zip(one.tolist(), other.tolist(), strict=True))}
        number = {row["id"]: place for place, row in enumerate(events[name])}
        at = {(sentence.article, sentence.start): place for place, sentence in enumerate(found)}
        for pair in pairs:
            first = at[number[pair["first"]], int(pair["first_start"])]
            second = at[number[pair["second"]], int(pair["second_start"])]
            row = row_of.get((min(first, second), max(first, second)))
            if row is None:  # too short to be matched at all
                continue
            rows.append([features[feature][row] for feature in FEATURES])
            same.append(pair["same"] == "1")
            event.append(name)
    return np.array(rows, dtype=float), np.array(same), np.array(event)


def main(path: Path) -> None:
    """Fit, report, write."""
    rows, same, event = read(path)
    held_out = np.zeros(len(same))
    for name in set(event):
        test = event == name
        held_out[test] = predict(fit(rows[~test], same[~test], np.ones((~test).sum())), rows[test])
    for line in (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0):
        linked = held_out >= line
        print(f"log odds ≥ {line:+.1f}: precision {same[linked].mean():.3f}, recall {linked[same].mean():.3f}")
    found = fit(rows, same, np.ones(len(same)))
    weights = {name: round(float(weight), 2) for name, weight in zip(("constant", *FEATURES), found, strict=True)}
    print(weights)
    about = (
        f"Logistic regression on {len(same)} judged pairs of sentences from {len(set(event))} events of BASIL; "
        "made by tests/benchmarks/fit_claim_match.py (see there)."
    )
    text = json.dumps({"about": about, "weights": weights}, indent=2, ensure_ascii=False)
    (DATA / sentence_match.MODEL).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

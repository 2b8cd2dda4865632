"""Speed as ratios in one run: all measures against VADER by sentence plus textstat alone, and growth with length.

    python tests/benchmarks/speed.py ARTICLES.json|FOLDER

ARTICLES.json is a list of objects with "text"; FOLDER holds .txt files.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import textstat
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis import measures
from analysis.model import Article
from analysis.text import quotations, sentences

FORMULAS = (  # the six numbers that our own measure gives, each asked of textstat
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "words_per_sentence",
    "polysyllabcount",
    "reading_time",
)
ROUNDS = 5
ANALYSER = SentimentIntensityAnalyzer()


def texts(path: Path) -> list[str]:
    """The texts in a JSON list or a folder of .txt files."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt"))]
    return [article["text"] for article in json.loads(path.read_text(encoding="utf-8"))]


def alone(text: str) -> None:
    """The yardstick: VADER on every sentence and six readability numbers, nothing else."""
    for start, end in sentences.find(text):
        ANALYSER.polarity_scores(text[start:end])
    for formula in FORMULAS:
        getattr(textstat, formula)(text)


def ours(text: str) -> None:
    """All measures."""
    measures.score(Article(id="x", body=text))


def seconds(bodies: list[str], *jobs: Callable[[str], object]) -> list[float]:
    """Seconds of processor time that each job takes for all `bodies`, each at its best of several rounds.

    The jobs take turns at every body, so that a busy machine slows all of them alike; every round has its own texts,
    so that no cache helps.
    """
    best = [[float("inf")] * len(bodies) for _ in jobs]
    for turn in range(ROUNDS):
        gc.collect()
        for at, body in enumerate(bodies):
            for job, times in zip(jobs, best, strict=True):
                fresh = f"{body}\n\nTurn {turn} of {job.__name__}."
                started = time.process_time()
                job(fresh)
                times[at] = min(times[at], time.process_time() - started)
    return [sum(times) for times in best]


def main(path: Path) -> None:
    """Print the ratios."""
    bodies = texts(path)
    seconds(bodies[:2], ours, alone)
    yardstick, all_measures, find = seconds(bodies, alone, ours, quotations.find)
    print(f"{path}: {len(bodies)} texts, {sum(map(len, bodies)) / len(bodies):.0f} characters on average")
    print(f"all measures / (VADER by sentence + textstat)   {all_measures / yardstick:.2f}")
    print(f"quotations alone, articles a second             {len(bodies) / find:.0f}")
    long = "\n\n".join(bodies[:10] * 2)
    short, tenfold = (seconds([text], ours)[0] for text in (long, long * 10))
    print(f"time for ten times the text                     {tenfold / short:.1f} times")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

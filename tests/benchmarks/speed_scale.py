"""How time grows with the length of articles and with their number, as ratios in one run.

python tests/benchmarks/speed_scale.py ARTICLES.json|FOLDER
"""

import sys
import time
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.model import Article
from analysis.report import comparison_record, record
from tests.benchmarks.speed import texts

LENGTHS = (1, 10, 40)  # times the text of one article
NUMBERS = (50, 500)  # articles scored
COMPARED = (5, 10, 20, 40)  # articles compared with each other


def score(bodies: list[str]) -> float:
    """Processor seconds of the records of articles with these texts."""
    started = time.process_time()
    for number, body in enumerate(bodies):
        record.build(Article(id=str(number), body=body))
    return time.process_time() - started


def compare(bodies: list[str]) -> float:
    """Processor seconds of the comparison of articles with these texts."""
    articles = [Article(id=str(number), body=body) for number, body in enumerate(bodies)]
    started = time.process_time()
    comparison_record.build(articles, insist=True)
    return time.process_time() - started


def fresh(bodies: list[str], count: int, turn: str) -> list[str]:
    """`count` texts that no cache knows."""
    return [f"{body}\n\nReport {n} of {turn}." for n, body in enumerate(islice(cycle(bodies), count))]


def main(path: Path) -> None:
    """Print the ratios."""
    bodies = texts(path)
    score(fresh(bodies, 10, "the start"))
    one = "\n\n".join(bodies)[:5_000]
    times = [min(score(fresh(["\n\n".join([one] * n)], 1, f"turn {turn}")) for turn in range(3)) for n in LENGTHS]
    for n, took in zip(LENGTHS, times, strict=True):
        print(f"score an article of {5 * n:3},000 characters       {took / times[0]:6.1f} times the shortest")
    few, many = (score(fresh(bodies, n, f"{n}")) for n in NUMBERS)
    print(f"score {NUMBERS[1]} articles against {NUMBERS[0]}           {many / few:6.1f} times (linear: 10.0)")
    compare(fresh(bodies, 3, "the start"))
    first = 0.0
    for n in COMPARED:
        took = compare(fresh(bodies, n, f"comparison {n}"))
        first = first or took
        print(f"compare {n:2} articles                        {took / first:6.1f} times as long as {COMPARED[0]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Speed of comparing against scoring: python -m tests.benchmarks.speed_compare ARTICLES.json

ARTICLES.json: objects with "text" (BASIL). Ten articles of 650 to 1,000 words, and sixty of all lengths; every round
has its own texts, so that no cache helps. The articles are of many events, and claims are asked for all the same.
"""

import gc
import json
import sys
import time
from pathlib import Path

from analysis import measures
from analysis.model import Article
from analysis.report import comparison_record, record

ROUNDS = 3


def seconds(job, articles):
    """How long `job` takes on `articles`."""
    gc.collect()
    started = time.perf_counter()
    job(articles)
    return time.perf_counter() - started


def fresh(texts, count, turn):
    """`count` articles that nobody has read before."""
    return [
        Article(id=str(number), body=f"{texts[number % len(texts)]}\n\nRound {turn}, text {number}.")
        for number in range(count)
    ]


def score(articles):
    """Every article on its own, as the command line does it."""
    for article in articles:
        record.build(article)


def compare(articles):
    """All of them together."""
    comparison_record.build(articles, insist=True)


def main(path: Path) -> None:
    """Print seconds and ratio."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    texts = [row["text"] for row in rows]
    long = [text for text in texts if 650 <= len(text.split()) <= 1000]
    measures.score(Article(id="warm", body=texts[0]))
    compare(fresh(long, 2, "warm"))
    for name, chosen, count in (("ten of 800 words", long, 10), ("sixty", texts, 60)):
        scored = min(seconds(score, fresh(chosen, count, f"score {turn}")) for turn in range(ROUNDS))
        compared = min(seconds(compare, fresh(chosen, count, f"compare {turn}")) for turn in range(ROUNDS))
        print(f"{name}: scored in {scored:.2f} s, compared in {compared:.2f} s, {compared / scored:.2f} times as long")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

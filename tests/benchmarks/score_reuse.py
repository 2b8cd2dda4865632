"""How far apart copied and independent reports of one event are: python -m tests.benchmarks.score_reuse ARTICLES.json

ARTICLES.json: objects with "id", "event", "text" (BASIL). Independent: the pairs of one event. Rewritten: the first
article of each event against itself with 4 (6) of 10 lower-case words of four letters or more replaced by random ones,
a crude stand-in for machine paraphrase; the spun article of the teaching case is the only real one we have.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from analysis.comparison import reuse
from analysis.model import Article

SEED = 3
MARKS = ".,;:“”\"'"


def rewritten(text: str, share: float, vocabulary: list[str], generator: random.Random) -> str:
    """`text` with `share` of its longer lower-case words replaced."""
    out = []
    for word in text.split(" "):
        core = word.strip(MARKS)
        replaced = core.islower() and len(core) > 3 and generator.random() < share
        out.append(word.replace(core, generator.choice(vocabulary)) if replaced else word)
    return " ".join(out)


def main(path: Path) -> None:
    """Print verdicts and quantiles."""
    events = defaultdict(list)
    rows = json.loads(path.read_text(encoding="utf-8"))
    for row in rows:
        events[row["event"]].append(Article(id=row["id"], body=row["text"]))
    vocabulary = [word for row in rows for word in row["text"].split() if word.isalpha() and word.islower()]
    generator = random.Random(SEED)
    found: dict[str, list[reuse.Reuse]] = defaultdict(list)
    for articles in events.values():
        found["independent"] += reuse.compare(articles) if len(articles) > 1 else ()
        for share in (0.4, 0.6):
            copy = Article(id="copy", body=rewritten(articles[0].body, share, vocabulary, generator))
            found[f"{share:.0%} replaced"] += reuse.compare([articles[0], copy])
    for name, pairs in found.items():
        print(f"{name}: {dict(Counter(one.verdict for one in pairs))}")
        for part in ("containment", "in_order"):
            values = np.quantile([getattr(one, part) for one in pairs], [0, 0.05, 0.5, 0.95, 1])
            print(f"  {part}: " + ", ".join(f"{value:.3f}" for value in values) + " (least, 5 %, median, 95 %, most)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Signs of machine paraphrase: how many genuine articles are flagged, how many invented rewritten reports are found.

    python tests/benchmarks/score_paraphrase.py ARTICLES.json …

ARTICLES.json is a list of objects with "text".
"""

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from analysis.text import paraphrase

SPUN = Path(__file__).resolve().parents[1] / "text" / "spun.json"


def main(paths: list[Path]) -> None:
    """Print articles by number of different signs, and the share that is flagged."""
    for path in paths:
        texts = [article["text"] for article in json.loads(path.read_text(encoding="utf-8"))]
        signs = Counter(paraphrase.sorts(paraphrase.find(text)) for text in texts)
        flagged = sum(paraphrase.is_likely(text) for text in texts)
        by_number = ", ".join(f"{number}: {signs[number]}" for number in sorted(signs))
        print(f"{path.name}: {flagged} of {len(texts)} genuine articles flagged (articles by signs {by_number})")
    reports = json.loads(SPUN.read_text(encoding="utf-8"))
    found = sum(paraphrase.is_likely(report["spun"]) for report in reports)
    print(f"invented rewritten reports: {found} of {len(reports)} flagged")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])

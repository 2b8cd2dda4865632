"""Count in how many texts each stem occurs: writes data/document_frequency.csv.

    python -m tests.benchmarks.count_words PAGES_GOLD.json NEWSMTSC.jsonl

PAGES_GOLD.json: {id: {"articleBody": text}} (scrapinghub article-extraction-benchmark, MIT). NEWSMTSC.jsonl: one
object with "sentence_normalized" a line (Hamborg & Donnay 2021, MIT); 25 lines in a row count as one text, because
single sentences are no articles. Only counts are kept. Neither collection is among the texts that any comparison is
measured on.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from analysis.lexicons import DATA
from analysis.text import rarity, stems

LINES = 25
LEAST = 3  # texts; rarer stems are as good as unseen


def count(texts: Iterable[str]) -> Counter[str]:
    """In how many of `texts` each stem occurs; "" is the number of texts."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update({""} | {stem.stem for stem in stems.find(text)})
    return found


def main(pages: Path, newsmtsc: Path) -> None:
    """Read both collections and write the table."""
    lines = [json.loads(line)["sentence_normalized"] for line in newsmtsc.read_text(encoding="utf-8").splitlines()]
    counts = (
        count(page["articleBody"] for page in json.loads(pages.read_text(encoding="utf-8")).values()),
        count("\n".join(lines[start : start + LINES]) for start in range(0, len(lines), LINES)),
    )
    kept = sorted(stem for stem in counts[0] | counts[1] if counts[0][stem] + counts[1][stem] >= LEAST)
    with (DATA / rarity.TABLE).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["stem", *rarity.COLLECTIONS])
        writer.writerows([stem, *(count[stem] for count in counts)] for stem in kept)
    print(f"{len(kept) - 1} stems")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

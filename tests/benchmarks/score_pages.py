"""Articles read from web pages, against text marked by hand, beside trafilatura alone.

    python tests/benchmarks/score_pages.py PAGES

PAGES is a folder with gold.json ({page id: {articleBody, url}}) and html/<page id>.html.gz. Words are compared as
multisets of four-word shingles per page; precision and recall are means over pages, F1 is taken from the means, as in
the public article-extraction benchmark. A page that cannot be read counts as empty.
"""

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import trafilatura

from analysis.errors import UnreadableInput
from analysis.ingest import isolation, manuscript
from analysis.ingest.manuscript import Manuscript

MARKS = '“”‘’«»„"'


def shingles(text: str, length: int = 4) -> Counter[tuple[str, ...]]:
    """Every run of `length` words, as often as it occurs; the whole text where it is shorter."""
    found = re.findall(r"\w+", text)
    return Counter(tuple(found[i : i + length]) for i in range(max(1, len(found) - length + 1))) if found else Counter()


def alone(raw: bytes, page: str, url: str) -> str:
    """trafilatura's own text, asked for precision."""
    return trafilatura.extract(raw, favor_precision=True, include_comments=False) or ""


def ours(raw: bytes, page: str, url: str) -> str:
    """The body of the article without its headline, which the gold text does not hold."""
    try:
        [found] = isolation.read("web_page", raw, id=page, url=url)
    except UnreadableInput as error:
        print(f"{page[:12]} {url[:60]}: {error}")
        return ""
    assert isinstance(found, Manuscript)
    [article] = manuscript.read(found)
    return article.body[article.headline_end :]


def score(reader: Callable[[bytes, str, str], str], folder: Path) -> None:
    """Print the figures of one reader over all pages."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    precision, recall, kept, marks, started = [], [], 0, 0, time.perf_counter()
    for page, right in gold.items():
        text = reader(gzip.decompress((folder / "html" / f"{page}.html.gz").read_bytes()), page, right["url"])
        wanted, found = shingles(right["articleBody"]), shingles(text)
        shared = sum((wanted & found).values())
        precision.append(shared / found.total() if found else float(not wanted))
        recall.append(shared / wanted.total() if wanted else float(not found))
        wanted_marks, found_marks = (Counter(char for char in t if char in MARKS) for t in (right["articleBody"], text))
        kept += (wanted_marks & found_marks).total()
        marks += wanted_marks.total()
    p, r = sum(precision) / len(gold), sum(recall) / len(gold)
    print(
        f"{reader.__name__:6} {len(gold)} pages   F1 {2 * p * r / (p + r):.3f}   P {p:.3f}   R {r:.3f}   "
        f"quotation marks kept {kept / marks:.3f}   {(time.perf_counter() - started) / len(gold):.3f} s a page"
    )


if __name__ == "__main__":
    for one in (alone, ours):
        score(one, Path(sys.argv[1]))

"""Labelled short quoted spans and the texts they stand in, with the clues that our own finder sees.

Labels: a table with document, start, end (marks included) and label, in .tsv or .csv. A document is named
"folder-part/id" (its text in <folder>/<part>.json or .jsonl) or "folder/id" (in any file of <folder>). Text files:
    .json   a list of {"id", "text"}, or an object id -> {"articleBody"}
    .jsonl  one sentence a line, {"primary_gid", "sentence_normalized"}; each is read below a headline of one stop
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.text import quoted_span_clues, quoted_spans
from analysis.text.quoted_span_classes import words_of

HEADLINE = ".\n\n"  # above a sentence without its article, so that it is not taken for a headline
OWN = Path(__file__).resolve().parents[1] / "text" / "quoted_span_sentences.csv"
OPEN, CLOSE, PARAGRAPH = "[[", "]]", " ¶ "


class Document(NamedTuple):
    """All short quoted spans of one text (clues, words) and the labelled ones: (index, or −1 if not found; label)."""

    name: str
    clues: tuple[frozenset[str], ...]
    words: tuple[str, ...]
    labels: tuple[tuple[int, str], ...]
    shown: tuple[str, ...]  # the labelled spans as they stand in the text


def read(labels: Path, texts: Sequence[Path]) -> list[Document]:
    """The labelled documents whose text is among `texts`, in the order of their names."""
    bodies = _bodies(texts)
    rows: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    with labels.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t" if labels.suffix == ".tsv" else ","):
            rows[row["document"]].append((int(row["start"]), int(row["end"]), row["label"]))
    return [_document(name, bodies[name], rows[name]) for name in sorted(rows) if name in bodies]


def read_own(use: str = "train") -> list[Document]:
    """Our own sentences for `use` (train or test); [[ and ]] stand round the labelled span, ¶ between paragraphs."""
    with OWN.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["use"] == use]
    return [own(f"own/{number}", row["text"], row["label"]) for number, row in enumerate(rows)]


def own(name: str, text: str, label: str) -> Document:
    """One sentence of ours as a document."""
    marked = text.replace(PARAGRAPH, "\n\n")
    marked = marked if "\n\n" in marked else HEADLINE + marked
    start = marked.index(OPEN)
    end = marked.index(CLOSE) - len(OPEN)
    return _document(name, marked.replace(OPEN, "").replace(CLOSE, ""), [(start, end, label)])


def _document(name: str, body: str, rows: Sequence[tuple[int, int, str]]) -> Document:
    spans = quoted_spans.find(body)
    at = {(span.start, span.end): index for index, span in enumerate(spans)}
    shift = len(HEADLINE) if body.startswith(HEADLINE) and not name.startswith("own/") else 0
    labels = tuple((at.get((start + shift, end + shift), -1), label) for start, end, label in rows)
    shown = tuple(body[start + shift : end + shift] for start, end, _ in rows)
    return Document(name, quoted_span_clues.find(body), tuple(words_of(body, span) for span in spans), labels, shown)


def _bodies(texts: Sequence[Path]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for path in texts:
        for key, text in _texts(path):
            for folder in (path.parent.name, f"{path.parent.name}-{path.stem}"):
                found[f"{folder}/{key}"] = text
    return found


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for line in filter(None, content.split("\n")):
            row = json.loads(line)
            yield row["primary_gid"], HEADLINE + row["sentence_normalized"]
    else:
        loaded = json.loads(content)
        if isinstance(loaded, dict):
            yield from ((key, page["articleBody"]) for key, page in loaded.items())
        else:
            yield from ((article["id"], article["text"]) for article in loaded)

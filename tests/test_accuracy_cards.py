"""What the accuracy cards must keep: figures or a written reason for every measure, and no figure out of nowhere."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from analysis import comparison, lexicons, measures

ROWS = lexicons.rows("accuracy.csv")
REASONS = {row["measure"]: row["reason"] for row in lexicons.rows("unmeasured.csv")}
MEASURED = {row["measure"] for row in ROWS}


@pytest.mark.parametrize("measure", measures.MEASURES)
def test_every_measure_has_figures_or_a_reason_why_not(measure):
    assert (measure in MEASURED) != (measure in REASONS)
    assert measure in MEASURED or len(REASONS[measure]) > 40


@pytest.mark.parametrize("name", comparison.COMPARISONS)
def test_every_comparison_has_figures_or_a_reason_why_not(name):
    assert (name in MEASURED) != (name in REASONS)


def test_every_comparison_with_notes_is_listed():
    files = {path.stem for path in Path(comparison.__file__).parent.glob("*.py")} - {"__init__"}
    parts = {"Title", "Counts", "Unit", "Read as", "Misses", "Source"}
    assert set(comparison.COMPARISONS) == {name for name in files if set(comparison.notes(name)) == parts}


@pytest.mark.parametrize("name", sorted(MEASURED | set(REASONS)))
def test_every_card_is_about_a_measure_or_a_comparison(name):
    assert find_spec(f"analysis.measures.{name}") or find_spec(f"analysis.comparison.{name}")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['measure']}: {row['system']}, {row['metric']}")
def test_every_figure_says_what_it_was_taken_of(row):
    assert float(row["value"]) >= 0
    assert row["n"] and row["data"] and row["how"]
    if row["low"]:
        assert float(row["low"]) <= float(row["value"]) <= float(row["high"])


def test_one_metric_of_one_system_has_one_figure():
    keys = [(row["measure"], row["system"], row["metric"], row["data"]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_the_note_of_tone_toward_actors_says_no_more_than_was_measured():
    found = {row["metric"]: float(row["value"]) for row in ROWS if row["measure"] == "actor_tone"}
    over_all = next(value for metric, value in found.items() if re.search("unsure ones included", metric))
    sure = next(value for metric, value in found.items() if re.search("where it is not unsure \\(%\\)", metric))
    assert 64 <= over_all <= 70  # "two of three"
    assert 78 <= sure <= 83  # "four of five"

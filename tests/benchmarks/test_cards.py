import csv

from tests.benchmarks import cards
from tests.benchmarks.cards import Card

CARD = Card("sentiment", "Parallax", "r", 0.51652, 0.48, None, "9 sentences", "NYT")


def test_numbers_have_three_digits_and_a_missing_bound_is_empty():
    assert CARD.row == ["sentiment", "Parallax", "r", "0.517", "0.48", "", "9 sentences", "NYT", "make bench"]


def test_a_fresh_figure_takes_the_place_of_the_old_one_and_others_stay():
    rows = [["a", "Parallax", "x", "1"], ["b", "Parallax", "y", "2"], ["a", "other", "x", "3"]]
    fresh = [["a", "Parallax", "x", "9"], ["a", "Parallax", "z", "8"], ["c", "Parallax", "x", "7"]]
    assert cards.merged(rows, fresh) == [
        ["a", "Parallax", "x", "9"],
        ["b", "Parallax", "y", "2"],
        ["a", "other", "x", "3"],
        ["a", "Parallax", "z", "8"],
        ["c", "Parallax", "x", "7"],
    ]


def test_figures_are_gathered_only_where_a_run_asks_for_them(tmp_path, monkeypatch):
    monkeypatch.delenv(cards.KEPT_IN, raising=False)
    cards.keep(CARD)
    gathered, table = tmp_path / "gathered.csv", tmp_path / "accuracy.csv"
    monkeypatch.setenv(cards.KEPT_IN, str(gathered))
    cards.keep(CARD)
    table.write_text("measure,system,metric,value,low,high,n,data,how\n", encoding="utf-8")
    assert cards.write(table, gathered) == 1
    with table.open(encoding="utf-8", newline="") as handle:
        assert [row["value"] for row in csv.DictReader(handle)] == ["0.517"]

import numpy as np
import pytest

from analysis.comparison import vectors


def test_cosines_count_the_features_that_only_one_row_has():
    found = vectors.cosines([{"a": 3.0, "b": 4.0}, {"a": 3.0, "c": 4.0}, {}])
    assert found[0, 1] == pytest.approx(9 / 25)
    assert found[0, 0] == pytest.approx(1)
    assert np.all(found[2] == 0)


def test_products_keep_squared_lengths_on_the_diagonal():
    found = vectors.products([{("x", "y"): 2.0, ("y", "z"): 1.0}, {("x", "y"): 2.0}])
    assert found.tolist() == [[5.0, 4.0], [4.0, 4.0]]


def test_pairs_list_what_shares_a_feature_once_with_the_products_of_every_list():
    found = vectors.pairs([{"a": 2.0}, {"b": 1.0}, {"a": 3.0, "b": 1.0}], [{"x": 1.0}, {}, {"x": 1.0}])
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == [(0, 2), (1, 2)]
    assert [one.tolist() for one in found.products] == [[6.0, 1.0], [1.0, 0.0]]


def test_blocks_change_nothing(monkeypatch):
    rows = [{f"f{(n * k) % 7}": 1.0 + k for k in range(4)} for n in range(20)]
    whole = vectors.pairs(rows)
    monkeypatch.setattr(vectors, "BLOCK", 50)
    parts = vectors.pairs(rows)
    assert np.array_equal(whole.first, parts.first) and np.array_equal(whole.second, parts.second)
    assert np.allclose(whole.products[0], parts.products[0])


def test_no_rows_make_no_pairs():
    assert len(vectors.pairs([]).first) == 0
    assert vectors.products([]).shape == (0, 0)


def test_rows_that_share_nothing_make_no_pairs():
    found = vectors.pairs([{"a": 1.0}, {"b": 1.0}], [{"x": 1.0}, {"x": 1.0}])
    assert [len(one) for one in (found.first, found.second, *found.products)] == [0, 0, 0, 0]

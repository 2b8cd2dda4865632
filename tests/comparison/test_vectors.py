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

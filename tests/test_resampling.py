import numpy as np
import pytest

from analysis import resampling


def test_every_resample_has_as_many_cases_as_there_are():
    assert set(resampling.sums(np.ones(7))) == {7.0}
    assert set(resampling.sums(np.ones(1000))) == {1000.0}


def test_the_interval_is_that_of_numpys_quantiles():
    values = np.random.default_rng(1).normal(size=(1000, 3))
    low, high = resampling.interval(values)
    assert low == pytest.approx(np.quantile(values, 0.025, axis=0))
    assert high == pytest.approx(np.quantile(values, 0.975, axis=0))


@pytest.mark.parametrize("n", [40, 900])
def test_the_spread_of_a_mean_is_its_standard_error(n):
    values = np.random.default_rng(2).normal(size=n)
    means = resampling.sums(values) / n
    assert means.mean() == pytest.approx(values.mean(), abs=0.02)
    assert means.std() == pytest.approx(values.std() / np.sqrt(n), rel=0.1)


def test_the_same_cases_give_the_same_draws():
    values = np.arange(12.0)
    assert (resampling.sums(values) == resampling.sums(values)).all()
    assert (resampling.sums(values) != resampling.sums(values, seed=1)).any()


def test_columns_are_resampled_together():
    values = np.arange(10.0)
    both = resampling.sums(np.column_stack([values, -values]))
    assert (both[:, 0] == -both[:, 1]).all()

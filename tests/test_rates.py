import pytest

from analysis import rates


def test_a_rate_has_an_interval_around_it():
    value = rates.per_thousand("x", 8, 400)
    assert value.number == pytest.approx(20)
    assert value.low < 20 < value.high
    assert value.n == 400


def test_the_interval_is_the_known_one():
    low, high = rates.poisson_interval(10)  # exact: 4.80 to 18.39 (Garwood 1936)
    assert low == pytest.approx(4.80, abs=0.05)
    assert high == pytest.approx(18.39, abs=0.05)


def test_nothing_found_has_a_lower_bound_of_zero():
    assert rates.poisson_interval(0)[0] == 0


@pytest.mark.parametrize(("count", "words"), [(0, 400), (4, 400), (0, 0)])
def test_few_places_or_no_words_give_a_reason_and_no_rate(count, words):
    value = rates.per_thousand("x", count, words)
    assert value.number is None
    assert value.missing

"""The check values of the formulas, to the digits in which they are known."""

import numpy as np
import pytest

from analysis.comparison import evenness

CHECKS = [
    ([5, 5], {"relative_entropy": 1, "iqv": 1, "dm": 1, "simpson": 0.5556, "hhi": 0.5, "effective_voices": 2}),
    (
        [9, 1],
        {"relative_entropy": 0.4690, "iqv": 0.36, "dm": 0.2, "simpson": 0.2, "hhi": 0.82, "effective_voices": 1.3841},
    ),
    ([10, 0], {"shannon": 0, "relative_entropy": 0, "iqv": 0, "dm": 0, "simpson": 0, "hhi": 1, "effective_voices": 1}),
    (
        [4, 3, 2, 1],
        {
            **{"shannon": 1.8464, "relative_entropy": 0.9232, "simpson": 0.7778, "iqv": 0.9333, "dm": 0.8, "hhi": 0.3},
            "effective_voices": 3.5961,
        },
    ),
    ([120, 60, 20], {"shannon": 1.2955, "relative_entropy": 0.8173, "iqv": 0.81, "dm": 0.6, "hhi": 0.46}),
]
EACH = [(counts, name, value) for counts, values in CHECKS for name, value in values.items()]
ALL = ("shannon", "relative_entropy", "simpson", "iqv", "dm", "hhi", "effective_voices")
OF_TWO_SIDES = ("relative_entropy", "simpson", "iqv", "dm")


@pytest.mark.parametrize(("counts", "name", "value"), EACH)
def test_the_index_has_its_published_value(counts, name, value):
    assert float(getattr(evenness, name)(counts)) == pytest.approx(value, abs=0.00005)


def test_for_two_sides_dm_is_plain_balance():
    assert float(evenness.dm([7, 3])) == pytest.approx(1 - abs(7 - 3) / 10)


def test_a_possible_side_that_was_not_heard_makes_it_less_even():
    assert evenness.relative_entropy([5, 5, 0]) < evenness.relative_entropy([5, 5])


@pytest.mark.parametrize("name", ALL)
def test_rows_give_the_same_as_one_call_each(name):
    rows = [[4, 3, 3], [9, 1, 0]]
    index = getattr(evenness, name)
    assert np.allclose(index(rows), [float(index(row)) for row in rows])


@pytest.mark.parametrize("name", ALL)
def test_nothing_counted_has_no_index_and_never_0(name):
    with pytest.raises(ValueError, match=r"nothing was counted|at least 2 must"):
        getattr(evenness, name)([0, 0])


@pytest.mark.parametrize("name", OF_TWO_SIDES)
def test_one_possible_side_has_no_evenness(name):
    with pytest.raises(ValueError, match="at least 2 possible sides"):
        getattr(evenness, name)([7])


def test_a_single_attribution_has_no_simpson_index():
    with pytest.raises(ValueError, match="at least 2"):
        evenness.simpson([1, 0])


def test_the_reason_can_be_asked_for_first():
    assert evenness.why_not([3, 1]) == ""
    assert evenness.why_not([3]) and evenness.why_not([0, 0]) and evenness.why_not([-1, 2])

"""Agreement equals the published example and the package krippendorff, and says where it tells nothing."""

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis.classroom import agreement

# Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, example with 4 observers, 12 units and missing values.
N = None
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]
VALUES = ["1", "2", "3", "4", "5"]


def units_of(observers):
    return [
        {str(value): column.count(value) for value in set(column) - {None}}
        for column in map(list, zip(*observers, strict=True))
    ]


@pytest.mark.parametrize(("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_alpha_equals_the_published_example(level, published):
    found = agreement.compare(units_of(OBSERVERS), VALUES, level)
    assert found.alpha == pytest.approx(published, abs=0.0005)
    assert (found.units, found.coders) == (11, 4)
    assert found.low < found.alpha < found.high <= 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([None, 0, 1, 2, 3]), min_size=4, max_size=4),
        min_size=5,
        max_size=30,
    ),
    st.sampled_from(["nominal", "ordinal", "interval"]),
)
def test_alpha_equals_the_package(rows, level):
    judged = [row for row in rows if sum(value is not None for value in row) >= 2]
    seen = {value for row in judged for value in row} - {None}
    assume(len(judged) >= 5 and len(seen) > 1)
    data = np.array([[np.nan if value is None else value for value in row] for row in judged]).T
    reference = krippendorff.alpha(data, value_domain=[0, 1, 2, 3], level_of_measurement=level)
    found = agreement.compare(units_of(data_rows(judged)), ["0", "1", "2", "3"], level)
    assert found.alpha == pytest.approx(reference, abs=1e-9)


def data_rows(judged):
    return [list(coder) for coder in zip(*judged, strict=True)]


def test_percent_is_the_share_of_agreeing_pairs():
    found = agreement.compare([{"a": 3}, {"a": 2, "b": 1}] * 5, ["a", "b"])
    assert found.percent == pytest.approx((1 + 1 / 3) / 2)
    assert found.prevalence == {"a": 25 / 30, "b": 5 / 30}


def test_few_units_give_counts_and_a_reason():
    found = agreement.compare([{"a": 2}, {"a": 1, "b": 1}], ["a", "b"])
    assert (found.alpha, found.low, found.percent) == (None, None, 0.5)
    assert "Only 2 judged" in found.missing


def test_one_coder_gives_a_reason():
    assert "two coders" in agreement.compare([{"a": 1}] * 9, ["a", "b"]).missing
    assert agreement.compare([], ["a"]).percent is None


def test_no_variation_gives_a_reason():
    found = agreement.compare([{"a": 3}] * 9, ["a", "b"])
    assert found.percent == 1
    assert "same value everywhere" in found.missing


def test_words_of_one_sentence_are_drawn_together():
    words = [{"in": 2}] * 20 + [{"out": 2}] * 20 + [{"in": 1, "out": 1}] * 20
    alone = agreement.compare(words, ["in", "out"])
    together = agreement.compare(words, ["in", "out"], groups=[at // 10 for at in range(60)])
    assert together.alpha == alone.alpha
    assert together.high - together.low > alone.high - alone.low
    assert "Only 1 judged" in agreement.compare(words, ["in", "out"], groups=[0] * 60).missing


def test_the_reading_follows_the_lines_of_the_literature():
    assert "rely" in agreement.read(0.8, 0.7)
    assert "reaches into" in agreement.read(0.81, 0.5)
    assert "tentative" in agreement.read(0.7, 0.1)
    assert "too little" in agreement.read(0.66, 0.6)

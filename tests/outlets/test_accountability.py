"""The score keeps the promises of its band. Facts here are made up, so that no outlet is judged by a test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.model import Fact
from analysis.outlets import accountability
from analysis.outlets.accountability import components, score

KEYS = [part.key for part in components()]
VALUES = ("yes", "partly", "no", "n.a.")
facts = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES))


def test_the_weights_add_up_to_a_hundred():
    assert sum(part.weight for part in components()) == 100
    assert len(KEYS) == len(set(KEYS)) == 9


def test_nothing_known_is_the_whole_band_and_no_point():
    found = score({})
    assert (found.point, found.low, found.high, found.coverage) == (None, 0, 100, 0)
    assert found.missing.startswith("not enough evidence: 0 of 9")


def test_everything_answered_yes_is_a_hundred():
    found = score(dict.fromkeys(KEYS, "yes"))
    assert (found.point, found.low, found.high, found.coverage) == (100, 100, 100, 1)


def test_everything_answered_no_is_zero_and_counted():
    found = score(dict.fromkeys(KEYS, "no"))
    assert (found.point, found.low, found.high) == (0, 0, 0)
    assert found.missing == ""


def test_the_formula_of_the_band():
    # corrections 15 yes, separation 15 partly, ownership 10 no; funding 5 does not apply: the base is 95.
    found = score({"corrections": "yes", "separation": "partly", "ownership": "no", "funding": "n.a."})
    assert found.low == pytest.approx(100 * 22.5 / 95)
    assert found.high == pytest.approx(100 * (22.5 + 55) / 95)
    assert found.coverage == pytest.approx(40 / 95)
    assert (found.known, found.asked, found.point) == (3, 8, None)


def test_the_point_comes_with_three_fifths_of_the_weight():
    enough = {"corrections": "yes", "separation": "yes", "independence": "yes", "ethics": "no", "contact": "n.a."}
    assert score(enough).coverage == pytest.approx(55 / 90)
    assert score(enough).point == 80  # 45 of 55 known, 81.8
    assert score({key: value for key, value in enough.items() if key != "ethics"}).point is None


def test_the_point_is_rounded_to_five_but_never_leaves_the_band():
    assert score({**dict.fromkeys(KEYS, "yes"), "funding": "partly"}).point == 97.5
    assert score({**dict.fromkeys(KEYS, "yes"), "corrections": "no", "funding": "no"}).point == 80


def test_a_component_left_out_counts_for_nothing():
    known = dict.fromkeys(KEYS, "yes") | {"independence": "no"}
    assert score(known).point == 85
    assert score(known, without=frozenset({"independence"})).point == 100


def test_a_fact_without_page_or_day_is_unknown():
    bare = Fact("ethics", "yes", "", "2026-11-22", "")
    undated = Fact("contact", "yes", "https://example.org", "", "")
    whole = Fact("funding", "partly", "https://example.org", "2026-11-22", "")
    assert accountability.cited((bare, undated, whole)) == {"funding": "partly"}


def test_other_weights_move_the_point_only_where_answers_differ():
    assert score(dict.fromkeys(KEYS, "yes")).sensitivity == (100, 100)
    low, high = score(dict.fromkeys(KEYS, "yes") | {"corrections": "no"}).sensitivity
    assert low < 85 < high


def test_nothing_that_applies_gives_no_score_and_a_reason():
    found = score(dict.fromkeys(KEYS, "n.a."))
    assert found.point is None
    assert found.missing


@given(facts)
def test_the_band_holds_the_point_and_stays_on_the_scale(known):
    found = score(known)
    assert 0 <= found.low <= found.high <= 100 + 1e-9
    assert 0 <= found.coverage <= 1
    if found.point is not None:
        assert found.low <= found.point <= found.high
        assert found.coverage >= 0.6
    else:
        assert found.missing


@given(facts, st.sampled_from(KEYS), st.sampled_from(VALUES))
def test_one_more_fact_never_widens_the_band(known, key, value):
    before = score({name: answer for name, answer in known.items() if name != key})
    after = score({**known, key: value})
    if after.asked:
        assert after.high - after.low <= before.high - before.low + 1e-9
        assert before.low - 1e-9 <= after.low
        assert after.high <= before.high + 1e-9


@given(facts)
def test_equal_evidence_gives_equal_scores_in_whatever_order(known):
    assert score(known) == score(dict(reversed(known.items())))


@given(facts, st.sampled_from(KEYS))
def test_a_better_answer_never_lowers_the_score(known, key):
    worse, better = score({**known, key: "no"}), score({**known, key: "yes"})
    assert worse.low <= better.low
    assert worse.high <= better.high
    if worse.point is not None:
        assert worse.point <= better.point

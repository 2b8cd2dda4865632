"""Raters are held against each other in words; nothing is averaged."""

from analysis.outlets import raters
from analysis.outlets.registry import Rating, load

CONTROLLED = ("SC", "state-controlled", "2023")


def pc1(value):
    return Rating(raters.PC1, value, "0 to 1", "2023", "4", "")


def wikipedia(status):
    return Rating(raters.WIKIPEDIA, f"Gazette: {status}", "", "2021", "", "")


def test_one_rater_alone_disagrees_with_nobody():
    assert raters.compare([pc1("0.9")], "", "", "") == ()
    assert raters.compare([], "", "", "") == ()


def test_an_index_far_below_its_peers_is_named():
    (found,) = raters.compare([pc1("0.10"), wikipedia("Generally reliable")], "", "", "")
    assert "lies below" in found


def test_state_control_and_reliability_are_two_questions():
    found = raters.compare([wikipedia("Generally reliable")], *CONTROLLED)
    assert [one for one in found if "who decides what is printed" in one]


def test_nobody_disagrees_where_both_distrust():
    assert raters.compare([wikipedia("Deprecated")], *CONTROLLED) == ()


def test_every_rating_of_the_registry_can_be_held_against_the_others():
    registry = load()
    found = {
        name: raters.compare(ratings, outlet.smm_code, outlet.state_relation, outlet.smm_year)
        for name, ratings in registry.ratings.items()
        for outlet in [registry.outlets[name]]
    }
    assert len(found["al-jazeera"]) == 3
    assert sum(map(bool, found.values())) > 50

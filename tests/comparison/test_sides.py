import pytest

from analysis import cases
from analysis.comparison import sides
from analysis.comparison.sides import Edits, Side
from analysis.model import Article

FIRST = Article("one", "“No,” said Amadi Solk, Soruma’s foreign minister. “Yes,” Solk said. “Why?” Ann Lund said.")
SECOND = Article(
    "two", "“We left,” Veldania’s envoy said. “No,” Foreign Minister Amadi Solk said. “No,” Veldania’s army said."
)

# Sides of the key -> ids of suggested sides that are right for it.
OF_KEY = {
    "ilvane-treaty": {
        "Government of Veldania": {"veldania"},
        "Government of Soruma": {"soruma"},
        "Mediator": {"standing-commission-on-shared-rivers", "upright-commission-on-shared-streams"},
        "Opposition, experts and citizens": {"delta-league", "open-rivers-party", "institute-for-basin-science"},
    },
    "scarn-quarry": {
        "Council majority and administration": {
            "district-council",
            "oldmere-district-council",
            "district-water-office",
            "planning-department",
        },
        "Pellmar and the industry": {"pellmar", "pellmar-aggregates", "stone-producers-federation"},
        "Opponents of the quarry": {"valley-list", "ridge-not-rubble"},
        "Experts, residents and workers": {"vale-institute"},
    },
    "tarrowick-buses": {
        "Crestline Transit": {"crestline", "crestline-transit"},
        "Carriage and Depot Workers’ Union": {"carriage-and-depot-workers-union", "cdwu-union"},
        "City and Labour Board": {"labour-board"},
        "Passengers, businesses and experts": {"chamber-of-trade", "tarrowick-riders-association"},
    },
}
RIGHT = {"ilvane-treaty": 10, "scarn-quarry": 8, "tarrowick-buses": 12}  # voices on the side of the key, at least
STRAY = {"tarrowick-buses": {"fennel-road-hospital"}}  # suggested, and no side of the key: it speaks once


def test_the_sides_are_suggested_with_the_most_heard_first():
    found = sides.suggest([FIRST, SECOND])
    assert [(side.id, side.name, side.kind) for side in found.sides] == [
        ("soruma", "Soruma", "country"),
        ("veldania", "Veldania", "country"),
    ]
    assert found.k == 2


def test_words_of_one_article_place_the_voice_in_the_other_too():
    assert sides.suggest([SECOND]).assignment["Amadi Solk"] == ""
    assert sides.suggest([FIRST, SECOND]).assignment["Amadi Solk"] == "soruma"


def test_a_voice_without_words_is_on_no_side_with_a_reason():
    (lund,) = [one for one in sides.suggest([FIRST]).placements if one.voice == "Ann Lund"]
    assert lund.side == ""
    assert "No words" in lund.why


def test_a_placement_shows_the_words_it_rests_on():
    (solk,) = [one for one in sides.suggest([FIRST]).placements if one.voice == "Amadi Solk"]
    assert FIRST.body[solk.start : solk.end] == "Soruma’s foreign minister"
    assert solk.article_id == "one"


def test_at_most_six_sides_are_suggested():
    countries = ("Russian", "French", "German", "Polish", "Turkish", "Greek", "Irish", "Swedish")
    body = " ".join(f"“No,” a {country} minister said." for country in countries)
    found = sides.suggest([Article("many", body)])
    assert found.k == 6
    (last,) = [one for one in found.placements if "Swedish" in one.voice]
    assert last.side == "" and "not in the list" in last.why


def test_a_joint_voice_is_on_a_side_only_where_all_its_members_are():
    same = "“No,” said Russia. “Never,” said Moscow. “No,” Russia and Moscow said."
    apart = "“No,” said Russia. “Never,” said France. “No,” Russia and France said."
    assert sides.suggest([Article("a", same)]).assignment.get("Russia and Moscow", "russia") == "russia"
    assert sides.suggest([Article("b", apart)]).assignment.get("Russia and France", "") == ""


def test_edits_are_laid_over_and_the_suggestion_stays():
    suggested = sides.suggest([FIRST, SECOND])
    edits = Edits((*suggested.sides, Side("experts", "Experts")), (("Ann Lund", "experts"),))
    edited = sides.apply(suggested, edits)
    assert edited.k == 3
    assert edited.assignment["Ann Lund"] == "experts"
    assert suggested.assignment["Ann Lund"] == ""
    assert {one.why for one in edited.placements if one.voice == "Ann Lund"} == {sides.BY_USER}


def test_no_edits_change_nothing():
    suggested = sides.suggest([FIRST, SECOND])
    assert sides.apply(suggested, Edits()) == suggested


def test_a_side_taken_off_the_list_leaves_its_voices_on_none():
    suggested = sides.suggest([FIRST, SECOND])
    edited = sides.apply(suggested, Edits(suggested.sides[1:]))
    assert edited.assignment["Amadi Solk"] == ""


def test_a_voice_cannot_be_moved_to_a_side_that_does_not_exist():
    with pytest.raises(ValueError, match="no such side"):
        sides.apply(sides.suggest([FIRST]), Edits(moved=(("Ann Lund", "nowhere"),)))
    with pytest.raises(ValueError, match="same name"):
        sides.apply(sides.suggest([FIRST]), Edits((Side("a", "A"), Side("b", "A"))))


def test_no_articles_have_no_sides():
    assert sides.suggest([]).sides == ()


def key_voices(case):
    """(voice, side of the key) of a teaching case, by name; a name with two sides in two articles is left out."""
    found = {}
    for article in cases.key(case)["articles"].values():
        for voice in article["voices"]:
            found.setdefault(voice["name"], set()).add(voice["side"])
    return {name: next(iter(one)) for name, one in found.items() if len(one) == 1}


@pytest.mark.parametrize("case", cases.ids())
def test_no_voice_of_a_teaching_case_lands_on_a_wrong_side(case, read_case):
    found = sides.suggest(read_case(case))
    key = key_voices(case)
    tally = {"right": [], "left out": [], "wrong": []}
    for voice, side in found.assignment.items():
        if voice not in key:
            continue
        verdict = "left out" if not side else "right" if side in OF_KEY[case].get(key[voice], set()) else "wrong"
        tally[verdict].append(voice)
    assert tally["wrong"] == []
    assert len(tally["right"]) >= RIGHT[case], tally


@pytest.mark.parametrize("case", cases.ids())
def test_the_sides_suggested_for_a_teaching_case_are_sides_of_its_key(case, read_case):
    known = set().union(*OF_KEY[case].values()) | STRAY.get(case, set())
    assert {side.id for side in sides.suggest(read_case(case)).sides} <= known


def test_the_two_countries_of_the_first_case_come_first(case_articles):
    assert {side.name for side in sides.suggest(case_articles).sides[:2]} == {"Veldania", "Soruma"}


def test_an_organisation_that_two_articles_call_differently_is_one_side():
    full = "“No,” the Carriage and Depot Workers’ Union said."
    short = "“Yes,” the CDWU union said. “No,” Ann Lund, the union’s secretary, said."
    found = sides.suggest([Article("a", full), Article("b", short)])
    assert [side.name for side in found.sides] == ["Carriage and Depot Workers’ Union"]
    assert found.assignment["Ann Lund"] == found.sides[0].id

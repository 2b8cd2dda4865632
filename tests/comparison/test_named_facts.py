import pytest

from analysis.comparison import named_facts
from analysis.model import Article


def compare(*bodies):
    articles = [Article(id=name, body=body) for name, body in zip("abcd", bodies, strict=False)]
    return [
        (one.kind, one.text, sorted({place.article for place in one.places}), sorted(one.perhaps))
        for one in named_facts.compare(articles)
    ]


def test_a_last_name_alone_counts_for_the_one_person_it_fits():
    assert compare("Mayor Ines Okafor spoke. She left.", "Okafor said no. “Never,” Okafor said.") == [
        ("person", "Mayor Ines Okafor", ["a", "b"], [])
    ]


def test_two_people_of_one_last_name_stay_apart():
    found = compare("Mary Hollis praised her sister. Anna Hollis was silent.", "Mary Hollis said so again.")
    assert {(text, tuple(articles)) for _, text, articles, _ in found} == {
        ("Mary Hollis", ("a", "b")),
        ("Anna Hollis", ("a",)),
    }


def test_a_name_inside_a_quotation_is_perhaps_a_report():
    found = compare("Senator Ann Crale resigned.", "“Crale had to go,” a clerk said.")
    assert ("person", "Senator Ann Crale", ["a"], ["b"]) in found


@pytest.mark.parametrize(
    ("second", "articles", "perhaps"),
    [
        ("Both America and Norland agreed.", ["a", "b"], []),
        ("The American side agreed.", ["a"], ["b"]),
        ("Nobody agreed.", ["a"], []),
    ],
    ids=["another name", "adjective", "absent"],
)
def test_a_country_counts_under_all_its_names_and_perhaps_as_an_adjective(second, articles, perhaps):
    found = compare("They met in the United States in spring.", second)
    assert ("place", "United States", articles, perhaps) in found


def test_a_newspaper_is_no_city_and_a_bridge_no_person():
    found = compare(
        "The talks in New York ended.", "The New York Times wrote that. Traffic near George Hale Bridge stopped."
    )
    assert ("place", "New York", ["a"], ["b"]) in found
    assert not [one for one in found if one[0] == "person"]


def test_a_dateline_is_no_report_of_a_place():
    found = compare("AMBELTON -- The mayor spoke.", "AMBELTON -- The mayor was silent.")
    assert not [one for one in found if one[0] == "place"]

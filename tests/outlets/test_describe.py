"""What is known of the publisher, found by itself or put right by a person. Outlets here are invented unless named."""

from dataclasses import replace

import pytest

from analysis import outlets
from analysis.measures import outlet_credibility
from analysis.model import Article, Fact, Publisher
from analysis.outlets import accountability

BODY = "Ferry to Norholm stops after storm\n\nThe ferry to Norholm stopped on Monday, the harbour office said."
PAGE = "https://gazette.example/corrections"


def article(**fields):
    return Article(id="a", body=BODY, **fields)


def fact(component, value="yes", page=PAGE):
    return Fact(component, value, page, "2026-03-14")


def gazette(*facts):
    return Publisher(name="Norholm Gazette", domain="gazette.example", facts=facts)


def test_a_person_puts_a_registered_outlet_in_place_of_the_one_found():
    corrected = article(url="https://www.reuters.com/x", publisher=Publisher(outlet_id="al-jazeera"))
    record = outlets.describe(corrected)
    assert (record.name, record.publisher.how) == ("Al Jazeera", "chosen by a person")
    assert outlets.describe(replace(corrected, publisher=None)).name == "Reuters"


def test_a_person_may_say_that_the_publisher_is_unknown():
    record = outlets.describe(article(url="https://www.reuters.com/x", publisher=Publisher()))
    assert (record.status, record.score, record.low, record.high) == ("unknown", None, 0, 100)
    assert outlets.name(article(outlet="Reuters", publisher=Publisher())) == ""


def test_an_outlet_of_ones_own_has_the_band_that_its_facts_leave():
    record = outlets.describe(article(publisher=gazette(fact("corrections"), fact("ownership", "no"))))
    assert (record.status, record.name, record.domain) == ("described by you", "Norholm Gazette", "gazette.example")
    assert (record.score, record.low, record.high) == (None, 15, 90)


def test_an_outlet_of_ones_own_gets_a_point_with_enough_facts():
    answers = ("corrections", "complaints", "ethics", "separation", "ownership")
    record = outlets.describe(article(publisher=gazette(*map(fact, answers))))
    assert (record.score, record.known) == (100, 5)


def test_an_answer_without_a_page_counts_for_nothing():
    record = outlets.describe(article(publisher=gazette(fact("corrections", page=""))))
    assert (record.low, record.high, record.facts) == (0, 100, ())


@pytest.mark.parametrize("component", [part.key for part in accountability.components()])
@pytest.mark.parametrize("value", ["yes", "partly", "no", "n.a."])
def test_one_more_fact_narrows_the_band_and_never_widens_it(component, value):
    before = outlets.describe(article(publisher=gazette(fact("funding", "partly"))))
    others = () if component == "funding" else (fact("funding", "partly"),)
    after = outlets.describe(article(publisher=gazette(*others, fact(component, value))))
    if component != "funding" and value != "n.a.":
        assert before.low <= after.low <= after.high <= before.high
        assert after.high - after.low < before.high - before.low


def test_the_name_shown_is_the_corrected_one_then_the_printed_one_then_the_one_of_the_address():
    assert outlets.name(article(outlet="REUTERS", publisher=Publisher(outlet_id="al-jazeera"))) == "Al Jazeera"
    assert outlets.name(article(outlet="The Washington Post (print)")) == "The Washington Post (print)"
    assert outlets.name(article(url="https://www.reuters.com/x")) == "Reuters"
    assert outlets.name(article()) == ""


def test_the_state_can_be_left_out_of_the_score():
    answers = [fact(part.key, "no" if part.key == "independence" else "yes") for part in accountability.components()]
    own = article(publisher=gazette(*answers))
    assert outlets.describe(own).score == 85
    assert outlets.describe(own, frozenset({"independence"})).score == 100
    value = outlet_credibility.score(own, frozenset({"independence"})).values[0]
    assert (value.number, value.n) == (100, 8)


def test_an_invented_outlet_is_scored_from_what_its_case_tells():
    facts = tuple(
        Fact(one.key, "yes", "https://hollow.example/about", "2026-01-02") for one in accountability.components()
    )
    told = Article("a", "Text.", outlet="The Hollow Post (invented)", facts=facts)
    record = outlets.describe(told)
    assert (record.status, record.score, record.coverage) == ("invented", 100, 1)
    assert outlets.describe(replace(told, publisher=Publisher())).score is None  # a person says: unknown
    assert outlets.describe(replace(told, outlet="Reuters")).status == "registered"

import pytest

from analysis.comparison import counted_facts
from analysis.model import Article


def compare(*bodies):
    articles = [Article(id=name, body=body) for name, body in zip("abcd", bodies, strict=False)]
    return {(one.kind, one.text): one for one in counted_facts.compare(articles)}


def articles_of(fact):
    return sorted({place.article for place in fact.places})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge cost 2.8 billion crowns.", "Taxpayers gave 2.8bn crowns for the bridge."),
        ("Rates rose by 31 percent.", "The rise in rates is 31 per cent."),
        ("It passed 234-193.", "Members approved it by 234 to 193."),
        ("Some 3,100 households use the spring.", "The spring serves 3,000 households."),
        ("They meet on May 12.", "The next round is due on 12 May 2026."),
        ("They left at 11:20 a.m.", "It was twenty past eleven when they left."),
        ("Filling the reservoir begins in September.", "In September they begin to fill the reservoir."),
    ],
    ids=["scale", "percent", "tally", "rounded", "day", "time", "month"],
)
def test_one_fact_in_two_wordings_is_one(first, second):
    assert [articles_of(one) for one in compare(first, second).values()].count(["a", "b"]) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wages rose by 3 percent.", "Only 3 percent of the lorries were checked."),
        ("He was fired in February after the leak.", "The audit of the harbour ends in February."),
        ("She resigned in July 2016 over the audit.", "She resigned in July 2018 over the audit."),
        ("Two men fled.", "Two men stayed."),
        ("A dozen guards came.", "A dozen guards left."),
        ("They met on Tuesday.", "They voted on Tuesday."),
    ],
    ids=["other context", "other month", "other year", "small counts", "vague", "weekdays"],
)
def test_the_same_figure_of_something_else_is_not_shared(first, second):
    assert all(len(articles_of(one)) == 1 for one in compare(first, second).values())


def test_another_number_of_the_same_noun_is_perhaps_the_same_report():
    found = compare("Police counted 300 people at the rally.", "Organisers counted 450 people at the rally.")
    assert found["number", "300 people"].perhaps == {"b"}


def test_offsets_hold_the_number_and_its_noun():
    body = "It promised 210 cubic metres a second."
    (fact,) = compare(body).values()
    assert [body[place.start : place.end] for place in fact.places] == ["210 cubic metres"]

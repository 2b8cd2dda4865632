import pytest

from analysis.measures import hedges_boosters
from analysis.model import Article


def spans(body):
    return [(body[span.start : span.end], span.kind) for span in hedges_boosters.find(Article(id="a", body=body))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall may fall.", ("may", "hedge")),
        ("Perhaps the wall is weak.", ("Perhaps", "hedge")),
        ("It appears to be weak.", ("appears to", "hedge")),
        ("About 40 people came.", ("About", "hedge")),
        ("It cost some 300 crowns.", ("some", "hedge")),
        ("The plan is clearly wrong.", ("clearly", "booster")),
        ("Of course the wall fell.", ("Of course", "booster")),
        ("They must have known it.", ("must have", "booster")),
    ],
)
def test_a_hedge_and_a_booster_are_told_apart(text, expected):
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The wall fell in May.",
        "May said no.",
        "In early may the wall fell.",
        "They feared the military might of Ostrel.",
        "They spoke about the wall.",
        "Some people came.",
        "He appeared in court.",
        "He must leave.",
        "She would pay.",
        "Likely voters were asked.",
        "She sat rather than stood.",
        "It is a kind of fish.",
        "He could not swim.",
        "“Perhaps,” she said.",
        "It was as good as possible.",
        "They were treated fairly by the court.",
        "It was not really cold.",
    ],
)
def test_words_in_another_sense_are_left_out(text):
    assert spans(text) == []


def test_each_count_opens_its_own_words():
    body = "Perhaps it fell. It clearly fell."
    result = hedges_boosters.score(Article(id="a", body=body))
    opened = {value.part: [span.kind for span in result.evidence(value)] for value in result.values}
    assert opened["hedges"] == ["hedge"]
    assert opened["boosters"] == ["booster"]


def test_the_base_of_the_rate_is_the_narration():
    body = "Perhaps it may almost seem likely. “Yes, yes, yes, yes,” she said."
    found = {value.part: value for value in hedges_boosters.score(Article(id="a", body=body)).values}
    assert found["hedges rate"].n == 8
    assert found["hedges rate"].number == pytest.approx(5 * 1000 / 8)

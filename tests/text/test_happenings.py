import pytest

from analysis.text import happenings, tokens


def found(body):
    """(words, kind, agent) of every happening."""
    known = tokens.find(body)
    return [
        (known.text(one.first, one.after), one.kind, known.text(one.agent, one.agent_after) if one.agent >= 0 else "")
        for one in happenings.find(body)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The killing of Tomas Reyl shook the town.", ("The killing of", happenings.ACT, "")),
        ("The army’s killing of Tomas Reyl shook the town.", ("killing of", happenings.ACT, "army")),
        ("The Russian invasion of the coast began.", ("invasion of", happenings.ACT, "Russian")),
        ("NATO bombing of the port went on.", ("bombing of", happenings.ACT, "NATO")),
        ("An attack on the port by rebels failed.", ("An attack on", happenings.ACT, "rebels")),
        ("Clashes erupted in the square.", ("Clashes erupted", happenings.EVENT, "")),
        ("Fighting broke out between police and strikers.", ("Fighting broke out", happenings.EVENT, "police")),
        ("Shots rang out near the quay.", ("Shots rang out", happenings.EVENT, "")),
    ],
)
def test_a_happening_has_its_words_and_its_agent(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They refused to attack on Monday.",
        "The attack on Monday failed.",
        "The meeting of ministers ended.",
        "Police killed three sailors.",
        "“The killing of Reyl was wrong,” she said.",
        "The violence, he said, and the rain continued.",
    ],
)
def test_verbs_times_and_other_nouns_are_no_happenings(text):
    assert found(text) == []


def test_a_place_before_an_attack_is_no_agent():
    assert found("The Ostrel attack on the port failed.") == [("attack on", happenings.ACT, "")]

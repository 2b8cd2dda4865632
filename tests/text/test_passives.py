import pytest

from analysis.text import passives, tokens


def found(body):
    """(passive, agent) of every passive."""
    known = tokens.find(body)
    return [
        (known.text(one.first, one.participle + 1), known.text(one.agent, one.agent_after) if one.agent >= 0 else "")
        for one in passives.find(body)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge was destroyed.", ("was destroyed", "")),
        ("The bridge was destroyed by rebels.", ("was destroyed", "rebels")),
        ("The bridge has been sold to the port.", ("has been sold", "")),
        ("The bridge will not be rebuilt before spring.", ("will not be rebuilt", "")),
        ("The bridge is being watched by the army.", ("is being watched", "the army")),
        ("It’s been sold by commercial banks.", ("’s been sold", "commercial banks")),
        ("They’ll be watched by virtually every paper.", ("They’ll be watched", "virtually every paper")),
        ("It was praised by left-leaning papers.", ("was praised", "left-leaning papers")),
        ("Two men got hurt near the quay.", ("got hurt", "")),
        (
            "The mayor was re-elected on Sunday by the council of Elmstead.",
            ("was re-elected", "the council of Elmstead"),
        ),
    ],
)
def test_a_passive_has_its_verb_and_its_agent(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was tired and concerned about the wall.",
        "The town is located on the coast and set to grow.",
        "The plan is too complicated.",
        "There were armed men on the quay.",
        "It was indeed a hundred years old.",
        "The wall to be built will cost millions.",
        "The men arrested on Monday were sailors.",
        "The council has rejected the plan.",
        "“I was beaten,” he said.",
        "Ann Vale was born in Elmstead.",
        "He was unharmed.",
    ],
)
def test_what_only_looks_like_a_passive_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The wall was finished by Friday.",
        "The wall was raised by 5 percent.",
        "The plan was passed by a vote of 5 to 4.",
        "The wall was built by using stone.",
        "He was elected by a narrow margin.",
        "He was informed by mail.",
        "She was found in a house owned by a sailor.",
    ],
)
def test_time_measure_and_manner_are_no_agents(text):
    assert [agent for _, agent in found(text)] == [""]


def test_two_participles_of_one_be_are_two_passives_with_one_agent():
    assert found("The town was seized and burnt by rebels.") == [("was seized", "rebels"), ("burnt", "rebels")]


def test_the_agent_may_stand_behind_time_and_place():
    assert found("He was shot in the street on Monday by two gunmen.") == [("was shot", "two gunmen")]


def test_a_flood_of_forms_of_be_is_read_in_linear_time():
    assert len(passives.find("was taken " * 20_000)) == 20_000

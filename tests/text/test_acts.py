import pytest

from analysis import lexicons
from analysis.text import acts, tokens


def found(body):
    """(verb, wording, agent) of every act."""
    known = tokens.find(body)
    return [
        (one.verb, one.wording, known.text(one.agent, one.agent_after) if one.agent >= 0 else "")
        for one in acts.find(body)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels seized the port.", ("seize", acts.ACTIVE, "Rebels")),
        ("The rebels have seized the port.", ("seize", acts.ACTIVE, "The rebels")),
        ("Ostrel will invade the coast.", ("invade", acts.ACTIVE, "Ostrel")),
        ("Ostrel is bombing the coast.", ("bomb", acts.ACTIVE, "Ostrel")),
        ("Ostrel withdrew on Monday.", ("withdraw", acts.ACTIVE, "Ostrel")),
        ("The men who killed Reyl fled.", ("kill", acts.ACTIVE, "The men")),
        ("The port was seized by rebels.", ("seize", acts.WITH, "rebels")),
        ("The port seized by rebels is small.", ("seize", acts.WITH, "rebels")),
        ("The port was seized.", ("seize", acts.WITHOUT, "")),
        ("The seizure of the port was quick.", ("seize", acts.NOUN, "")),
        ("The army’s seizure of the port was quick.", ("seize", acts.NOUN, "army")),
        ("After the killing the town was quiet.", ("kill", acts.NOUN, "")),
        ("The bridge was shut down.", ("shut down", acts.WITHOUT, "")),
    ],
)
def test_an_act_has_its_wording_and_its_agent(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They came to seize the port.",
        "The soldiers wounded in May went home.",
        "“We killed nobody,” she said.",
        "He met John Burns.",
        "Election results came late.",
        "They turned their backs on him.",
    ],
)
def test_infinitives_participles_names_and_quotations_are_no_acts(text):
    assert [one for one in found(text) if one[0] not in ("meet",)] == []


def test_one_word_is_one_act():
    assert found("Russia attacks the port.") == [("attack", acts.ACTIVE, "Russia")]


def test_every_form_in_the_list_belongs_to_one_act_as_one_form():
    seen = {}
    for row in lexicons.rows("lexicons/acts.csv"):
        for form in (row["term"], *row["nouns"].split("|")):
            assert not form or seen.setdefault(form, row["term"]) == row["term"], form

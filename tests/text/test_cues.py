import pytest

from analysis.text import cues, names, tokens


def pairs(body):
    """(cue, its subject) of every cue."""
    found, known = tokens.find(body), names.find(body)
    result = []
    for cue in cues.find(body):
        mention = known.mentions[cue.subject] if cue.subject >= 0 else None
        subject = found.text(mention.first, mention.after) if mention else ""
        result.append((found.text(cue.first, cue.after), subject))
    return result


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Orla Venn said no.", ("said", "Orla Venn")),
        ("“No,” said Orla Venn.", ("said", "Orla Venn")),
        ("Orla Venn, the mayor of Ostwick, said no.", ("said", "Orla Venn")),
        ("Orla Venn (R-Ohio) said no.", ("said", "Orla Venn")),
        ("Orla Venn, R-S.C., said no.", ("said", "Orla Venn")),
        ("Orla Venn, who ran the harbour, said no.", ("said", "Orla Venn")),
        ("Orla Venn has also said no.", ("said", "Orla Venn")),
        ("A spokesman for Orla Venn said no.", ("said", "A spokesman")),
        ("People close to the talks said no.", ("said", "People")),
        ("A person with knowledge of the talks said no.", ("said", "A person")),
        ("A senior official in Ostrel, who left, said no.", ("said", "A senior official")),
        ("Orla Venn spoke, saying no.", ("saying", "Orla Venn")),
        ("Orla Venn pointed out the hole.", ("pointed out", "Orla Venn")),
        ("According to Orla Venn, no.", ("According to", "Orla Venn")),
        ("Orla Venn’s claim that it fell", ("claim", "Orla Venn")),
    ],
)
def test_a_cue_has_its_subject(body, expected):
    assert expected in pairs(body)


def test_joint_subjects_are_both_known():
    body = "Orla Venn and Tomas Reyl said no."
    (cue,) = cues.find(body)
    known = names.find(body)
    assert known.voices[known.voice_of[cue.joint]].name == "Orla Venn"
    assert known.voices[known.voice_of[cue.subject]].name == "Tomas Reyl"


def test_a_passive_verb_is_marked():
    assert [cue.passive for cue in cues.find("Orla Venn was accused of it.")] == [True]
    assert [cue.passive for cue in cues.find("Orla Venn has accused him.")] == [False]


def test_a_verb_that_describes_a_noun_is_no_cue():
    assert pairs("The alleged plan fell through.") == []


def test_every_verb_has_a_tone():
    assert {row["class"] for row in cues.verbs().values()} >= {"neutral", "endorsing", "doubting", "reluctant", "force"}
    assert cues.verbs()["claimed"]["class"] == "doubting"

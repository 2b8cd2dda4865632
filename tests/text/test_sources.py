"""Rungs of the naming ladder and source types, on sentences of our own."""

import pytest

from analysis.text import quotations, sources


def source_of(body):
    """The source of the last quotation."""
    assert quotations.find(body)
    return sources.find(body)[-1]


@pytest.mark.parametrize(
    ("body", "rung", "kind"),
    [
        ("“It will hold,” said Mayor Ines Okafor.", "named", "official"),
        ("“It will hold,” said Ines Okafor, a professor of hydrology.", "named", "expert"),
        ("“It will hold,” said Ines Okafor, who chairs the commission.", "named", "official"),
        ("“It will hold,” said Ines Okafor, leader of the opposition Quay Union.", "named", "political"),
        ("“It will hold,” said Ines Okafor, chief executive of Okafor Walls.", "named", "business"),
        ("“It will hold,” said Ines Okafor, a campaigner.", "named", "civil society"),
        ("“It will hold,” said Ines Okafor, a fisherman.", "named", "citizen or witness"),
        ("“It will hold,” said Ines Okafor.", "named", "unknown"),
        ("“It will hold,” the Kremlin said.", "named body", "official"),
        ("“It will hold,” the newspaper said.", "named body", "other media"),
        ("The report said the wall would hold.", "named body", "document"),
        ("“It will hold,” the mayor said.", "role only", "official"),
        ("“It will hold,” a spokesman for the company said.", "role only", "business"),
        ("“It will hold,” a White House official said.", "unnamed person", "anonymous"),
        ("“It will hold,” one resident said.", "unnamed person", "citizen or witness"),
        ("“It will hold,” officials said.", "unnamed group", "anonymous"),
        ("“It will hold,” experts said.", "unnamed group", "expert"),
        ("Several environmental groups said the wall would hold.", "unnamed group", "civil society"),
    ],
)
def test_a_source_stands_on_its_rung_and_has_the_type_its_words_tell(body, rung, kind):
    assert source_of(body)[:2] == (rung, kind)


def test_the_kremlin_spokesman_is_a_role_only_where_the_text_never_names_him():
    unnamed = "“It will hold,” the Kremlin spokesman said."
    assert source_of(unnamed).rung == "role only"
    assert source_of("Kremlin spokesman Bo Storm spoke on Monday. " + unnamed).rung == "named"


def test_the_type_of_a_voice_holds_for_its_pronouns():
    body = "“It will hold,” said Ines Okafor, a hydrologist. “It is dry,” she said."
    assert [source.kind for source in sources.find(body)] == ["expert", "expert"]


def test_a_country_speaks_for_its_government_where_the_text_gives_it_one():
    body = "Veldania’s foreign minister left early. Veldania said the wall would hold."
    assert source_of(body)[:2] == ("named body", "official")
    assert source_of("Veldania said the wall would hold.").kind == "unknown"


def test_a_job_named_beside_somebody_else_is_not_the_speakers():
    assert source_of("Ines Okafor, who met the president on Monday, said the wall would hold.").kind == "unknown"


def test_a_passive_verb_without_anybody_who_says_it_is_agentless():
    assert source_of("It was reported that the wall would hold.").rung == "agentless"


def test_every_source_says_what_it_rests_on():
    assert "Mayor" in source_of("“It will hold,” said Mayor Ines Okafor.").why
    assert "does not tell" in source_of("“It will hold,” said Ines Okafor.").why

import pytest

from analysis.text import descriptions, names, tokens


def stands_for(body):
    """Description -> the name or the earlier words it stands for."""
    found, known, described = tokens.find(body), names.find(body), descriptions.find(body)

    def text(mention):
        return found.text(known.mentions[mention].first, known.mentions[mention].after)

    named = {text(mention): known.voices[voice].name for mention, voice in described.voice_of.items()}
    return named | {text(mention): text(other) for mention, other in described.earlier.items()}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("We met Governor Orla Venn. But the governor left.", {"the governor": "Orla Venn"}),
        ("We met Sen. Orla Venn. But the senator left.", {"the senator": "Orla Venn"}),
        ("We met Orla Venn, the town treasurer, there. But the treasurer left.", {"the treasurer": "Orla Venn"}),
        ("We met President Orla Venn. But the head of state left.", {"the head of state": "Orla Venn"}),
        ("We met Ostrel President Orla Venn. But the Ostrelian leader left.", {}),
        ("We met a harbour official. But the official left.", {"the official": "a harbour official"}),
        ("We met a person. But the person left.", {"the person": "a person"}),
    ],
)
def test_a_description_stands_for_the_voice_the_text_gave_this_office(body, expected):
    found = stands_for(body)
    assert {key: value for key, value in found.items() if key in expected} == expected


def test_an_office_of_two_voices_names_neither():
    assert stands_for("We met Governor Orla Venn and Governor Tomas Reyl. But the governor left.") == {}


def test_words_that_are_foreign_to_the_voice_keep_it_apart():
    assert stands_for("We met Governor Orla Venn. But the former Ohio governor left.") == {}


def test_the_candidate_is_too_common_to_tell():
    assert stands_for("We met presidential candidate Orla Venn. But the candidate left.") == {}

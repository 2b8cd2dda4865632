import pytest

from analysis.text import aims, quoted_spans
from tests.timing import assert_linear

LEDE = "The council met. Ines Okafor spoke. Veldania waited. Ines Okafor and Veldania were heard.\n\n"


def aim(sentence):
    """The aim of the first span."""
    body = LEDE + sentence
    return aims.find(body, quoted_spans.find(body))[0]


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The “reformer” Ines Okafor left early.", "Ines Okafor"),
        ("Nobody wants Veldania’s “gift” any more.", "Veldania"),
        ("The “rescue” of Veldania came late.", "Veldania"),
        ("Ines Okafor is a “saint” in her own paper.", "Ines Okafor"),
        ("Ines Okafor, the “saint”, was not seen.", "Ines Okafor"),
    ],
)
def test_a_construction_tells_the_actor_for_sure(sentence, actor):
    found = aim(sentence)
    assert (found.actor, found.is_sure) == (actor, True)


def test_a_pronoun_goes_back_to_the_last_actor_of_its_gender():
    found = aim("Mayor Ines Okafor came back on Monday. Her “gift” was a bill.")
    assert (found.actor, found.is_sure) == ("Ines Okafor", False)


def test_the_nearest_name_is_a_guess():
    found = aim("The “help” came late, and Ines Okafor knew it.")
    assert (found.actor, found.is_sure) == ("Ines Okafor", False)
    assert "nearest" in found.reason


def test_a_sentence_that_names_nobody_has_no_clear_aim_and_a_reason():
    found = aim("The “help” came late.")
    assert (found.actor, found.start, found.end) == (aims.NOT_CLEAR, 0, 0)
    assert found.reason == "its sentence names nobody"


def test_words_inside_somebodys_words_have_no_clear_aim():
    assert aim("“We never asked for that ‘help’ and nobody told us of it,” Ines Okafor said.").actor == aims.NOT_CLEAR


def test_the_mention_of_the_actor_stands_in_the_body():
    found = aim("Nobody wants Veldania’s “gift” any more.")
    assert (LEDE + "Nobody wants Veldania’s “gift” any more.")[found.start : found.end].startswith("Veldania")


def test_many_spans_take_linear_time():
    assert_linear(lambda body: aims.find(body, quoted_spans.find(body)), "Veldania’s “gift” came. " * 5_000)

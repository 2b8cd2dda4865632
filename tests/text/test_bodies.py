import pytest

from analysis.text import tokens
from analysis.text.bodies import Bodies
from tests.timing import assert_linear

UNION = "On Monday the Carriage and Depot Workers’ Union met. "


def named(body, words):
    """What the last `words` of the body name, and how."""
    found, bodies = tokens.find(body), Bodies(body)
    at = found.starts.index(body.rindex(words))
    told = bodies.named(at)
    return (told.name, told.note) if told else None


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("We asked the Harbour Board there.", "the Harbour Board", "Harbour Board"),
        ("Crestline Transit met. Ann Lund of Crestline left.", "Crestline left", "Crestline Transit"),
        ("Crestline Transit met. Crestline’s director left.", "’s director", "Crestline Transit"),
        (f"{UNION}Ann Lund, the union’s secretary, left.", "’s secretary", "Carriage and Depot Workers’ Union"),
        (f"{UNION}But the union left.", "the union", "Carriage and Depot Workers’ Union"),
        ("The CDWU union met. The union lost. Ann Lund, its secretary, left.", "its secretary", "CDWU union"),
    ],
)
def test_an_organisation_is_known_in_full_in_short_and_by_its_kind(body, words, name):
    assert named(body, words)[0] == name


def test_what_is_not_named_in_so_many_words_says_how_it_was_understood():
    assert named("Crestline Transit met. Crestline’s director left.", "’s director")[1] == (
        "; “Crestline” is short for Crestline Transit"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The Miners’ Union met the Dockers’ Union. But the union left.", "the union"),
        ("A union met. But the union left.", "the union"),
        ("We asked Ann Lund there.", "Ann Lund"),
        (f"{UNION}It rained. Nobody came. Ann Lund, its secretary, left.", "its secretary"),
    ],
)
def test_nothing_is_guessed(body, words):
    assert named(body, words) is None


def test_the_time_grows_with_the_length_and_not_faster():
    def run(text):
        bodies = Bodies(text)
        return [bodies.named(at) for at in range(len(tokens.find(text).kinds))]

    assert_linear(run, (UNION + "Its hall is cold, its roof leaks and the union’s van broke down. ") * 800)

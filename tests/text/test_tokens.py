import pytest

from analysis.text import tokens


def kinds(body):
    return tokens.find(body).kinds.strip("|")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Harbour spokesman Tomas Reyl said it.", "wTNNVP"),
        ("“The pier is safe,” said Reyl.", "QVN"),
        ("He told the council that it fell.", "PVDoXPw"),
        ("Reyl’s claim", "NSU"),
        ("the Secretary of State Orla Venn", "DTFTNN"),
        ("Sen. Orla Venn (R-Ohio) warned", "TNN(w)V"),
        ("Of 1,460 drivers, 10,000 left.", "F#g,#w"),
    ],
)
def test_every_token_has_the_letter_of_its_kind(body, expected):
    assert kinds(f"The harbour and Reyl stood there, but Reyl left.\n\n{body}").rsplit("|", 1)[-1] == expected


def test_a_marked_stretch_is_one_token_however_long():
    body = f"“{'It will not hold. ' * 50}” Reyl said."
    assert kinds(body) == "QNV"


def test_a_question_before_its_speaker_ends_no_sentence():
    assert kinds("“Why now?” Reyl said.") == "Q,NV"


def test_an_abbreviation_ends_no_sentence():
    assert "." not in kinds("Gov. Orla Venn met Sen. Tomas Reyl.")


def test_two_names_joined_by_a_hyphen_are_two_names():
    found = tokens.find("The Vladimir Orlo-Peter Lund summit")
    assert found.low[-4:-1] != ()
    assert "orlo" in found.low
    assert "peter" in found.low


def test_offsets_give_the_words_back():
    body = "Mayor Orla Venn said “no.”"
    found = tokens.find(body)
    assert found.text(1, 4) == "Mayor Orla Venn"


def test_a_sign_that_is_neither_letter_nor_digit_is_one_number():
    assert kinds("Reyl drank ½cup of it.") == "ww#FP"

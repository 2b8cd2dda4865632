from analysis.text import anonymity
from tests.timing import assert_linear

TOLD = "An official, who spoke on condition of anonymity because he was not authorised to speak, said the wall was old."


def test_a_named_source_is_none_of_them():
    assert anonymity.find("Mayor Ines Okafor said the wall was old.") == ((), 1)


def test_a_reason_given_once_holds_for_its_source():
    body = f"{TOLD}\n\n“Nobody will miss it,” the official said.\n\nA diplomat said it was late."
    unnamed, n = anonymity.find(body)
    assert n == 3
    assert [one.is_explained for one in unnamed] == [True, True, False]


def test_unnamed_sources_of_others_count_once():
    body = "The wall will fall, the Tide reported, citing sources."
    unnamed, _ = anonymity.find(body)
    assert [body[one.start : one.end] for one in unnamed] == ["citing sources"]


def test_time_grows_with_the_length_of_the_text():
    assert_linear(anonymity.find, f"{TOLD} " * 500)

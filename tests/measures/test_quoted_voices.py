import pytest

from analysis.measures import quoted_voices
from analysis.model import Article

FIVE = (
    "“We waited nine years,” Mayor Ines Okafor said. “Nobody will miss it,” she added.\n\n"
    "“It is a gift,” Tomas Reyl said. “It is a shame.”\n\n"
    "“The quay will close for two seasons,” said Reyl."
)


def values(body):
    return {value.part: value for value in quoted_voices.score(Article(id="a", body=body)).values}


def test_words_inside_marks_are_counted_by_voice():
    found = values(FIVE)
    assert found["quotations"].number == 5
    assert found["voice: Ines Okafor"].number == 8
    assert found["voice: Tomas Reyl"].number == 15
    assert found["voices"].number == 2
    assert found["quoted words"].number == pytest.approx(23 / found["quoted words"].n)


def test_the_largest_voice_is_named_and_its_share_has_an_interval():
    largest = values(FIVE)["largest voice share"]
    assert largest.labels == ("Tomas Reyl",)
    assert largest.number == pytest.approx(15 / 23)
    assert largest.low < largest.number < largest.high


def test_two_even_voices_are_two_effective_voices():
    body = "".join(f"“One two three,” {name} said.\n\n" for name in ("Ann Vale", "Bo Storm") * 3)
    assert values(body)["effective voices"].number == pytest.approx(2.0)


def test_under_five_quotations_there_are_counts_and_no_share():
    found = values("“We waited nine years,” Mayor Ines Okafor said.")
    assert found["quotations"].number == 1
    assert found["voice: Ines Okafor"].number == 4
    for part in ("share: Ines Okafor", "largest voice share", "effective voices"):
        assert found[part].number is None
        assert "1 quotation" in found[part].missing


def test_no_quotation_is_a_count_of_nought():
    found = values("The wall fell on Monday.")
    assert found["quotations"].number == 0
    assert found["quoted words"].number == 0
    assert found["largest voice share"].number is None


def test_a_voice_opens_only_its_own_words():
    result = quoted_voices.score(Article(id="a", body=FIVE))
    value = next(value for value in result.values if value.part == "voice: Ines Okafor")
    assert [FIVE[span.start : span.end] for span in result.evidence(value)] == [
        "We waited nine years,",
        "Nobody will miss it,",
    ]


def test_every_quotation_says_which_rule_named_its_speaker():
    assert all(span.note for span in quoted_voices.score(Article(id="a", body=FIVE)).spans)


def test_words_of_unnamed_sources_are_counted_apart():
    found = values("“It will fall,” officials said. “It is weak,” Ann Vale said. “It leaks,” one official said.")
    assert found["unnamed sources"].number == 2


def test_marks_without_a_word_between_them_make_no_voice_and_no_number():
    body = "The council met on Monday.\n\n" + "“…” Ann Tide said. “!?” said Bo Reed. " * 5
    result = quoted_voices.score(Article(id="a", body=body))
    assert all(value.number is None or value.number == value.number for value in result.values)
    assert not [value for value in result.values if value.part == "effective voices" and value.number is not None]

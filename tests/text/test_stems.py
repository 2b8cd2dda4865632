import pytest

from analysis.text import stems


@pytest.mark.parametrize(
    "forms",
    [
        "resign resigns resigned resigning resignation",
        "negotiate negotiated negotiators negotiations",
        "accuse accused accusing accusations",
        "organise organized organisers organization",
        "deny denied denies denying",
        "harbour harbor harbours",
        "stop stopped stopping",
        "vote votes voted voters",
        "Clinton Clinton’s Clintons",
        "U.S. US U.S.’s",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stems.of(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["treaty dam", "press pass", "minister ministry", "us US"])
def test_different_words_keep_different_stems(pair):
    first, second = pair.split()
    assert stems.of(first) != stems.of(second)


def test_function_words_have_no_stem():
    assert [stems.of(word) for word in ["the", "was", "said", "doesn’t", "Which"]] == [""] * 5


def test_a_hyphen_parts_two_words_and_offsets_stay_true():
    body = "The dry-season flow fell by 2,000 litres."
    found = stems.find(body)
    assert [body[one.start : one.end] for one in found] == ["dry", "season", "flow", "fell", "2,000", "litres"]
    assert found[4].stem == "2000"

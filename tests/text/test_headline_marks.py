import pytest

from analysis.text import headline_marks


def found(headline, text):
    return headline_marks.find(f"{headline}\n\n{text}", len(headline))


def kind(headline, text):
    (one,) = found(headline, text)
    return one.kind


def test_the_same_words_between_marks_support_a_headline():
    headline, text = "Mayor calls wall ‘a disgrace’", "The wall is “a disgrace, and you know it,” the mayor said."
    (one,) = found(headline, text)
    assert one.kind == "supported"
    assert f"{headline}\n\n{text}"[one.passage_start : one.passage_end].startswith("a disgrace")


def test_most_content_words_in_one_quotation_support_a_headline():
    text = "“We will close the harbour for good before the winter,” the mayor said."
    assert kind("Mayor: ‘Harbour will be closed for good’", text) == "supported"


def test_words_that_are_only_reported_make_a_paraphrase():
    text = "The mayor said that the harbour would be closed before the winter."
    (one,) = found("Mayor: ‘Harbour closed’", text)
    assert one.kind == "paraphrased"
    assert "mayor" in one.reason


def test_words_that_the_reporter_tells_make_a_paraphrase():
    assert kind("Talks ‘satisfactory’", "Both sides left the satisfactory talks at noon.") == "paraphrased"


def test_words_that_nobody_says_are_unsupported_and_lead_nowhere():
    (one,) = found(
        "Talks ‘satisfactory’", "Both sides left the talks at noon. “We were businesslike,” one of them said."
    )
    assert (one.kind, one.passage_start, one.passage_end) == ("unsupported", 0, 0)


def test_words_without_content_are_supported_only_by_the_same_words():
    assert kind("Mayor: ‘We will’", "“We will,” the mayor said of the wall.") == "supported"
    assert kind("Mayor: ‘We will’", "The mayor will see to the wall.") == "unsupported"


def test_a_headline_without_marks_has_none():
    assert found("Mayor mends the wall", "“It will hold,” the mayor said.") == ()


def test_marks_in_the_text_are_none_of_the_headline():
    assert len(found("Mayor mends ‘old’ wall", "“It will hold,” the mayor said of the “old” wall.")) == 1


@pytest.mark.parametrize("headline", ["‘Wall’ " * 200, "“" * 300])
def test_odd_headlines_break_nothing(headline):
    assert all(one.kind in headline_marks.KINDS for one in found(headline.strip(), "The wall holds."))

import pytest

from analysis.text import own_reporting
from tests.timing import assert_linear


def found(body, outlet=""):
    return [body[place.start : place.end] for place in own_reporting.find(body, outlet)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("“It fell,” she told us.", "told us"),
        ("He said when I called that it fell.", "said when I called"),
        ("The annex we have read gives no date.", "we have read"),
        ("The letter was seen by this newspaper.", "seen by this newspaper"),
    ],
)
def test_a_reporter_who_asked_saw_or_read_is_own_reporting(body, words):
    assert found(body) == [words]


def test_the_outlets_own_name_counts_only_for_that_outlet():
    body = "“It fell,” he told the Post. She told The Tallow Post the same."
    assert found(body, "The Tallow Post (invented)") == ["told the Post", "told The Tallow Post"]
    assert found(body, "Meridian Wire") == []
    assert found("He told Postmen to stop.", "The Tallow Post") == []


def test_words_inside_quotation_marks_are_those_of_a_source():
    assert found("“The council told us nothing,” Okafor said.") == []


def test_time_grows_with_the_length_of_the_text():
    assert_linear(lambda body: own_reporting.find(body, "The Post"), "told the Post " * 20_000)

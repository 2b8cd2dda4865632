import pytest
import textstat

from analysis.measures import readability
from analysis.model import Article
from tests.timing import assert_linear

PLAIN = (
    "The town council met on Tuesday night to hear the plan for the harbour wall. "
    "Several engineers described the condition of the foundations in great detail. "
    "The fishermen listened quietly and waited for the moment when they could speak. "
    "Their representative asked for a second opinion on the cost of the work. "
    "Nobody expected the meeting to last longer than two hours that evening. "
    "The chairwoman closed the discussion shortly before the clock struck eleven. "
    "A decision will follow next month after another public hearing in the school. "
    "Until then the old wall must hold against the weather and the rising water. "
    "The newspaper will publish the complete report on the following morning. "
)


def values(body, headline=""):
    result = readability.score(Article(id="a", body=body, headline=headline))
    return {value.part: value for value in result.values}


def test_plain_sentences_have_the_figures_of_textstat():
    found = values(PLAIN)
    assert found["Flesch reading ease"].number == pytest.approx(textstat.flesch_reading_ease(PLAIN))
    assert found["Flesch-Kincaid grade"].number == pytest.approx(textstat.flesch_kincaid_grade(PLAIN))
    assert found["sentence length"].number == pytest.approx(textstat.words_per_sentence(PLAIN))


def test_the_headline_is_left_out():
    headline = "Harbour wall to be rebuilt after nine years of waiting"
    assert values(f"{headline}\n\n{PLAIN}", headline) == values(PLAIN)


def test_a_short_text_has_a_reason_and_no_value():
    result = readability.score(Article(id="a", body="The council met. It refused the plan."))
    assert not result.values
    assert "7 words" in result.missing


def test_an_empty_text_is_refused():
    assert readability.score(Article(id="a", body="")).missing


def test_reading_time_follows_from_the_words():
    time_of = values(PLAIN)["reading time"]
    assert time_of.number == pytest.approx(time_of.n / 238)


def long_words(sentence):
    result = readability.score(Article(id="a", body=PLAIN + sentence))
    return [
        (PLAIN + sentence)[span.start : span.end]
        for span in result.spans
        if span.kind == "long word" and span.start >= len(PLAIN)
    ]


def test_words_of_three_syllables_are_long():
    assert long_words("The ministry will celebrate on the beach.") == ["ministry", "celebrate"]


def test_names_in_mid_sentence_are_not_long_words():
    assert long_words("He met Alexander Pemberton in Philadelphia.") == []


def test_endings_do_not_make_a_word_long():
    assert long_words("They created advances while visiting the coast.") == []


def test_hyphens_do_not_make_short_words_long():
    assert long_words("A face-to-face talk is planned.") == []


def test_initials_are_spelled_out():
    assert readability._syllables("U.S") == (2, False)


def test_curly_apostrophes_count_like_straight_ones():
    assert readability._syllables("couldn’t") == readability._syllables("couldn't")


def test_long_words_are_the_evidence_for_their_share():
    result = readability.score(Article(id="a", body=PLAIN))
    (share,) = [value for value in result.values if value.part == "long words"]
    assert share.number == len(result.evidence(share)) / share.n


def test_every_sentence_tells_its_words():
    result = readability.score(Article(id="a", body=PLAIN))
    assert result.spans[0].note == "15 words, 18 syllables"


def test_a_run_of_letters_is_no_word():
    assert values(PLAIN + "x" * 100_000)["reading time"].n == values(PLAIN)["reading time"].n


def test_a_long_text_takes_linear_time():
    readability.prime()
    assert_linear(lambda body: readability.score(Article(id="a", body=body)), PLAIN * 500)


def test_no_end_of_odd_words_takes_no_end_of_memory(monkeypatch):
    monkeypatch.setattr(readability, "REMEMBERED", 50)
    values(" ".join(f"zorb{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(220)))
    assert 0 < len(readability._patterns().hd.cache) <= 50

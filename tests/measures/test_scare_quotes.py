import time

import pytest

from analysis.measures import scare_quotes
from analysis.model import Article, Correction


def classes(body):
    return {span.text: span.cls for span in scare_quotes.classify(Article(id="a", body=body))}


def values(body):
    result = scare_quotes.score(Article(id="a", body=body))
    return {value.part: value for value in result.values}


def test_a_span_holds_the_words_between_the_marks():
    body = "The council met. The so-called “improvement” will close the quay."
    (span,) = scare_quotes.classify(Article(id="a", body=body))
    assert span.text == body[span.start : span.end] == "improvement"


def test_a_word_of_doubt_makes_a_scare_quote():
    body = "The council met. The town fears the so-called “improvement” of the old harbour."
    (span,) = scare_quotes.classify(Article(id="a", body=body))
    assert span.cls == "scare"
    assert "doubt" in span.reason


def test_attributed_words_are_speech():
    body = (
        "The council met.\n\nThe mayor said the plan was “a gift to the hotels” and left.\n\n“Never again,” she said."
    )
    assert classes(body) == {"a gift to the hotels": "speech", "Never again,": "speech"}


def test_the_name_of_a_programme_is_a_title():
    body = "The council met.\n\nOn Monday she spoke about the wall on the radio show “Harbour Lights.”"
    assert classes(body)["Harbour Lights."] == "title"


def test_a_value_in_stray_code_is_other():
    assert classes('The council met.\n\n<embed id="774411" kind="video"> The wall will stay.')["774411"] == "other"


def test_longer_quotations_are_left_out():
    assert classes("“We have waited nine long years for this day and this wall,” said the mayor.") == {}


def test_a_rate_has_an_interval_and_the_words_it_was_taken_of():
    body = "The council met. " * 100 + "The so-called “improvement” and the alleged “gift” fail. " * 3
    rate = values(body)["scare quote rate"]
    assert rate.low < rate.number < rate.high
    assert rate.n == 300 + 3 * 6


def test_few_quoted_spans_have_a_count_and_no_rate():
    found = values("The so-called “improvement” will close the quay of the town.")
    assert found["scare quotes"].number == 1
    assert found["scare quote rate"].number is None
    assert "1 short quoted span" in found["scare quote rate"].missing


def test_no_marks_count_zero():
    assert values("The council refused the plan.")["scare quotes"].number == 0


@pytest.mark.parametrize("flood", ['"' * 100_000, "“a” " * 20_000, "'a' " * 20_000, '="a"' * 20_000, "“" * 50_000])
def test_floods_of_marks_take_linear_time(flood):
    begun = time.perf_counter()
    scare_quotes.score(Article(id="a", body=flood))
    assert time.perf_counter() - begun < 20


def test_a_note_says_how_sure_the_estimate_is():
    result = scare_quotes.score(
        Article(id="a", body="The council met. The town fears the so-called “improvement” of May.")
    )
    (span,) = result.spans
    assert span.note.startswith("likely: ")
    assert span.kind == span.label == "scare"


def test_the_speaker_is_the_reason_for_speech():
    body = "The council met.\n\nMayor Ines Okafor said the plan was “a gift to the hotels” and left."
    (span,) = scare_quotes.classify(Article(id="a", body=body))
    assert span.reason == "the words of Ines Okafor (said)"


class TestJudgements:
    BODY = "The council met. The town fears the so-called “improvement” of the old harbour."

    def judged(self, now):
        (span,) = scare_quotes.classify(Article(id="a", body=self.BODY))
        correction = Correction("class", span.start, span.end, span.cls, now)
        return Article(id="a", body=self.BODY, corrections=(correction,))

    def test_a_confirmed_class_stays_and_says_so(self):
        (span,) = scare_quotes.classify(self.judged("scare"))
        assert (span.cls, span.confidence) == ("scare", 1.0)
        assert span.reason.endswith("confirmed by a person")

    def test_a_class_set_by_a_person_counts(self):
        counts = {value.part: value.number for value in scare_quotes.score(self.judged("term")).values}
        assert (counts["scare quotes"], counts["term in short marks"]) == (0, 1)

    def test_a_span_may_be_taken_out(self):
        assert scare_quotes.classify(self.judged("")) == ()

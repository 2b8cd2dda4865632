from dataclasses import replace

import pytest

from analysis import corrections
from analysis.measures import scare_quotes
from analysis.model import Article
from tests.timing import assert_linear


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
    assert_linear(lambda body: scare_quotes.score(Article(id="a", body=body)), flood)


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


HEADLINE = "Mayor: wall ‘a disgrace’"
DOUBTED = Article(
    id="a",
    headline=HEADLINE,
    body=f"{HEADLINE}\n\nThe town fears Velm’s so-called “improvement” of the wall. “It is a disgrace,” he said.",
)


def judged(article, text, now):
    span = next(span for span in scare_quotes.classify(article) if span.text == text)
    return replace(article, corrections=(scare_quotes.judgement(span, now),))


def test_a_rejected_class_counts_as_the_person_set_it_and_says_what_was_found():
    article = judged(DOUBTED, "improvement", "term")
    (span,) = (span for span in scare_quotes.classify(article) if span.text == "improvement")
    assert (span.cls, span.confidence) == ("term", 1.0)
    assert "set by a person; found: scare" in span.reason


def test_a_confirmed_class_says_so():
    (span,) = (s for s in scare_quotes.classify(judged(DOUBTED, "improvement", "scare")) if s.text == "improvement")
    assert span.cls == "scare"
    assert span.reason.startswith("confirmed by a person")


def test_a_span_judged_to_be_none_is_not_counted():
    assert "improvement" not in {span.text for span in scare_quotes.classify(judged(DOUBTED, "improvement", ""))}


def test_a_span_judged_to_be_a_scare_quote_gets_an_aim():
    article = judged(DOUBTED, "It is a disgrace,", "scare")
    (span,) = (span for span in scare_quotes.classify(article) if span.text == "It is a disgrace,")
    assert span.aim is not None


def test_both_versions_stand_side_by_side():
    both = scare_quotes.versions(judged(DOUBTED, "improvement", "term"))
    counts = [next(v.number for v in result.values if v.part == "scare quotes") for result in both]
    assert counts == [1, 0]
    assert both.automatic == scare_quotes.score(DOUBTED)


def test_a_scare_quote_tells_whom_it_is_aimed_at():
    (span,) = (span for span in scare_quotes.score(DOUBTED).spans if span.kind == "scare")
    assert "aimed at: Velm" in span.note


def test_the_marks_of_the_headline_are_supported_with_the_words_that_support_them():
    result = scare_quotes.score(DOUBTED)
    assert {v.part: (v.number, v.n) for v in result.values if v.part.startswith("headline")} == {
        "headline marks supported": (1, 1),
        "headline marks paraphrased": (0, 1),
        "headline marks unsupported": (0, 1),
    }
    (span,) = (span for span in result.spans if span.kind == "headline supported")
    assert DOUBTED.body[span.start : span.end] == "a disgrace"
    assert "It is a disgrace" in span.note


def test_without_a_headline_its_marks_have_no_count_and_a_reason():
    found = values("The so-called “improvement” will close the quay of the town.")
    assert found["headline marks unsupported"].number is None
    assert found["headline marks unsupported"].missing


def test_a_span_that_was_missed_counts_once_a_person_adds_it():
    start = DOUBTED.body.index("fears")
    article = replace(DOUBTED, corrections=(corrections.make(DOUBTED, "class", start, start + 5, "", "scare"),))
    before, after = (scare_quotes.score(one).values[0] for one in (DOUBTED, article))
    assert after.number == before.number + 1
    (span,) = (span for span in scare_quotes.classify(article) if span.text == "fears")
    assert span.reason == "added by a person"
    assert [s.start for s in scare_quotes.classify(article)] == sorted(s.start for s in scare_quotes.classify(article))


def test_a_span_that_is_none_counts_no_more():
    (before,) = (v for v in scare_quotes.versions(judged(DOUBTED, "improvement", "")).automatic.values[:1])
    (after,) = (v for v in scare_quotes.versions(judged(DOUBTED, "improvement", "")).judged.values[:1])
    assert (before.n - after.n, before.number - after.number) == (1, 1)


def test_the_aim_that_a_person_sets_is_the_aim():
    (span,) = (span for span in scare_quotes.classify(DOUBTED) if span.text == "improvement")
    one = corrections.make(DOUBTED, "aim", span.start, span.end, span.aim.actor, "the town")
    article = replace(DOUBTED, corrections=(one,))
    (now,) = (span for span in scare_quotes.classify(article) if span.text == "improvement")
    assert (now.aim.actor, now.aim.is_sure, now.cls) == ("the town", True, "scare")
    assert scare_quotes.score(article).values == scare_quotes.score(DOUBTED).values

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis import corrections
from analysis.measures import sentiment
from analysis.model import Article
from tests.timing import assert_linear

VADER = SentimentIntensityAnalyzer()


def article(body, headline=""):
    return Article(id="a", body=body, headline=headline)


def tone_of(text):
    (sentence,) = sentiment.sentences(article(text))
    return sentence.tone


def scored_words(text):
    return [
        (text[word.start : word.end], round(word.valence, 1))
        for sentence in sentiment.sentences(article(text))
        for word in sentence.words
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the harbour plan was a disaster and the mayor was very happy about it.",
        "it was not a good day, but the rescue was brilliant!",
        "the talks were never so friendly, yet the result was extremely disappointing.",
        "at least the food was hardly terrible, and without doubt the best of the year!!",
        "the least successful mayor won, the kind of victory that hurts.",
    ],
)
def test_plain_sentences_score_as_vader_scores_them(text):
    assert tone_of(text) == VADER.polarity_scores(text)["compound"]


WORDS = (
    "good terrible happy bad death the a wall harbour not isn't never so this very barely hardly without doubt least "
    "at but or nor just enough sort of yeah right kiss to die for ass rarely despite extremely"
)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14))
def test_words_that_change_their_neighbours_do_so_as_in_vader(chosen):
    text = f"the {' '.join(chosen)}."
    assert tone_of(text) == VADER.polarity_scores(text)["compound"]


def test_names_do_not_score():
    assert scored_words("The talks between the Peace and Freedom Union and Joy Brightwell ended on Monday.") == []


def test_a_name_that_opens_the_sentence_does_not_score():
    assert scored_words("Grace Holloway chairs the council of the town.") == []


def test_the_first_word_scores_where_no_name_follows():
    assert [word for word, _ in scored_words("Terrible weather closed the road to the coast.")] == ["Terrible"]


def test_headlines_in_title_case_still_score():
    assert [word for word, _ in scored_words("Council Praised For Brilliant Harbour Plan")] == ["Praised", "Brilliant"]


def test_words_that_evaluate_nothing_in_news_are_neutral():
    assert tone_of("the security party reached an important agreement with the justice committee.") == 0


def test_no_negates():
    assert scored_words("There are no reasons for joy.") == [("joy", -2.1)]


def test_a_curly_apostrophe_negates_like_a_straight_one():
    assert tone_of("The plan isn’t good.") == tone_of("The plan isn't good.") < 0


def test_a_dash_separates_words():
    assert [word for word, _ in scored_words("The wall—terrible, they said—will stay.")] == ["terrible"]


def test_every_sentence_has_one_voice():
    body = (
        "Harbour wall praised\n\nThe council met. “We are delighted with this plan,” she said. "
        'He called it "bad" but voted for the work on the wall.'
    )
    voices = [sentence.voice for sentence in sentiment.sentences(article(body, "Harbour wall praised"))]
    assert voices == ["headline", "narration", "quoted", "narration"]


def test_quoted_words_do_not_score_in_narration():
    assert scored_words("The mayor, who sat in front, said that the idea was “a disaster” for the town.") == []


def test_narration_does_not_score_in_a_quoted_sentence():
    words = scored_words("“This is a splendid day for the whole of the town,” said the gloomy mayor.")
    assert [word for word, _ in words] == ["splendid"]


def test_every_sentence_is_evidence_with_its_words():
    result = sentiment.score(article("The tense talks failed. The road is open."))
    assert [(span.note, span.label) for span in result.spans] == [
        ("tense −1.4, failed −2.3", "negative"),
        ("no word scored", "neutral"),
    ]
    assert [span.kind for span in result.spans] == ["narration", "narration"]


def test_few_sentences_have_no_mean_and_are_listed():
    result = sentiment.score(article("The talks failed. The road is open. Work goes on."))
    (narration,) = [value for value in result.values if value.part == "narration"]
    assert narration.number is None
    assert narration.n == 3
    assert "3 sentences" in narration.missing
    assert len(result.evidence(narration)) == 3


def test_few_sentences_have_counts_and_no_shares():
    result = sentiment.score(article("The talks failed. The road is open. Work goes on."))
    counts = {value.part: (value.number, value.unit) for value in result.values if value.part.endswith("of narration")}
    assert counts["negative sentences of narration"] == (1, "sentences")
    assert counts["positive sentences of narration"] == (0, "sentences")


def test_a_mean_stands_inside_its_interval():
    body = " ".join(["The talks failed.", "The road is open.", "The party was splendid."] * 5)
    (narration,) = [value for value in sentiment.score(article(body)).values if value.part == "narration"]
    assert narration.n == 15
    assert narration.low < narration.number < narration.high


def test_equal_sentences_have_an_interval_without_width():
    (narration,) = [
        value for value in sentiment.score(article("The talks failed. " * 11)).values if value.part == "narration"
    ]
    assert narration.low <= narration.number <= narration.high
    assert narration.high - narration.low < 1e-9


def test_shares_name_the_sentences_they_count():
    result = sentiment.score(article("The talks failed. " * 2 + "The road is open. " * 6))
    (negative,) = [value for value in result.values if value.part == "negative sentences of narration"]
    assert negative.number == 0.25
    assert len(result.evidence(negative)) == 2


def test_a_stretch_without_a_full_stop_is_scored_in_pieces():
    pieces = sentiment.sentences(article("terrible wall " * 300))
    assert len(pieces) == 3
    assert all(piece.end <= following.start for piece, following in pairwise(pieces))


def test_an_article_without_words_has_a_reason_and_no_value():
    result = sentiment.score(article("!!! … ???"))
    assert not result.values
    assert result.missing


@pytest.mark.parametrize("flood", ["😀" * 100_000, "😀 " * 100_000, "not so but good " * 25_000, '"' * 100_000])
def test_floods_take_linear_time(flood):
    assert_linear(lambda body: sentiment.score(article(body)), flood)


PLAIN = "Harbour wall praised\n\n" + "The talks failed. " * 9 + "The road is open."


def judged(words, now, nth=0, body=PLAIN):
    plain = article(body, "Harbour wall praised")
    start = -1
    for _ in range(nth + 1):
        start = body.index(words, start + 1)
    one = corrections.make(plain, "tone", start, start + len(words), "", now)
    return replace(plain, corrections=(one,))


def value(result, part):
    return next(one for one in result.values if one.part == part)


def test_a_class_that_a_person_sets_counts_in_the_shares_and_leaves_the_mean():
    before, after = (
        sentiment.score(one)
        for one in (article(PLAIN, "Harbour wall praised"), judged("The road is open.", "positive"))
    )
    assert value(after, "positive sentences of narration").number == 0.1
    assert value(before, "positive sentences of narration").number == 0
    assert (value(before, "narration").n, value(after, "narration").n) == (10, 9)
    assert value(after, "narration").number < value(before, "narration").number
    (span,) = after.evidence(value(after, "positive sentences of narration"))
    assert span.note.startswith("set by a person; found: neutral")
    assert span not in after.evidence(value(after, "narration"))


def test_a_confirmed_sentence_stays_in_the_mean():
    before, after = (
        sentiment.score(one) for one in (article(PLAIN, "Harbour wall praised"), judged("The road is open.", "neutral"))
    )
    assert after.values == before.values
    assert any(span.note.startswith("confirmed by a person") for span in after.spans)


def test_a_sentence_that_is_left_out_counts_nowhere():
    after = sentiment.score(judged("The road is open.", ""))
    assert value(after, "narration").n == value(after, "negative sentences of narration").n == 9
    assert value(after, "negative sentences of narration").number == 1
    assert not any("road" in PLAIN[span.start : span.end] for span in after.spans)


def test_a_mean_that_corrections_leave_too_few_sentences_says_so():
    body = "The talks failed. " * 7 + "The road is open."
    after = sentiment.score(judged("The road is open.", "positive", body=body))
    assert value(after, "narration").number is None
    assert value(after, "narration").missing.endswith("a person set 1 more, which have no number")

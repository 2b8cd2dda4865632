"""Frames are a reader's answers. The machine points to lines and answers nothing."""

import pytest

from analysis import tables
from analysis.charts import frames as chart
from analysis.comparison import frames
from analysis.comparison.judgements import AFTER, BEFORE, Judgement
from analysis.model import Article
from analysis.text import frame_cues

BODY = "Dock strike ends\n\nThe dispute cost the port 3 million, the union said. The sea was calm. Nobody was blamed."
ARTICLES = (Article(id="a", body=BODY), Article(id="b", body=BODY))
CONFLICT = [question.key for question in frames.questions() if question.frame == "conflict"]


def share(frame, answers):
    return next(one for one in frames.compare(ARTICLES, answers) if (one.article, one.frame) == ("a", frame))


def test_there_are_twenty_questions_on_five_frames():
    asked = frames.questions()
    assert len({question.key for question in asked}) == len(asked) == 20
    assert len({question.frame for question in asked}) == 5


def test_a_frame_with_all_answers_has_the_share_of_yes():
    answers = dict.fromkeys(CONFLICT, frames.YES) | {CONFLICT[0]: frames.NO}
    found = share("conflict", {"a": answers})
    assert (found.yes, found.answered, found.share) == (3, 4, pytest.approx(0.75))


def test_an_open_question_leaves_counts_and_a_reason():
    found = share("conflict", {"a": dict.fromkeys(CONFLICT, frames.YES) | {CONFLICT[0]: frames.CANNOT_TELL}})
    assert found.share is None
    assert found.missing == "3 yes, 1 of 4 questions without yes or no"


def test_all_no_is_a_counted_zero():
    assert share("conflict", {"a": dict.fromkeys(CONFLICT, frames.NO)}).share == 0


def test_cue_lines_are_the_sentences_of_the_body_with_their_words():
    lines = frame_cues.find(BODY)
    assert {line.frame for line in lines} == {"conflict", "economic", "responsibility"}
    assert not [line for line in lines if "calm" in BODY[line.start : line.end]]
    for line in lines:
        assert all(line.start <= start < end <= line.end for start, end in line.words)


def test_the_chart_has_a_dot_for_each_frame_and_a_remark_for_an_article_without_answers():
    table = tables.frame_shares(ARTICLES, {"a": dict.fromkeys(CONFLICT, frames.YES)})
    figure = chart.figure(table, tables.names(ARTICLES))
    assert sum(1 for trace in figure.data if "markers" in trace.mode) == 5
    assert [trace.text[0] for trace in figure.data if trace.mode == "text"] == ["nobody has answered yet"]


KEY = frames.questions()[0].key
EARLY, LATE = (Judgement("a", KEY, "", answer, when, "") for answer, when in (("yes", BEFORE), ("no", AFTER)))


def given(answers, *records):
    found = frames.given([Article(id="a", body="One line.")], {"a": answers}, records)
    return [(one.answer, one.when, one.counts) for one in found]


def test_an_answer_says_whether_it_was_given_before_the_reveal():
    assert given({KEY: "yes"}, EARLY) == [("yes", BEFORE, True)]


def test_an_answer_from_before_the_reveal_stays_beside_the_one_that_took_its_place():
    assert given({KEY: "no"}, EARLY, LATE) == [("yes", BEFORE, False), ("no", AFTER, True)]
    assert given({}, EARLY) == [("yes", BEFORE, False)]


def test_an_answer_of_an_older_file_says_that_its_time_was_not_recorded():
    assert given({KEY: "yes"}) == [("yes", frames.UNRECORDED, True)]


def test_answers_of_other_articles_and_questions_are_not_listed():
    assert given({}, Judgement("b", KEY, "", "yes", BEFORE, ""), Judgement("a", "room", "", "yes", BEFORE, "")) == []


def test_the_table_of_answers_says_when_each_was_given():
    article = Article(id="a", body="One line.")
    [row] = tables.frame_answers([article], frames.given([article], {"a": {KEY: "yes"}}, [EARLY])).itertuples()
    assert (row.question, row.answer, row.when, row.counts) == (frames.questions()[0].text, "yes", BEFORE, "yes")

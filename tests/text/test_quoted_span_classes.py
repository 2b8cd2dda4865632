import json

import pytest

from analysis import lexicons
from analysis.text import quoted_span_classes, quoted_spans
from analysis.text.quoted_span_classes import CLASSES, Model, settle
from tests.timing import assert_linear

LEDE = "The council met on Tuesday.\n\n"


def found(text):
    """class of every span of the text, by its words"""
    body = LEDE + text
    return {body[one.span.inner_start : one.span.inner_end]: one.cls for one in quoted_span_classes.find(body)}


def test_a_word_of_doubt_decides_alone():
    assert found("The town fears the so-called “improvement” of the quay.") == {"improvement": "scare"}


def test_a_writer_who_says_i_keeps_more_distance():
    opinion = "I have read our plans, and we may thank our council for its “generosity” to us. I have had my fill."
    assert found(opinion) == {"generosity": "scare"}


def test_a_name_for_somebody_is_what_is_said_of_him():
    assert found("Reyl called his rival “Captain Puddle” at the hearing.") == {"Captain Puddle": "speech"}


def test_what_something_is_known_as_is_a_term():
    assert found("The water below the outlet is known as “dead storage” to engineers.") == {"dead storage": "term"}


def test_the_words_of_a_placard_are_a_term():
    assert found("One man held a banner that read “Not One Stone” in red letters.") == {"Not One Stone": "term"}


def test_spans_with_the_same_words_lean_toward_one_another():
    weights = {"": (0.0,) * 5, "x": (2.0, 0.0, 0.0, 0.0, 0.0), "y": (0.0, 0.3, 0.0, 0.0, 0.0)}
    clues = [frozenset(["x"]), frozenset(["y"])]
    apart = settle(clues, ["dam", "wall"], Model(weights, 1.0))
    together = settle(clues, ["dam", "dam"], Model(weights, 1.0))
    assert [cls for cls, _ in apart] == ["speech", "scare"]
    assert [cls for cls, _ in together] == ["speech", "speech"]


def test_a_span_that_one_clue_decides_draws_the_others_and_is_not_drawn():
    weights = {"": (0.0,) * 5, "x": (2.0, 0.0, 0.0, 0.0, 0.0)}
    settled = settle([frozenset(["named_as_words"]), frozenset(["x"])], ["dam", "dam"], Model(weights, 1.0))
    assert [cls for cls, _ in settled] == ["term", "term"]
    assert settled[0][1] == pytest.approx(0.9)


def test_probabilities_are_between_a_fifth_and_one():
    body = LEDE + "“We won,” he said of the “gift.” The so-called “peace” and the film “Salt” are a “no” to him."
    for one in quoted_span_classes.find(body):
        assert 1 / len(CLASSES) <= one.confidence <= 1


def test_every_span_has_a_class_and_a_reason_in_words():
    body = LEDE + "“We won,” he said of the “gift.” The so-called “peace” and the film “Salt” are a “no” to him."
    one_each = quoted_span_classes.find(body)
    assert [one.span for one in one_each] == list(quoted_spans.find(body))
    assert all(one.cls in CLASSES and " " in one.reason for one in one_each)


def test_every_weighed_clue_is_explained_and_weighs_on_every_class():
    stored = json.loads(quoted_span_classes.PATH.read_text(encoding="utf-8"))
    assert set(stored["weights"]) - {""} <= set(lexicons.terms("quoted_spans"))
    assert all(set(row) == set(CLASSES) for row in stored["weights"].values())


def test_many_equal_spans_take_linear_time():
    assert_linear(quoted_span_classes.find, "“wall” " * 20_000)

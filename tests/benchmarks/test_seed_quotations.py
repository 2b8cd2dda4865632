"""The quotations of the five seed articles. Set PARALLAX_SEEDS to their folder; the texts are no part of the project.

Stretches are named by a few of their words, so that no sentence of the articles stands here.
"""

import os
from pathlib import Path

import pytest

from analysis.text import marks, quotations, relayed

SEEDS = os.environ.get("PARALLAX_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS, reason="PARALLAX_SEEDS names no folder")


def body_of(number):
    (path,) = Path(SEEDS).glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def speaker(number, part):
    """The speaker of the marked quotation that holds `part`; None where no quotation does."""
    body = body_of(number)
    found = [q for q in quotations.find(body) if q.kind != "indirect" and part in body[q.start : q.end]]
    return found[0].speaker if found else None


@pytest.mark.parametrize(
    ("number", "part", "expected"),
    [
        ("000", "worldwide issue", "White House"),
        ("000", "official highest point", "Jake Sullivan and Nikolay Patrushev"),
        ("000", "keep in contact", "Jake Sullivan and Nikolay Patrushev"),
        ("001", "under any regrets", "Sergei Lavrov"),
        ("001", "top notch talks", "Sergei Lavrov"),
        ("001", "pernicious state", "Sergei Lavrov"),
        ("001", "nothing new", "Sergei Lavrov"),
        ("001", "allow him mistreat", "Joe Biden"),
        ("001", "Biden has imposed", None),
        ("002", "definitely meet", "Vladimir Putin"),
        ("002", "reasons for joy", "Dmitry Peskov"),
        ("002", "does his job", "Dmitry Peskov"),
        ("002", "say that yet", "Dmitry Peskov"),
        ("002", "tone of the conversation", "Dmitry Peskov"),
        ("002", "concerned disagreements", "Dmitry Peskov"),
        ("002", "financially isolated", "Dmitry Peskov"),
        ("003", "signal the costs", "the analysts"),
        ("003", "unusual", "Western countries"),
        ("003", "unprovoked", "Western countries"),
        ("003", "unexplained", "Western countries"),
        ("003", "purely defensive", "Russian Foreign Ministry"),
        ("003", "Russian invasion", None),
        ("004", "businesslike", "Kremlin"),
        ("004", "tough", "US media"),
    ],
)
def test_every_marked_stretch_has_its_speaker(number, part, expected):
    assert speaker(number, part) == expected


def test_doubted_words_are_no_quotations():
    body = body_of("003")
    said = {body[q.start : q.end] for q in quotations.find(body) if q.kind != "indirect"}
    assert not said & {"invasion", "Russian invasion"}


def test_the_headline_of_the_blog_is_said_by_nobody():
    assert not speaker("004", "Satisfactory")


def test_the_glued_marks_of_the_spun_headline_are_marks():
    body = body_of("001")
    assert [body[s.start : s.end] for s in marks.find(body)].count("breakthrough") == 3


def test_words_that_reach_us_through_a_spokesman_are_relayed():
    assert ("Joe Biden", "Dmitry Peskov") in {(one.voice, one.by) for one in relayed.find(body_of("002"))}

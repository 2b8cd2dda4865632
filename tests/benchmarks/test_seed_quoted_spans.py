"""The short quoted spans of the seed articles. Set PARALLAX_SEEDS to their folder; the texts are not in the project.

Spans are named by a few of their words, so that no sentence of the articles stands here.
"""

import os
from pathlib import Path

import pytest

from analysis.ingest import plain_text
from analysis.measures import scare_quotes

SEEDS = os.environ.get("PARALLAX_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS, reason="PARALLAX_SEEDS names no folder")


def article_of(number):
    (path,) = Path(SEEDS).glob(f"{number}_*.txt")
    return plain_text.read(path.read_text(encoding="utf-8"), id=number)[0]


@pytest.mark.parametrize(
    ("part", "cls"),
    [
        ("invasion", "scare"),
        ("Russian invasion", "scare"),
        ("unusual,", "speech"),
        ("unprovoked,", "speech"),
        ("unexplained.", "speech"),
        ("of purely defensive nature,", "speech"),
    ],
)
def test_doubted_words_are_scare_quotes_and_attributed_fragments_are_speech(part, cls):
    assert {span.text: span.cls for span in scare_quotes.classify(article_of("003"))}[part] == cls


def test_the_headline_of_the_blog_is_supported_by_nobody():
    (one,) = scare_quotes.headlines(article_of("004"))
    assert one.kind == "unsupported"


def test_the_spun_headline_is_supported_by_the_words_it_was_spun_from():
    assert {one.kind for one in scare_quotes.headlines(article_of("001"))} <= {"supported"}

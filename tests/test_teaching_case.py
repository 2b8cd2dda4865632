"""Golden values: the machine against the answer key of the teaching case, which was written before the machine.

The floors are what was measured; a change that falls below one of them lost accuracy.
"""

from collections.abc import Mapping

import pytest

from analysis import cases
from analysis.measures import scare_quotes
from analysis.text import quotations

SPEAKERS = 58  # of 67 quotations inside marks
CLASSES = 62  # of 71 short quoted spans


@pytest.fixture(scope="module")
def key() -> Mapping:
    return cases.key(cases.ids()[0])["articles"]


def place(body, keyed):
    """Where the keyed text stands in the body."""
    start = -1
    for _ in range(keyed["occurrence"]):
        start = body.index(keyed["text"], start + 1)
    return start, start + len(keyed["text"])


def overlapping(found, start, end):
    return next((one for one in found if one.start < end and one.end > start), None)


def marked(article, key):
    """(keyed quotation, the one found there or None) for every quotation inside marks."""
    found = [quotation for quotation in quotations.find(article.body) if quotation.kind != "indirect"]
    for keyed in key[article.id]["quotations"]:
        if keyed["kind"] != "indirect":
            yield keyed, overlapping(found, *place(article.body, keyed))


def test_every_quotation_of_the_key_is_found(case_articles, key):
    for article in case_articles:
        for keyed, found in marked(article, key):
            assert found, f"{article.id}: {keyed['text']}"


def test_speakers_are_named_as_the_key_names_them(case_articles, key):
    pairs = [pair for article in case_articles for pair in marked(article, key)]
    assert len(pairs) == 67
    assert sum(found is not None and found.speaker == keyed["speaker"] for keyed, found in pairs) >= SPEAKERS


def test_short_quoted_spans_have_the_class_of_the_key(case_articles, key):
    right = total = 0
    for article in case_articles:
        found = scare_quotes.classify(article)
        for keyed in key[article.id]["spans"]:
            one = overlapping(found, *place(article.body, keyed))
            right += one is not None and one.cls == keyed["class"]
            total += 1
    assert total == 71
    assert right >= CLASSES


def test_scare_quotes_stand_where_the_key_has_them(case_articles, key):
    counted = {}
    for article in case_articles:
        counted[article.id] = sum(span.cls == "scare" for span in scare_quotes.classify(article))
    assert counted["meridian-wire"] == 0
    assert counted["tallow-post"] == 5
    assert counted["ostrel-sentinel"] == 4


def test_the_spun_copy_shows_what_was_set_aside(case_articles):
    (spun,) = (article for article in case_articles if article.id == "newsglim24")
    reasons = {cut.reason for cut in spun.removed}
    assert {"comment form", "cookie notice"} <= reasons

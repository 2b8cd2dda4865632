"""Golden values: the machine against the answer keys of the teaching cases, which were written before it saw them.

The floors are what was measured; a change that falls below one of them lost accuracy.
"""

from typing import NamedTuple

import pytest

from analysis import cases
from analysis.measures import scare_quotes
from analysis.text import quotations


class Floor(NamedTuple):
    """At least so many are right, of so many in the key."""

    right: int
    of: int


FOUND = {  # quotations inside marks
    "ilvane-treaty": Floor(67, 67),
    "scarn-quarry": Floor(64, 64),
    "tarrowick-buses": Floor(61, 63),
}
SPEAKERS = {  # of the same quotations, those with the speaker of the key
    "ilvane-treaty": Floor(58, 67),
    "scarn-quarry": Floor(50, 64),
    "tarrowick-buses": Floor(49, 63),
}
REPORTED = {  # quotations without marks
    "ilvane-treaty": Floor(24, 35),
    "scarn-quarry": Floor(33, 36),
    "tarrowick-buses": Floor(36, 43),
}
REPORTED_SPEAKERS = {
    "ilvane-treaty": Floor(19, 35),
    "scarn-quarry": Floor(28, 36),
    "tarrowick-buses": Floor(33, 43),
}
CLASSES = {  # short quoted spans with the class of the key
    "ilvane-treaty": Floor(66, 71),
    "scarn-quarry": Floor(52, 55),
    "tarrowick-buses": Floor(45, 52),
}


def place(body, keyed):
    """Where the keyed text stands in the body."""
    start = -1
    for _ in range(keyed["occurrence"]):
        start = body.index(keyed["text"], start + 1)
    return start, start + len(keyed["text"])


def overlapping(found, start, end):
    return next((one for one in found if one.start < end and one.end > start), None)


def covering(found, start, end):
    """The one that covers more than half of the stretch."""
    return next((one for one in found if min(end, one.end) - max(start, one.start) > (end - start) / 2), None)


def marked(articles, key):
    """(keyed quotation, the one found there or None) for every quotation inside marks."""
    for article in articles:
        found = [quotation for quotation in quotations.find(article.body) if quotation.kind != "indirect"]
        for keyed in key[article.id]["quotations"]:
            if keyed["kind"] != "indirect":
                yield keyed, overlapping(found, *place(article.body, keyed))


def reported(articles, key):
    """(keyed quotation, the one found there or None) for every quotation without marks."""
    for article in articles:
        found = [quotation for quotation in quotations.find(article.body) if quotation.kind == "indirect"]
        for keyed in key[article.id]["quotations"]:
            if keyed["kind"] == "indirect":
                yield keyed, covering(found, *place(article.body, keyed))


def named_right(keyed, found):
    return found is not None and found.speaker == keyed["speaker"]


def check(verdicts, floor):
    """Every verdict is counted, and as many are right as the floor asks for."""
    verdicts = list(verdicts)
    assert len(verdicts) == floor.of
    assert sum(verdicts) >= floor.right


@pytest.mark.parametrize("case", cases.ids())
class TestEveryCase:
    @pytest.fixture
    def articles(self, case, read_case):
        return read_case(case)

    @pytest.fixture
    def key(self, case):
        return cases.key(case)["articles"]

    def test_quotations_inside_marks_are_found(self, case, articles, key):
        check((found is not None for _, found in marked(articles, key)), FOUND[case])

    def test_speakers_are_named_as_the_key_names_them(self, case, articles, key):
        check((named_right(*pair) for pair in marked(articles, key)), SPEAKERS[case])

    def test_quotations_without_marks_are_found(self, case, articles, key):
        check((found is not None for _, found in reported(articles, key)), REPORTED[case])

    def test_their_speakers_are_named_as_the_key_names_them(self, case, articles, key):
        check((named_right(*pair) for pair in reported(articles, key)), REPORTED_SPEAKERS[case])

    def test_short_quoted_spans_have_the_class_of_the_key(self, case, articles, key):
        right = []
        for article in articles:
            classified = scare_quotes.classify(article)
            for keyed in key[article.id]["spans"]:
                found = overlapping(classified, *place(article.body, keyed))
                right.append(found is not None and found.cls == keyed["class"])
        check(right, CLASSES[case])


def test_scare_quotes_stand_where_the_first_key_has_them(case_articles):
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

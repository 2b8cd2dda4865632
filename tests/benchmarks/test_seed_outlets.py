"""The five articles the project started from, where they are at hand: PARALLAX_SEEDS names their folder."""

import os
from pathlib import Path

import pytest

from analysis.ingest import plain_text
from analysis.measures import outlet_credibility
from analysis.outlets import describe
from analysis.outlets.resolver import resolve

FOLDER = os.environ.get("PARALLAX_SEEDS", "")
EXPECTED = {
    "000": ("", (), ()),
    "001": ("news2in", (), ()),
    "002": ("", ("kabar",), ("rossiya-1", "tass")),
    "003": ("sputnik", (), ("washington-post",)),
    "004": ("", (), ()),
}

pytestmark = pytest.mark.skipif(not FOLDER, reason="PARALLAX_SEEDS is not set")


@pytest.fixture(params=[(number, as_is) for number in EXPECTED for as_is in (False, True)], ids=str)
def seed(request):
    number, as_is = request.param
    (path,) = Path(FOLDER).glob(f"{number}_*.txt")
    return number, plain_text.read(path.read_text(encoding="utf-8"), id=number, as_is=as_is)[0]


def test_publisher_credit_and_upstream_are_told_apart(seed):
    number, article = seed
    found = resolve(article)
    publisher = found.publisher.outlet_id if found.publisher else ""
    credited, upstream = ({mention.outlet_id for mention in group} for group in (found.credited, found.upstream))
    assert (publisher, credited, upstream) == (EXPECTED[number][0], set(EXPECTED[number][1]), set(EXPECTED[number][2]))


def test_an_unknown_publisher_has_no_score_and_a_reason(seed):
    number, article = seed
    record = describe(article)
    values = {value.part: value for value in outlet_credibility.score(article).values}
    assert record.status == ("registered" if EXPECTED[number][0] else "unknown")
    if not EXPECTED[number][0]:
        assert values["accountability"].number is None
        assert values["accountability"].missing == "publisher unknown: no name or address was found"

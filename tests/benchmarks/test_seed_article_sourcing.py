"""The five articles the project started from, where they are at hand: what their sourcing is."""

import os
from pathlib import Path

import pytest

from analysis.ingest import plain_text
from analysis.measures import article_sourcing

FOLDER = os.environ.get("PARALLAX_SEEDS", "")
EXPECTED = {  # level of originality ("" where the text does not tell), author, and whether the cap holds
    "000": ("copied without credit", "", True),
    "001": ("copied without credit", "account", True),
    "002": ("repost with credit", "account", False),
    "003": ("rewritten with credit", "", False),
    "004": ("", "", False),
}

pytestmark = pytest.mark.skipif(not FOLDER, reason="PARALLAX_SEEDS is not set")


@pytest.mark.parametrize("number", EXPECTED)
def test_originality_author_and_cap(number):
    (path,) = Path(FOLDER).glob(f"{number}_*.txt")
    article = plain_text.read(path.read_text(encoding="utf-8"), id=number)[0]
    found = {value.part: value for value in article_sourcing.score(article).values}
    levels = tuple((found[part].labels or ("",))[0] for part in ("originality", "author"))
    assert (*levels, found["cap"].number == 40) == EXPECTED[number]
    assert found["article sourcing"].number is not None

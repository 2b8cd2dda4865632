"""The five articles the project started from, where they are at hand: one is by a firm on its own market."""

import os
from pathlib import Path

import pytest

from analysis.ingest import plain_text
from analysis.text import interests

FOLDER = os.environ.get("PARALLAX_SEEDS", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="PARALLAX_SEEDS is not set")


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_firm_that_offers_its_help_is_found_in_the_lines_set_aside(number):
    (path,) = Path(FOLDER).glob(f"{number}_*.txt")
    article = plain_text.read(path.read_text(encoding="utf-8"), id=number)[0]
    found = interests.find(article.body, tuple(removed.text for removed in article.removed))
    assert found.status == ("apparent and not disclosed" if number == "004" else "none seen")
    assert bool(found.note) == (number == "004")

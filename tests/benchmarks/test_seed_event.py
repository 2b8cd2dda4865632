"""The five real articles are one running story, not one event. PARALLAX_SEEDS names the folder they are in."""

import os
from pathlib import Path

import pytest

from analysis import ingest
from analysis.comparison import event_match

SEEDS = os.environ.get("PARALLAX_SEEDS", "")
pytestmark = pytest.mark.skipif(not SEEDS, reason="PARALLAX_SEEDS is not set")


def test_five_moments_of_one_story_are_not_one_event():
    articles = [article for file in sorted(Path(SEEDS).glob("*.txt")) for article in ingest.read_path(file)]
    assert event_match.compare(articles).verdict == "same story"

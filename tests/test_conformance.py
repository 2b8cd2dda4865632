"""What every measure must keep, so that adding one stays one file, one name and one test."""

from pathlib import Path

import pytest

from analysis import lexicons, measures
from analysis.ingest import plain_text
from analysis.model import Article

ROOT = Path(__file__).resolve().parent.parent
FILES = {path.stem for path in (ROOT / "analysis/measures").glob("*.py")} - {"__init__"}

TEXT = """Council calls vote on harbour wall “historic”

The harbour wall in Elmstead will be rebuilt, the town council decided on Tuesday night.

“We have waited nine years for this day,” Mayor Ines Okafor said. “Nobody will miss the old wall.”

Fishermen fear the so-called “improvement” will close the quay for two seasons. Tomas Reyl, who speaks for them,
told the council that the plan was “a gift to the hotels” and asked for another vote. The council refused.

According to the engineers’ report the work costs 14 million crowns and takes three years.
"""


@pytest.fixture(scope="module")
def article():
    return plain_text.read(TEXT, id="elmstead")[0]


def test_every_file_is_registered_and_every_name_has_a_file():
    assert set(measures.MEASURES) == FILES


@pytest.mark.parametrize("name", measures.MEASURES)
class TestEveryMeasure:
    def test_it_has_its_own_test_and_its_own_word_list(self, name):
        assert (ROOT / f"tests/measures/test_{name}.py").exists()
        assert (ROOT / f"data/lexicons/{name}.csv").exists()
        for row in lexicons.rows(f"lexicons/{name}.csv"):
            assert row["term"] and row["class"] and row["source"]

    def test_its_note_tells_what_it_counts_and_misses(self, name):
        assert set(measures.notes(name)) == {"Title", "Counts", "Unit", "Read as", "Misses", "Source"}

    def test_its_evidence_stands_in_the_body(self, name, article):
        result = measures.score(article)[name]
        assert result.measure == name
        assert result.article_id == article.id
        for span in result.spans:
            assert 0 <= span.start < span.end <= len(article.body)
            assert span.kind

    def test_every_number_has_a_unit_and_every_gap_a_reason(self, name, article):
        for value in measures.score(article)[name].values:
            assert value.unit
            if value.number is None:
                assert value.missing
            elif value.low is not None:
                assert value.low <= value.number <= value.high

    def test_the_same_article_gives_the_same_result(self, name, article):
        assert measures.score(article)[name] == measures.score(article)[name]

    def test_an_empty_article_gives_no_value_and_a_reason(self, name):
        result = measures.score(Article(id="empty", body=""))[name]
        assert all(value.number is None for value in result.values)
        assert result.missing

"""Terms and formulas belong to what is counted, and every example can be found."""

import pytest

from analysis import cases, comparison, lexicons, measures
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript

TERMS = lexicons.rows("glossary.csv")
KEYS = {*measures.MEASURES, *comparison.COMPARISONS}


@pytest.fixture(scope="module")
def kinds():
    """Measure -> the kinds of its spans in the teaching cases."""
    found = {}
    for name in cases.ids():
        for one in cases.load(name).articles:
            [article] = manuscript.read(Manuscript(one.id, one.text, outlet=one.outlet, url=one.url))
            for measure, result in measures.score(article).items():
                found.setdefault(measure, {""}).update(span.kind for span in result.spans)
    return found


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row["term"])
def test_every_term_is_defined_and_belongs_to_something_that_exists(row, kinds):
    assert row["definition"].endswith((".", "?", ")")) and row["source"]
    assert row["measure"] in {"", *KEYS}
    if row["example_measure"]:
        assert row["example_kind"] in kinds[row["example_measure"]]


def test_no_term_is_defined_twice():
    assert len({row["term"] for row in TERMS}) == len(TERMS)


@pytest.mark.parametrize("row", lexicons.rows("formulas.csv"), ids=lambda row: f"{row['key']}: {row['what']}")
def test_every_formula_belongs_to_something_that_exists_and_has_a_source(row):
    assert row["key"] in KEYS
    assert row["what"] and row["formula"] and row["source"]

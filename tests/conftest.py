"""Fixtures that several tests share."""

from functools import cache

import pytest

from analysis import cases, measures
from analysis.ingest import plain_text


@pytest.fixture(scope="session")
def read_case():
    """case id -> the articles of that teaching case, as the dashboard reads them."""

    @cache
    def read(case_id):
        return [
            plain_text.read(
                one.text,
                id=one.id,
                outlet=one.outlet,
                url=one.url,
                published=one.published,
                byline=one.byline,
                event=case_id,
            )[0]
            for one in cases.load(case_id).articles
        ]

    return read


@pytest.fixture(scope="session")
def case_articles(read_case):
    """The articles of the first teaching case."""
    return read_case(cases.ids()[0])


@pytest.fixture(scope="session")
def case_results(case_articles):
    """All results of the teaching case, in one list."""
    return [result for article in case_articles for result in measures.score(article).values()]

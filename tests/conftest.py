"""Fixtures that several tests share."""

import pytest

from analysis import cases, measures
from analysis.ingest import plain_text


@pytest.fixture(scope="session")
def case_articles():
    """The articles of the first teaching case, as the dashboard reads them."""
    case = cases.load(cases.ids()[0])
    return [
        plain_text.read(
            one.text,
            id=one.id,
            outlet=one.outlet,
            url=one.url,
            published=one.published,
            byline=one.byline,
            event=case.id,
        )[0]
        for one in case.articles
    ]


@pytest.fixture(scope="session")
def case_results(case_articles):
    """All results of the teaching case, in one list."""
    return [result for article in case_articles for result in measures.score(article).values()]

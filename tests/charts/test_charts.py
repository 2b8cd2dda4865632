"""Each chart shows what the table of scores says, and says why a row is empty."""

import math
from importlib import import_module

import pytest

from analysis import cases, measures, tables
from analysis.charts import sentiment
from analysis.ingest import plain_text


@pytest.fixture(scope="module", params=cases.ids())
def case_articles(request, read_case):
    return read_case(request.param)


@pytest.fixture(scope="module")
def case_results(case_articles):
    return [result for article in case_articles for result in measures.score(article).values()]


@pytest.fixture(scope="module")
def table(case_articles, case_results):
    return tables.scores(case_articles, case_results)


def build(measure, articles, table):
    own = table[table["measure"] == measure]
    if measure == "sentiment":
        return sentiment.figure(own, tables.sentences(articles), tables.names(articles))
    chart = import_module(f"analysis.charts.{measure}")
    return chart.figure(own, tables.names(articles))


@pytest.mark.parametrize("measure", measures.MEASURES)
def test_every_article_has_a_labelled_row_with_something_in_it(measure, case_articles, table):
    figure = build(measure, case_articles, table)
    assert len(figure.layout.yaxis.ticktext) == len(case_articles)
    assert figure.layout.xaxis.title.text
    rows = {round(y) for trace in figure.data for y in trace.y}
    assert rows == set(range(len(case_articles)))


@pytest.mark.parametrize("measure", measures.MEASURES)
def test_an_article_without_values_gets_a_remark_and_no_number(measure):
    short = plain_text.read("The wall fell.", id="short")
    results = [result for article in short for result in measures.score(article).values()]
    figure = build(measure, short, tables.scores(short, results))
    drawn = [x for trace in figure.data if "markers" in (trace.mode or "") for x in trace.x]
    assert not any(isinstance(x, float) and math.isnan(x) for x in drawn)


def test_the_bars_of_an_article_add_up_to_its_quoted_words(case_articles, table):
    figure = build("quoted_voices", case_articles, table)
    own = table[(table["measure"] == "quoted_voices") & table["part"].str.startswith("voice: ")]
    words = own[own["unit"] == "words"]
    for position, article in enumerate(case_articles):
        drawn = sum(trace.x[0] for trace in figure.data if trace.type == "bar" and trace.y[0] == position)
        assert drawn == words[words["article"] == article.id]["value"].sum()


def test_a_voice_that_is_named_in_its_bar_has_its_words_there_too(case_articles, table):
    bars = [trace for trace in build("quoted_voices", case_articles, table).data if trace.type == "bar"]
    named = [bar for bar in bars if bar.text[0]]
    assert named
    assert all(bar.text[0].endswith(f" {bar.x[0]:.0f}") for bar in named)

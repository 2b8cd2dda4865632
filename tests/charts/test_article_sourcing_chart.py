from dataclasses import replace

from analysis import tables
from analysis.charts import article_sourcing as chart
from analysis.measures import article_sourcing
from analysis.model import Article, Removed

BOX = Removed("We also provide harbour services to builders. Please email wall@lorrin.example.", "x", "boilerplate", 9)


def figure(articles):
    table = tables.scores(articles, [article_sourcing.score(article) for article in articles])
    return chart.figure(table, tables.names(articles))


def drawn(figure):
    return {trace.y[0]: trace for trace in figure.data if "markers" in (trace.mode or "")}


def test_the_point_tells_every_signal_and_a_cap(case_articles):
    points = drawn(figure(case_articles))
    ids = [article.id for article in case_articles]
    rewritten, wire = points[ids.index("newsglim24")], points[ids.index("meridian-wire")]
    assert (rewritten.text[0], wire.text[0]) == ("40 (cap)", "100")
    assert "paraphrase: 0 of 15 (likely machine-paraphrased)" in rewritten.hovertext[0]
    assert "author: 10 of 10 (person)" in wire.hovertext[0]


def test_a_signal_that_is_not_known_says_why(case_articles):
    pasted = replace(case_articles[0], id="pasted", byline="", published="", dateline="", removed=())
    (point,) = drawn(figure([pasted])).values()
    assert "author: no byline; pasting may lose it" in point.hovertext[0]


def test_an_apparent_interest_stands_beside_the_point(case_articles):
    (point,) = drawn(figure([replace(case_articles[0], removed=(BOX,))])).values()
    assert point.text[0].endswith(" · apparent interest")


def test_a_text_too_short_for_a_point_has_its_band_and_a_remark():
    traces = figure([Article(id="short", body="The wall fell on Monday.")]).data
    assert not drawn(figure([Article(id="short", body="The wall fell on Monday.")]))
    assert any("not enough is known" in str(trace.text) for trace in traces)

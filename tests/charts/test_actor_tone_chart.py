from analysis import tables
from analysis.charts import actor_tone as chart
from analysis.comparison import actor_tone
from analysis.model import Article

ARTICLES = [
    Article(
        id="a",
        body="Orla Venn lied. Orla Venn stole. Orla Venn was accused of fraud. Orla Venn left.",
        outlet="The Post",
    ),
    Article(id="b", body="Orla Venn spoke in the town hall.", outlet="The Wire"),
    Article(id="c", body="It rained.", outlet="The Bay"),
]


def test_every_article_that_names_the_actor_has_a_row_with_all_its_sentences():
    scores = tables.scores(ARTICLES, actor_tone.compare(ARTICLES))
    figure = chart.figure(scores, tables.names(ARTICLES))
    assert list(figure.layout.yaxis.ticktext) == ["Orla Venn · The Post", "Orla Venn · The Wire"]
    assert sum(trace.x[0] for trace in figure.data if trace.y[0] == 0) == 4
    assert sum(trace.x[0] for trace in figure.data if trace.y[0] == 1) == 1


def test_articles_without_actors_have_a_remark():
    quiet = ARTICLES[2:]
    figure = chart.figure(tables.scores(quiet, actor_tone.compare(quiet)), tables.names(quiet))
    assert figure.data[0].text[0].startswith("no actor")

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


def drawn(articles):
    return chart.figure(tables.scores(articles, actor_tone.compare(articles)), tables.names(articles))


def test_every_article_that_names_the_actor_has_all_its_sentences_in_its_column():
    figure = drawn(ARTICLES)
    assert [sum(map(int, column.text)) for column in figure.data] == [4, 1, 0]
    assert figure.layout.yaxis.ticktext[-1] == "<b>Orla Venn</b>"
    assert set(figure.layout.yaxis.ticktext[:-1]) <= set(chart.TONES)


def test_articles_without_actors_say_so():
    assert any("none found" in note.text.replace("<br>", " ") for note in drawn(ARTICLES[2:]).layout.annotations)

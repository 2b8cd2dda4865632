from analysis import tables
from analysis.charts import sentiment_strip, theme
from analysis.model import Article

BODY = "Wall praised\n\nThe awful storm hit us. The road is open. “We are delighted and happy with this,” she said."
ARTICLES = [
    Article(id="a", body=BODY, headline="Wall praised", outlet="The Post"),
    Article(id="b", body="…", outlet="The Wire"),
]


def strip(articles=ARTICLES):
    return sentiment_strip.figure(tables.sentences(articles), tables.names(articles))


def test_every_sentence_has_one_cell_in_reading_order():
    cells = strip().data[0]
    assert list(cells.x) == [1, 2, 3, 4]
    assert "awful" in cells.hovertext[1]


def test_positive_words_stand_above_the_line_and_negative_below():
    cells = strip().data[0]
    assert cells.y[0] < 0 < cells.y[1]
    assert abs(cells.y[2]) < abs(cells.y[1])
    assert cells.y[3] < 0


def test_a_cell_has_the_colour_of_its_article_and_no_colour_of_another():
    many = sentiment_strip.figure(tables.sentences([*ARTICLES[:1], *ARTICLES[:1]]), {"x": "The Wire", "a": "The Post"})
    cells = next(trace for trace in many.data if trace.type == "bar")
    assert set(cells.marker.color) <= {theme.colour(1), theme.GREY}


def test_the_voice_of_a_sentence_can_be_seen():
    cells = strip().data[0]
    assert list(cells.marker.pattern.shape) == ["", "", "", "/"]
    assert list(cells.marker.line.width) == [3, 0, 0, 0]


def test_the_words_that_scored_are_named():
    assert "delighted +2.3" in strip().data[0].hovertext[3]


def test_an_article_without_sentences_has_a_remark():
    assert strip().data[1].text[0] == "no sentences"


def test_twelve_articles_have_twelve_rows():
    many = [Article(id=str(n), body=BODY, headline="Wall praised") for n in range(12)]
    assert len(strip(many).layout.yaxis.ticktext) == 12

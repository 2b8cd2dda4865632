"""Words of an article in a list: told apart where the same words stand twice."""

from analysis.model import Article, Span
from ui.widgets.correcting import passage

BODY = "The talks failed. A person with knowledge of the talks said that the two sides would meet again on Friday."
ARTICLE = Article(id="a", body=BODY)


def test_the_same_words_at_two_places_are_told_apart():
    first, second = BODY.index("talks"), BODY.rindex("talks")
    assert passage.beside_others(ARTICLE, Span(first, first + 5, "")) == "The [talks] failed. A person with …"
    assert passage.beside_others(ARTICLE, Span(second, second + 5, "")) == (
        "… person with knowledge of the [talks] said that the two sides …"
    )


def test_words_that_are_the_whole_text_stand_alone():
    assert passage.beside_others(Article(id="a", body="Talks fail"), Span(0, 10, "")) == "[Talks fail]"

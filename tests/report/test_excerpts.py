from analysis.model import Article, Span
from analysis.report import excerpts

BODY = "Wall falls\n\nThe harbour wall fell on Tuesday. Nobody was hurt.\n\n" + "word " * 60 + "end."
ARTICLE = Article(id="a", body=BODY, headline="Wall falls")


def excerpt(text):
    start = BODY.index(text)
    return excerpts.build(ARTICLE, Span(start, start + len(text), "kind"))


def test_a_passage_is_its_sentence_with_the_counted_words_between():
    found = excerpt("fell")
    assert (found.before, found.marked, found.after) == ("The harbour wall ", "fell", " on Tuesday.")
    assert found.place == "paragraph 1"


def test_words_of_the_headline_stand_in_the_headline():
    assert excerpt("falls").place == "headline"


def test_a_long_sentence_is_cut_around_the_counted_words():
    found = excerpt("end")
    assert found.place == "paragraph 2"
    assert found.before.startswith("[…]")
    assert found.marked == "end"
    assert len((found.before + found.marked + found.after).split()) <= 42


def test_a_long_span_is_cut():
    assert excerpts.shortened("a  b\nc d", 2) == "a b […]"
    assert excerpts.shortened("a b", 2) == "a b"

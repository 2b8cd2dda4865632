import re

from analysis.model import Article, Span
from ui.widgets import reader
from ui.widgets.reader import Layer

BODY = "Wall falls\n\nThe “old” wall <b>fell</b>, she said."
ARTICLE = Article(id="a", body=BODY, headline="Wall falls")


def span(words, kind="direct", label=""):
    start = BODY.index(words)
    return Span(start, start + len(words), kind, "a note", label)


def shown(*layers):
    return reader.text(ARTICLE, layers, name="The Tide", colour="#0072B2")


def marked(html):
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_the_headline_is_a_heading_and_the_rest_are_paragraphs():
    html = shown()
    assert "<h2>Wall falls</h2>" in html
    assert html.count("<p>") == 1


def test_markup_in_the_article_is_escaped():
    assert "&lt;b&gt;fell&lt;/b&gt;" in shown()


def test_a_span_is_marked_with_exactly_its_words_and_its_label_follows():
    html = shown(Layer("quoted_voices", [span("old", label="She <i>")], named=True))
    assert marked(html) == ["old"]
    assert "</mark>”<small" in html
    assert "She &lt;i&gt;" in html


def test_overlapping_spans_are_cut_into_pieces_that_carry_both():
    html = shown(Layer("quoted_voices", [span("The “old” wall")]), Layer("scare_quotes", [span("old", "scare")]))
    assert marked(html) == ["The “", "old", "” wall"]
    both = re.search(r'<mark class="([^"]*)"[^>]*>old<', html).group(1).split()
    assert {"px-direct", "px-scare"} <= set(both)


def test_a_passage_shows_its_surroundings_but_not_the_next_paragraph():
    html = reader.passage(ARTICLE, span("fell"), "sentiment", around=30)
    assert marked(html) == ["fell"]
    assert "Wall falls" not in html

import pytest

from analysis import lexicons
from analysis.text import documents
from tests.timing import assert_linear


def found(body):
    return [(body[one.start : one.end], one.kind) for one in documents.find(body)]


@pytest.mark.parametrize(
    ("body", "words", "kind"),
    [
        ("The port will stay shut, the ministry said in a statement.", "a statement", "statement"),
        ("In a letter, the mayor asked for time.", "a letter", "letter or message"),
        ("According to court records the wall had no permit.", "court records", "court document"),
        ("The ministry’s letter calls his family “displaced units”.", "The ministry’s letter", "letter or message"),
        ("A study published last month counts 40 wells.", "A study", "report or study"),
        ("Police released video of the chase on Friday.", "video", "transcript or recording"),
        ("The budget annex we have read gives no reason.", "The budget annex", "law, treaty or resolution"),
        ("The quarrel is over Article 9, which sets the flow.", "Article 9", "law, treaty or resolution"),
        ("In one tweet on Friday, the mayor denied it.", "one tweet", "post"),
    ],
)
def test_a_document_that_is_given_or_that_says_something_counts(body, words, kind):
    assert found(body) == [(words, kind)]


@pytest.mark.parametrize(
    "body",
    [
        "The mayor asked the ministry to publish the letters.",
        "The opposition demanded that both drafts be published.",
        "Veldania said it would study the invitation.",
        "She wants to record the songs, she said.",
        "Media reports said the wall had fallen.",
        "Bill Tavener said no.",
        "The letter lay on the table.",
        "“He said it in a statement,” Okafor said.",
    ],
)
def test_documents_that_are_only_asked_for_or_none_do_not_count(body):
    assert found(body) == []


def test_an_address_is_a_link_without_the_full_stop_behind_it():
    body = "The drafts are at https://rivers.example/drafts/9.pdf. See www.rivers.example, too."
    links = [(body[one.start : one.end], one.label) for one in documents.find(body) if one.kind == "web page"]
    assert links == [("https://rivers.example/drafts/9.pdf", "link"), ("www.rivers.example", "link")]


def test_a_document_named_again_is_the_same_document():
    body = "A study published in May counts 40 wells. The study says ten are dry. In a letter, the mayor denied it."
    assert len(documents.find(body)) == 3
    assert documents.distinct(documents.find(body)) == 2


def test_what_the_teaching_case_gives_to_check(case_articles):
    number = {article.id: documents.distinct(documents.find(article.body)) for article in case_articles}
    assert number == {"meridian-wire": 3, "tallow-post": 0, "ostrel-sentinel": 1, "both-banks": 2, "newsglim24": 1}


def test_the_word_list_has_one_kind_per_document():
    rows = [row for row in lexicons.rows("lexicons/documents.csv") if row["class"] not in documents.OTHERS]
    assert len({row["term"] for row in rows}) == len(rows)


def test_time_grows_with_the_length_of_the_text():
    for flood in ("said in a statement " * 30_000, "the the the letter " * 30_000, "http://x" * 50_000):
        assert_linear(documents.find, flood)

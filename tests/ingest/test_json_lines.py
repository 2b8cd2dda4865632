import json

import pytest

from analysis.errors import UnreadableInput
from analysis.ingest import json_lines
from analysis.model import Article

GOOD = json.dumps(
    {"id": "a", "text": "The council closed the bridge.", "outlet": "Post", "url": "https://post.example/x"}
)


def read(*lines, **options):
    return list(json_lines.read("\n".join(lines).encode(), name="in.jsonl", **options))


def test_a_line_gives_an_article_with_its_fields():
    [article] = read(GOOD)
    assert isinstance(article, Article)
    assert (article.id, article.outlet, article.domain) == ("a", "Post", "post.example")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not an object"),
        ('{"text": "x"}', '"id"'),
        ('{"id": true, "text": "x"}', '"id"'),
        ('{"id": "b"}', '"text"'),
        ('{"id": "b", "text": 3}', '"text"'),
        ('{"id": "b", "text": " "}', "Nothing to analyse"),
        ('{"id": "b", "text": "x", "title": 3}', '"title"'),
        ('{"id": "a", "text": "x"}', "already stands in line 1"),
        ("[" * 100_000, "in.jsonl, line 2"),
        ('{"id": ' + "9" * 5000 + "}", "not valid JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line, words):
    other = GOOD.replace('"a"', '"z"')
    first, error, last = read(GOOD, line, other)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(error, UnreadableInput)
    assert "in.jsonl, line 2" in str(error)
    assert words in str(error)


def test_a_line_that_is_not_utf8_is_named():
    [error] = json_lines.read(b'{"id": "a", "text": "caf\xe9"}', name="in.jsonl")
    assert "not UTF-8" in str(error)


def test_empty_lines_are_passed_over_and_a_numeric_id_is_text():
    [article] = read("", '{"id": 7, "text": "The council closed the bridge."}', "")
    assert article.id == "7"


def test_a_file_without_articles_is_told():
    [error] = read("")
    assert "Nothing to analyse" in str(error)


def test_as_is_keeps_the_text():
    text = "Share\r\nThe council closed the bridge."
    [article] = read(json.dumps({"id": "a", "text": text}), as_is=True)
    assert article.body == text


def test_a_missing_file_is_told(tmp_path):
    [error] = json_lines.read(tmp_path / "none.jsonl")
    assert "cannot be opened" in str(error)

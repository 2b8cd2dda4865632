import pytest

from analysis.comparison import tone_difference
from analysis.model import Article

PLAIN = "The road is open. "
GLAD = "The feast was splendid. "
SAD = "The talks failed. "


def article(name, body):
    return Article(id=name, body=body)


@pytest.mark.parametrize(
    ("gap", "low", "high", "expected"),
    [
        (0.30, -0.01, 0.60, "no clear difference"),
        (0.09, 0.05, 0.13, "no clear difference"),
        (0.15, 0.05, 0.25, "the second is more positive (weak)"),
        (-0.25, -0.40, -0.10, "the second is more negative (clear)"),
    ],
)
def test_the_wording_claims_no_more_than_the_interval(gap, low, high, expected):
    assert tone_difference.wording(gap, low, high) == expected


def test_a_sadder_second_article_is_more_negative():
    found = tone_difference.difference(article("a", GLAD * 8 + PLAIN * 2), article("b", SAD * 8 + PLAIN * 2))
    assert found.wording == "the second is more negative (clear)"
    assert found.low < found.gap < found.high < 0


def test_the_same_text_twice_makes_no_clear_difference():
    found = tone_difference.difference(article("a", (GLAD + SAD) * 8), article("b", (GLAD + SAD) * 8))
    assert found.gap == 0
    assert found.low < 0 < found.high


def test_few_sentences_are_not_compared():
    found = tone_difference.difference(article("a", GLAD * 3), article("b", SAD * 10))
    assert found.gap is None
    assert found.wording == "not compared"
    assert "3 and 10 sentences" in found.missing


def test_every_pair_is_compared_in_both_voices():
    articles = [article(name, PLAIN * 9) for name in "abc"]
    pairs = [(found.first, found.second, found.voice) for found in tone_difference.compare(articles)]
    assert pairs == [
        *[("a", "b", "narration"), ("a", "c", "narration"), ("b", "c", "narration")],
        *[("a", "b", "quoted"), ("a", "c", "quoted"), ("b", "c", "quoted")],
    ]

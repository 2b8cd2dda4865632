import math

import pytest

from analysis.comparison import verb_classes
from analysis.model import Article

SIDES = {"Ann Vale": "uphill", "Bo Storm": "downhill"}


def article(name, *lines):
    return Article(id=name, body="\n\n".join(f"“It will fall,” {voice} {verb}." for voice, verb in lines))


ARTICLES = [
    article("a", ("Ann Vale", "said"), ("Ann Vale", "claimed"), ("Bo Storm", "said"), ("Cora Wick", "warned")),
    article("b", ("Bo Storm", "claimed"), ("Bo Storm", "claimed")),
]


def test_verbs_are_counted_by_article_side_and_class():
    counts = {(one.article, one.side, one.verb_class): one.n for one in verb_classes.compare(ARTICLES, SIDES)}
    assert counts["a", "uphill", "doubting"] == 1
    assert counts["a", "downhill", "doubting"] == 0
    assert counts["b", "downhill", "doubting"] == 2
    assert counts["a", "on no side", "force"] == 1
    assert len(counts) == 2 * 3 * 7


def test_a_count_opens_its_verbs():
    found = verb_classes.compare(ARTICLES, SIDES)
    one = next(one for one in found if (one.article, one.side, one.verb_class) == ("a", "uphill", "doubting"))
    assert [ARTICLES[0].body[span.start : span.end] for span in one.spans] == ["claimed"]


def test_the_table_of_a_side_leaves_verbs_without_a_class_out():
    counts = verb_classes.compare([article("c", ("Ann Vale", "fumed"), ("Ann Vale", "said"))], SIDES)
    assert verb_classes.table(counts, "doubting", "uphill") == (0, 1)


def test_the_odds_ratio_is_that_of_the_textbook():
    found = verb_classes.odds_ratio((20, 80), (10, 90))
    assert found.value == pytest.approx(2.25)
    half = 1.959964 * math.sqrt(1 / 20 + 1 / 80 + 1 / 10 + 1 / 90)
    assert found.low == pytest.approx(2.25 / math.exp(half))
    assert found.high == pytest.approx(2.25 * math.exp(half))


def test_turning_the_sides_round_turns_the_ratio_round():
    one, other = verb_classes.odds_ratio((20, 80), (10, 90)), verb_classes.odds_ratio((10, 90), (20, 80))
    assert one.value == pytest.approx(1 / other.value)
    assert one.low == pytest.approx(1 / other.high)


@pytest.mark.parametrize("cells", [((4, 80), (10, 90)), ((20, 80), (10, 0))])
def test_a_cell_under_five_gives_no_ratio_and_a_reason(cells):
    found = verb_classes.odds_ratio(*cells)
    assert found.value is None
    assert "needs 5 in each" in found.missing

import pytest

from analysis.comparison import side_balance
from analysis.comparison.sides import Side
from analysis.model import Article

NORTH, SOUTH = Side("n", "North"), Side("s", "South")
SIDES = (NORTH, SOUTH)
PLACED = {"Ann Lund": "n", "Bo Stern": "s"}


def article(name, lund=0, stern=0, others=0):
    """An article in which two voices of two sides, and one of none, are quoted so often."""
    said = ["“The road is open now,” Ann Lund said."] * lund + ["“It is closed today,” Bo Stern said."] * stern
    return Article(name, "\n\n".join([*said, *["“No,” Cleo Marsh said."] * others]) or "Nothing was said.")


def value(result, part, unit=""):
    (found,) = [one for one in result.values if one.part == part and unit in one.unit]
    return found


def score(one, **options):
    return side_balance.compare([one], SIDES, PLACED, **options).results[0]


def test_attributions_and_words_are_counted_for_each_side():
    result = score(article("a", lund=3, stern=2, others=1))
    assert value(result, "attributions: North", "attributions").number == 3
    assert value(result, "words: North", "words").number == 15
    assert value(result, "words: South", "words").number == 8
    assert value(result, "attributions: on no side", "attributions").number == 1


def test_shares_add_up_with_the_voices_on_no_side():
    result = score(article("a", lund=3, stern=3, others=2))
    shares = [one for one in result.values if one.part.startswith("share: ")]
    assert sum(one.number for one in shares) == pytest.approx(1)
    assert all(one.low <= one.number <= one.high for one in shares)


def test_an_index_is_over_the_sides_and_sets_the_others_aside():
    result = score(article("a", lund=4, stern=4, others=5), by="attributions")
    assert value(result, "DM").number == 1
    assert value(result, "DM").n == 8
    assert value(result, "Simpson’s D").number == pytest.approx(1 - 2 * 12 / 56)


def test_a_possible_side_that_is_never_heard_counts():
    three = (*SIDES, Side("e", "East"))
    result = side_balance.compare([article("a", 4, 4)], three, PLACED).results[0]
    assert value(result, "words: East", "words").number == 0
    assert value(result, "share: East").number == 0
    assert value(result, "share: East").low is None
    assert value(result, "relative entropy").number < 1


def test_few_attributions_have_counts_only():
    result = score(article("a", lund=2, stern=2))
    assert value(result, "attributions: North", "attributions").number == 2
    for part in ("share: North", "DM", "effective sides"):
        assert value(result, part).number is None
        assert "4 attributions" in value(result, part).missing


def test_few_attributions_on_a_side_have_shares_and_no_index():
    result = score(article("a", lund=2, stern=1, others=4))
    assert value(result, "share: North").number is not None
    assert "3 attributions" in value(result, "DM").missing


def test_one_side_has_no_index_and_a_reason():
    result = side_balance.compare([article("a", 6)], (NORTH,), PLACED).results[0]
    assert "at least 2 possible sides" in value(result, "DM").missing


def test_simpson_is_not_given_for_words():
    assert "attributions only" in value(score(article("a", 4, 4)), "Simpson’s D").missing


def test_every_number_of_a_side_opens_the_words_of_that_side():
    one = article("a", lund=3, stern=2)
    result = score(one)
    spans = result.evidence(value(result, "words: North", "words"))
    assert [one.body[span.start : span.end].strip("”,") for span in spans] == ["The road is open now"] * 3
    assert {span.label for span in spans} == {"North"}


def test_an_empty_article_and_no_sides_have_reasons():
    assert "no words" in score(Article("a", "")).missing
    assert "No sides" in side_balance.compare([article("a", 3)], (), {}).results[0].missing


def test_two_unlike_articles_are_told_apart():
    found = side_balance.compare([article("a", lund=12), article("b", stern=12)], SIDES, PLACED).differences
    (shares,) = [one for one in found if one.part == side_balance.SHARES]
    assert shares.gap == 1
    assert shares.p < 0.01
    assert shares.wording.startswith("a difference that chance alone seldom makes (p")


def test_two_like_articles_make_no_clear_difference():
    found = side_balance.compare([article("a", 6, 6), article("b", 6, 6)], SIDES, PLACED).differences
    assert all(one.gap == pytest.approx(0) and one.p == 1 for one in found)
    assert found[0].wording == "no clear difference (p = 1.000)"
    assert found[0].permutations == 2000


def test_a_small_article_is_not_compared():
    found = side_balance.compare([article("a", 6, 6), article("b", 1, 1)], SIDES, PLACED).differences
    assert {one.wording for one in found} == {"not compared"}
    assert "12 and 2 attributions" in found[0].missing


def test_only_two_articles_have_differences():
    assert side_balance.compare([article(name, 6, 6) for name in "abc"], SIDES, PLACED).differences == ()


def test_chance_alone_seldom_passes_for_a_difference():
    clear = 0
    for seed in range(40):
        lund = [3 + (seed * 7 + k) % 5 for k in (0, 3)]
        pair = [article(f"{seed}{k}", lund=lund[k], stern=10 - lund[k]) for k in (0, 1)]
        found = side_balance.difference(*pair, SIDES, PLACED, by="attributions")[0]
        clear += found.p < 0.05
    assert clear <= 4


def test_the_same_input_has_the_same_output():
    pair = [article("a", 7, 3, 1), article("b", 4, 6)]
    assert side_balance.compare(pair, SIDES, PLACED) == side_balance.compare(pair, SIDES, PLACED)


def test_an_unknown_base_is_refused():
    with pytest.raises(ValueError, match="attributions"):
        score(article("a", 6), by="sentences")


def test_the_rows_name_every_voice_with_its_side():
    assert side_balance.rows([article("a", 2, 1, 1)], SIDES, PLACED) == (
        ("a", "North", "Ann Lund", 10, 2),
        ("a", "South", "Bo Stern", 4, 1),
        ("a", "on no side", "Cleo Marsh", 1, 1),
    )


def test_the_sentence_on_false_balance_has_its_source():
    assert "false balance" in side_balance.note()
    assert "Boykoff" in side_balance.note()
    assert side_balance.note("shares_test")

from analysis.comparison import headlines
from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.model import Article

WALL = Article(
    id="a",
    headline="Mayor hails harbour wall",
    body="Mayor hails harbour wall\n\nThe wall will be rebuilt for 3 million crowns. It fell in March.\n\n"
    + "Nobody knows why the old one fell. " * 12,
)
BILL = Article(
    id="b", headline="Harbour wall to cost millions", body="Harbour wall to cost millions\n\nThe bill is in."
)
BARE = Article(id="c", body="No headline stands here. Only text.")


def claim(ident, *places):
    return Claim(ident, "statement", ident, tuple(places))


def test_the_words_that_only_one_headline_has_are_shown_in_place():
    mayor, bill, _ = headlines.compare([WALL, BILL, BARE], ())
    assert [WALL.body[place.start : place.end] for place in mayor.own_words] == ["Mayor", "hails"]
    assert [BILL.body[place.start : place.end] for place in bill.own_words] == ["cost", "millions"]


def test_the_lede_is_the_first_sentences_below_the_headline():
    top, _, bare = headlines.compare([WALL, BILL, BARE], ())
    lede = WALL.body[top.lede.start : top.lede.end]
    assert lede.startswith("The wall will be rebuilt")
    assert "It fell in March." in lede
    assert len(lede.split()) <= 60
    assert bare.headline is None
    assert BARE.body[bare.lede.start : bare.lede.end] == BARE.body


def test_shared_claims_are_found_where_they_stand():
    start = WALL.body.index("The wall")
    cost = claim("cost", Place("a", start, start + 40), Place("b", 0, 20))
    alone = claim("alone", Place("a", start, start + 40))
    top, bill, _ = headlines.compare([WALL, BILL, BARE], [cost, alone])
    assert (top.headline_claims, top.lede_claims) == ((), ("cost",))
    assert (bill.headline_claims, bill.lede_claims) == (("cost",), ())


def test_an_empty_article_has_no_top():
    (top,) = headlines.compare([Article(id="e", body="")], ())
    assert top.headline is None and top.lede is None

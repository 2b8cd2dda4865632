import pytest

from analysis.comparison import claims as all_claims
from analysis.comparison import event_match, order
from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.model import Article

BODY = " ".join(f"word{number}" for number in range(10))
ARTICLES = [Article(id=name, body=BODY) for name in "ab"]


def at(article, number):
    start = BODY.index(f"word{number}")
    return Place(article, start, start + 5)


def claims(*places):
    """One claim for each (place in a, place in b)."""
    return [Claim(f"c{n}", "statement", "", (at("a", one), at("b", other))) for n, (one, other) in enumerate(places)]


def test_the_share_counts_the_words_before_the_first_place():
    twice = Claim("c", "statement", "", (at("a", 9), at("a", 4), at("b", 0)))
    positions = order.compare(ARTICLES, [twice]).positions
    assert [(one.article, one.share, one.rank) for one in positions] == [("a", 0.4, 1), ("b", 0.0, 1)]


@pytest.mark.parametrize(
    ("places", "tau"),
    [
        ([(n, n) for n in range(6)], 1.0),
        ([(n, 5 - n) for n in range(6)], -1.0),
        ([(0, 0), (1, 2), (2, 1), (3, 3), (4, 4)], 0.8),
    ],
)
def test_tau_tells_the_same_order_from_the_reverse(places, tau):
    (agreement,) = order.compare(ARTICLES, claims(*places)).agreements
    assert agreement.tau == pytest.approx(tau)
    assert agreement.n == len(places)


def test_few_shared_claims_have_no_tau_but_a_reason():
    (agreement,) = order.compare(ARTICLES, claims((0, 0), (1, 1))).agreements
    assert agreement.tau is None
    assert "2 shared claims" in agreement.missing


def test_claims_that_all_stand_in_one_place_have_no_order():
    (agreement,) = order.compare(ARTICLES, claims(*[(0, n) for n in range(6)])).agreements
    assert agreement.tau is None
    assert agreement.missing


def test_claims_of_one_article_have_no_position():
    assert order.compare(ARTICLES, [Claim("c", "statement", "", (at("a", 1),))]).positions == ()


def test_the_rewriting_of_the_teaching_case_keeps_the_order(case_articles):
    found = all_claims.compare(case_articles, event_match.compare(case_articles)).claims
    taus = {(one.first, one.second): one.tau for one in order.compare(case_articles, found).agreements}
    assert taus["meridian-wire", "newsglim24"] == max(tau for tau in taus.values() if tau is not None)
    assert taus["meridian-wire", "newsglim24"] > 0.9

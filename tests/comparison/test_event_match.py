"""Event match on invented events: a fire in a harbour, its aftermath, and a chess final."""

import pytest

from analysis.comparison import event_match
from analysis.model import Article

FIRE = {
    "wire": "A fire destroyed the grain store of Port Ambel on Friday, killing four dockers. Fire chief Lena Torvald "
    "said a welding torch had set the dust alight. Some 9,000 tonnes of barley burned. Mayor Odd Brekkan closed the "
    "harbour.",
    "post": "Four dockers died when the grain store in Port Ambel burned down on Friday. “A welding torch did it,” "
    "said Lena Torvald, the fire chief. Odd Brekkan, the mayor, ordered the harbour closed; 9,000 tonnes of barley are "
    "lost.",
    "echo": "Port Ambel mourns four dockers. The blaze in the grain store began with a welding torch, fire chief Lena "
    "Torvald told the Echo on Friday evening, as 9,000 tonnes of barley smouldered and the harbour stayed closed.",
}
LATER = (
    "Three months after the fire in the grain store of Port Ambel, a court fined its owner, Hald Shipping, 2 million "
    "crowns. Judge Mira Sand said nobody had watched the welder. Mayor Odd Brekkan welcomed the verdict on Monday."
)
CHESS = (
    "Grandmaster Ilse Vantongeren beat the champion Rui Casal in the seventh game of the chess final in Leuwen. Her "
    "knight sacrifice on move thirty stunned the audience. The match resumes with the eighth game after a rest day."
)


def article(name, body, published=""):
    return Article(id=name, body=body, published=published)


def fire(published="2026-03-06"):
    return [article(name, body, published) for name, body in FIRE.items()]


@pytest.mark.parametrize("published", ["", "2026-03-06", "2026-03-06T18:00"])
def test_reports_of_one_fire_are_one_event(published):
    found = event_match.compare(fire(published))
    assert found.verdict == "same event"
    assert found.same_event
    assert found.score > 0.5
    assert found.odd == ()
    assert found.groups == (("wire", "post", "echo"),)


def test_every_pair_has_a_score():
    articles = [*fire(), article("chess", CHESS, "2026-03-06")]
    scores = {(one.first, one.second): one.score for one in event_match.compare(articles).pairs}
    assert len(scores) == 6
    assert all((score > 0.5) == ("chess" not in pair) for pair, score in scores.items())


def test_the_reasons_name_days_actors_places_numbers_and_words():
    reasons = " ".join(event_match.compare(fire()).reasons)
    for word in ("same day (2026-03-06)", "Torvald", "Port Ambel", "9,000 tonnes", "Friday", "welding"):
        assert word in reasons, word
    assert "name as a place Port Ambel" in reasons  # right for one thing and for several


def test_what_is_shared_opens_its_words_in_every_article():
    articles = {one.id: one for one in fire()}
    shared = event_match.compare(list(articles.values())).shared
    (barley,) = [one for one in shared if one.text == "barley"]
    assert barley.articles == ("wire", "post", "echo")
    for place in barley.places:
        assert articles[place.article].body[place.start : place.end] == "barley"


def test_an_article_on_something_else_is_the_odd_one_and_the_reason_says_why():
    found = event_match.compare([*fire(), article("chess", CHESS, "2026-03-07")])
    assert found.verdict == "different events"
    assert found.odd == ("chess",)
    assert found.score < 0.5
    (reason,) = [one for one in found.reasons if "chess" in one and "stands apart" in one]
    assert "Casal" in reason


def test_the_aftermath_months_later_is_not_the_event():
    found = event_match.compare([*fire(), article("later", LATER, "2026-06-08")])
    assert found.verdict != "same event"
    assert found.odd == ("later",)
    assert "published 94 days after" in " ".join(found.reasons)


def test_three_different_events_are_all_odd():
    third = (
        "The central bank of Norland raised its rate to four percent. Governor Else Dahl expects inflation to slow. "
        * 2
    )
    articles = [article("fire", FIRE["wire"]), article("chess", CHESS), article("bank", third)]
    assert event_match.compare(articles).odd == ("fire", "chess", "bank")


def test_an_empty_article_belongs_nowhere_and_has_no_score():
    found = event_match.compare([*fire(), article("empty", "")])
    assert found.verdict == "same event"
    assert found.odd == ("empty",)
    (pair, *_) = [one for one in found.pairs if one.second == "empty"]
    assert pair.score is None
    assert pair.missing
    assert any("too few words" in reason for reason in found.reasons)


@pytest.mark.parametrize("articles", [[], [article("one", CHESS)], [article("a", ""), article("b", "Short.")]])
def test_without_two_articles_there_is_no_verdict(articles):
    found = event_match.compare(articles)
    assert found.verdict == ""
    assert found.score is None
    assert found.reasons


def test_the_order_of_the_articles_changes_nothing():
    articles = [*fire(), article("chess", CHESS)]
    forward, backward = event_match.compare(articles), event_match.compare(articles[::-1])
    assert forward.score == pytest.approx(backward.score)
    assert forward.verdict == backward.verdict
    assert set(forward.odd) == set(backward.odd)


def test_a_pair_can_be_explained():
    lines = event_match.explain(*fire()[:2])
    assert any("Torvald" in line for line in lines)


def test_the_teaching_case_is_one_event(case_articles):
    found = event_match.compare(case_articles)
    assert found.verdict == "same event"
    assert found.odd == ()

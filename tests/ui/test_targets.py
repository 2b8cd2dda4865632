from analysis.comparison.claims import Claim
from analysis.comparison.common_ground import Place
from analysis.comparison.event_voices import EventVoice, Member
from analysis.comparison.quote_versions import QuoteVersions, Version
from analysis.model import Article, Span
from ui import targets

ARTICLES = (Article(id="a", body="“We knew,” Anna Berg said."), Article(id="b", body="Berg said: “We knew it.”"))
QUOTATIONS = {"a": [Span(1, 8, "direct", label="Anna Berg")], "b": [Span(12, 22, "direct", label="Berg")]}
BERG = EventVoice("Anna Berg", (Member("a", "Anna Berg", ""), Member("b", "Berg", "")))


def build(voices=(), claims=(), versions=()):
    return targets.build(voices, QUOTATIONS, claims, versions, ARTICLES)


def claim(text, *articles):
    return Claim("c1", "number", text, tuple(Place(article, 0, 3) for article in articles))


def test_a_voice_is_found_under_the_name_that_each_article_gives_it():
    assert build([BERG])["voice-anna-berg"].places == (("a", 1, 8), ("b", 12, 22))


def test_a_claim_of_one_article_alone_is_not_looked_for():
    assert list(build(claims=[claim("40 boats", "a"), claim("9 nets", "a", "b")])) == ["number-9-nets"]


def test_two_claims_in_the_same_words_have_ids_of_their_own():
    assert list(build(claims=[claim("9 nets", "a", "b"), claim("9 nets", "a", "b")])) == [
        "number-9-nets",
        "number-9-nets-2",
    ]


def test_a_quotation_is_listed_with_its_words_and_speaker():
    one = QuoteVersions("Anna Berg", (Version("a", 1, 8, "Anna Berg"), Version("b", 12, 22, "Berg")))
    [target] = build(versions=[one]).values()
    assert (target.kind, target.title) == ("quotation", "“We knew” (Anna Berg)")
    assert target.places == (("a", 1, 8), ("b", 12, 22))


def test_an_article_that_may_have_a_claim_in_other_words_is_no_article_without_it():
    one = Claim("c1", "number", "9 nets", (Place("a", 0, 3), Place("b", 0, 3)), frozenset(["c"]))
    assert build(claims=[one])["number-9-nets"].perhaps == {"c"}

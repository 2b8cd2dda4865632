import pytest

from analysis.comparison import claims, event_match, omissions
from analysis.comparison.claims import Claim, Claims
from analysis.comparison.common_ground import Place
from analysis.model import Article

TEXTS = {  # no two alike, so that each is a source of its own
    "a": "The bakers of Ambel struck on Monday because flour has grown dear since the summer.",
    "b": "Rain kept the harvest in the fields of Norland, and the mills stood still for weeks.",
    "c": "Parliament argued until midnight about a bridge that nobody had asked for in the north.",
    "d": "A choir from Vessel Island won the prize for the third time and sang on the pier at dawn.",
}


def article(name, published=""):
    return Article(id=name, body=TEXTS[name] * 3, published=published)


def claim(ident, *names, perhaps=()):
    return Claim(ident, "statement", ident, tuple(Place(name, 0, 5) for name in names), frozenset(perhaps))


def compare(*found, names="abcd", published=None):
    dates = published or {}
    return omissions.compare([article(name, dates.get(name, "")) for name in names], Claims(found))


def test_what_two_others_report_is_listed_as_not_reported_here():
    (entry,) = compare(claim("c1", "a", "b", "c")).not_reported
    assert (entry.article, entry.claim, entry.reported_by) == ("d", "c1", ("a", "b", "c"))
    assert entry.coverage == 1.0


def test_what_one_other_reports_is_not_listed():
    assert compare(claim("c1", "a"), claim("c2", "b", "c"), names="abc").not_reported[0].article == "a"
    assert compare(claim("c1", "a")).not_reported == ()


def test_what_is_perhaps_reported_is_neither_listed_nor_counted():
    found = compare(claim("c1", "a", "b", "c", perhaps="d"))
    assert found.not_reported == ()
    assert {gap.article: gap.claims for gap in found.gaps}["d"] == 0


def test_the_gap_is_the_covered_share_that_is_missing():
    found = compare(claim("c1", "a", "b", "c"), claim("c2", "a", "b", "d"), claim("c3", "a", "c"))
    gaps = {gap.article: gap for gap in found.gaps}
    # d: others with c1 are 3 of 3, with c2 2 of 3, with c3 2 of 3; c1 and c3 are missing
    assert gaps["d"].value == pytest.approx((1 + 2 / 3) / (1 + 2 / 3 + 2 / 3))
    assert gaps["a"].value == 0
    assert gaps["d"].not_reported == 2


def test_a_repost_is_no_second_source():
    long = " ".join(f"{TEXTS['a'][:-1]} of year {year}." for year in range(1900, 1940))
    articles = [*(article(name) for name in "bcd"), Article(id="a", body=long), Article(id="copy", body=long)]
    found = omissions.compare(articles, Claims((claim("c1", "a", "copy"),)))
    assert ("a", "copy") in found.sources
    assert found.not_reported == ()


def test_an_article_is_not_blamed_for_what_appeared_later():
    dates = {"a": "2026-03-09", "b": "2026-03-09", "c": "2026-03-08", "d": "2026-03-10"}
    found = compare(claim("c1", "a", "b"), published=dates)
    assert {entry.article: entry.later for entry in found.not_reported} == {"c": True, "d": False}


def test_two_sources_have_no_list_but_a_reason():
    found = compare(claim("c1", "a"), names="ab")
    assert found.not_reported == ()
    assert "3 independent sources" in found.missing
    assert all(gap.value is None and gap.missing for gap in found.gaps)


def test_without_claims_the_reason_is_passed_on():
    found = omissions.compare([article(name) for name in "abc"], Claims((), missing="not one event"))
    assert found.missing == "not one event"
    assert {gap.missing for gap in found.gaps} == {"not one event"}


def test_a_warning_goes_with_the_list():
    found = omissions.compare(
        [article(name) for name in "abc"], Claims((claim("c1", "a", "b"),), warning="another event")
    )
    assert found.warning == "another event"
    assert found.not_reported


def test_nothing_shared_by_two_others_gives_no_gap():
    gaps = compare(claim("c1", "a"), claim("c2", "b")).gaps
    assert all(gap.value is None and gap.missing for gap in gaps)


def test_the_tabloid_of_the_teaching_case_lacks_the_study_and_the_wire_lacks_nothing(case_articles):
    found = claims.compare(case_articles, event_match.compare(case_articles))
    listed = omissions.compare(case_articles, found)
    texts = {one.id: one.text for one in found.claims}
    missing = {
        name: [texts[entry.claim] for entry in listed.not_reported if entry.article == name]
        for name in ("tallow-post", "meridian-wire")
    }
    assert any("study" in text for text in missing["tallow-post"])
    assert missing["meridian-wire"] == []

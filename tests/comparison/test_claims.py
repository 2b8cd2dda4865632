"""Claims on an invented event: a ferry runs aground, as four outlets report it."""

import pytest

from analysis.comparison import claims, event_match
from analysis.model import Article

BODIES = {
    "wire": "The ferry Alma ran aground off Kestrel Point on March 8 with 212 passengers on board. Nobody was "
    "hurt, the coast guard said. Captain Jorun Haas blamed a buoy that had been missing since the winter "
    "storm. “I saw the rocks when it was too late to turn the wheel,” Haas told reporters. The shipping "
    "line Norfar cancelled all crossings to Vessel Island until March 12.",
    "mail": "A ferry with 212 passengers on board, the Alma, ran aground off Kestrel Point. A missing buoy is to "
    "blame, said Captain Jorun Haas: the winter storm had torn it away. “I saw the rocks when it was too "
    "late,” Haas said. Norfar, the shipping line, cancelled all crossings to Vessel Island until March "
    "12.",
    "echo": "Islanders near Kestrel Point heard the Alma before they saw her run aground. The ferry carried 212 "
    "passengers. Mayor Tove Ring of Vessel Island called the missing buoy a scandal and asked the navy "
    "for help.",
    "star": "The ferry Alma, which ran aground off Kestrel Point with 212 passengers, may stay there for days. "
    "Mayor Tove Ring asked the navy for help. Captain Jorun Haas blamed a missing buoy.",
}


def articles(*names, **fields):
    return [Article(id=name, body=BODIES[name], **fields) for name in names or BODIES]


def compare(*names):
    chosen = articles(*names)
    return claims.compare(chosen, event_match.compare(chosen), insist=True).claims, {one.id: one.body for one in chosen}


def only(found, kind, word):
    (claim,) = [one for one in found if one.kind == kind and word in one.text]
    return claim


def test_sentences_that_say_the_same_are_one_claim_of_their_articles():
    found, _ = compare("wire", "mail")
    assert only(found, "statement", "Norfar").articles == ("wire", "mail")
    assert only(found, "statement", "Nobody was hurt").articles == ("wire",)


@pytest.mark.parametrize(
    ("kind", "word", "expected"),
    [
        ("number", "212 passengers", ("wire", "mail", "echo", "star")),
        ("date", "March 12", ("wire", "mail")),
        ("date", "March 8", ("wire",)),
        ("person", "Jorun Haas", ("wire", "mail", "star")),
        ("person", "Tove Ring", ("echo", "star")),
        ("place", "Kestrel Point", ("echo",)),
        ("quotation", "I saw the rocks", ("wire", "mail")),
    ],
)
def test_facts_and_quotations_are_claims_of_every_article_that_gives_them(kind, word, expected):
    found, _ = compare()
    if kind == "place":  # only "near Kestrel Point" shows the place; then its name counts everywhere
        expected = tuple(BODIES)
    assert only(found, kind, word).articles == expected


def test_every_place_of_a_claim_lies_in_its_article():
    found, bodies = compare()
    for claim in found:
        assert claim.places
        for place in claim.places:
            assert 0 <= place.start < place.end <= len(bodies[place.article])
    for place in only(found, "number", "212").places:
        assert bodies[place.article][place.start : place.end] == "212 passengers"


def test_the_role_stands_with_the_name():
    found, _ = compare()
    assert only(found, "person", "Ring").text == "Mayor Tove Ring"


def test_claims_of_most_articles_come_first_and_every_id_is_its_own():
    found, _ = compare()
    counts = [len(claim.articles) for claim in found]
    assert counts == sorted(counts, reverse=True)
    assert len({claim.id for claim in found}) == len(found)


def test_a_claim_in_other_words_is_perhaps_reported():
    found, _ = compare("wire", "mail", "star")
    buoy = only(found, "statement", "buoy")
    assert "star" in buoy.articles or "star" in buoy.perhaps


def test_across_events_there_are_no_claims_unless_the_user_insists():
    other = Article(
        id="chess", body="Grandmaster Ilse Vantongeren beat Rui Casal in the seventh game of the chess final. " * 4
    )
    chosen = [*articles("wire", "mail"), other]
    match = event_match.compare(chosen)
    assert match.verdict == "different events"
    off = claims.compare(chosen, match)
    assert off.claims == ()
    assert "different events" in off.missing
    forced = claims.compare(chosen, match, insist=True)
    assert forced.claims
    assert "different events" in forced.warning


@pytest.mark.parametrize("chosen", [[], [Article(id="one", body=BODIES["wire"])]])
def test_one_article_has_nothing_to_be_compared_with(chosen):
    found = claims.compare(chosen, event_match.compare(chosen), insist=True)
    assert found.claims == ()
    assert found.missing


def test_an_empty_article_reports_nothing_and_breaks_nothing():
    chosen = [*articles("wire", "mail"), Article(id="empty", body="")]
    found = claims.compare(chosen, event_match.compare(chosen))
    assert found.claims
    assert "too few words" in found.warning
    assert all("empty" not in claim.articles for claim in found.claims)


def test_the_same_articles_give_the_same_claims_twice():
    assert compare()[0] == compare()[0]

"""A person links claims and parts them; what was found stays beside, and comes back when they undo it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import corrections
from analysis.comparison import claim_edits, claims, event_match, headlines, omissions, order
from analysis.comparison.common_ground import Place
from tests.comparison.test_claims import articles, only

ARTICLES = articles()
FOUND = claims.compare(ARTICLES, event_match.compare(ARTICLES), insist=True)
BODIES = {one.id: one.body for one in ARTICLES}


def place(article, words):
    start = BODIES[article].index(words)
    return Place(article, start, start + len(words))


def applied(*edits, to=ARTICLES):
    return claim_edits.apply(FOUND, to, edits).claims.claims


def all_places(found):
    return {(claim.kind, place) for claim in found for place in claim.places}


CANCELLED = only(FOUND.claims, "statement", "Norfar")
ALONE = only(FOUND.claims, "statement", "Nobody was hurt")
PASSENGERS = only(FOUND.claims, "number", "212 passengers")
HELP = place("star", "Mayor Tove Ring asked the navy for help.")
EDITS = (
    claim_edits.take_apart(CANCELLED, CANCELLED.places[-1], ARTICLES),
    claim_edits.join(ALONE, HELP, ARTICLES),
    claim_edits.make_same(CANCELLED, ALONE, ARTICLES),
    claim_edits.drop(PASSENGERS, ARTICLES),
)


def test_a_place_that_does_not_belong_becomes_a_claim_of_its_own():
    now = applied(EDITS[0])
    mine = [one for one in now if one.edited]
    assert sorted(one.articles for one in mine) == [("mail",), ("wire",)]
    assert all_places(now) == all_places(FOUND.claims)


def test_a_place_that_was_missed_reports_the_claim_too():
    now = applied(EDITS[1])
    claim = only(now, "statement", "Nobody was hurt")
    assert claim.articles == ("wire", "star")
    assert "star" not in claim.perhaps


def test_a_sentence_that_is_joined_is_no_claim_of_its_own_any_more():
    alone = place("wire", "Nobody was hurt, the coast guard said.")
    assert ALONE.places == (alone,)
    now = applied(claim_edits.join(CANCELLED, alone, ARTICLES))
    assert len(now) == len(FOUND.claims) - 1
    assert only(now, "statement", "Norfar").articles == ("wire", "mail")


def test_two_claims_that_are_the_same_are_one_with_the_places_of_both():
    now = applied(EDITS[2])
    assert len(now) == len(FOUND.claims) - 1
    (claim,) = [one for one in now if one.edited]
    assert set(claim.places) == {*CANCELLED.places, *ALONE.places}


def test_a_claim_that_is_none_is_taken_out():
    assert [one for one in applied(EDITS[3]) if one.kind == "number" and "212" in one.text] == []


def test_the_claims_are_numbered_again():
    assert [one.id for one in applied(*EDITS)] == [f"c{n}" for n in range(1, len(applied(*EDITS)) + 1)]


def test_order_tops_and_gap_follow_the_changes():
    now = claim_edits.apply(FOUND, ARTICLES, (claim_edits.join(PASSENGERS, HELP, ARTICLES), EDITS[1])).claims
    assert order.compare(ARTICLES, now.claims).positions != order.compare(ARTICLES, FOUND.claims).positions
    assert headlines.compare(ARTICLES, now.claims) != headlines.compare(ARTICLES, FOUND.claims)
    kept = claim_edits.apply(FOUND, ARTICLES, (EDITS[3],)).claims
    gaps = [omissions.compare(ARTICLES, one).gaps for one in (FOUND, kept)]
    assert gaps[0] != gaps[1]


@settings(deadline=None)
@given(picked=st.permutations(EDITS), taken=st.integers(0, len(EDITS)))
def test_the_same_changes_give_the_same_claims_and_none_give_what_was_found(picked, taken):
    edits = tuple(picked[:taken])
    assert claim_edits.apply(FOUND, ARTICLES, edits) == claim_edits.apply(FOUND, ARTICLES, edits)
    for edit in picked[:taken]:
        edits = tuple(one for one in edits if one != edit)
    assert claim_edits.apply(FOUND, ARTICLES, edits) == (FOUND, ())


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.action)
def test_a_change_of_words_that_are_gone_is_idle_and_changes_nothing(edit):
    others = [replace(one, body="The road is open.") for one in ARTICLES]
    found = claims.compare(others, event_match.compare(others), insist=True)
    assert claim_edits.apply(found, others, (edit,)) == (found, (edit,))


def test_a_change_of_articles_that_are_not_compared_is_idle():
    few = ARTICLES[2:]
    found = claims.compare(few, event_match.compare(few), insist=True)
    assert claim_edits.apply(found, few, (EDITS[0],)) == (found, (EDITS[0],))


def test_a_change_moves_with_its_words():
    longer = [replace(one, body=f"Harbour news\n\n{one.body}") if one.id == "wire" else one for one in ARTICLES]
    found = claims.compare(longer, event_match.compare(longer), insist=True)
    for edits in (EDITS[:1], claim_edits.moved(EDITS[:1], "wire", corrections.change(BODIES["wire"], longer[0].body))):
        now = claim_edits.apply(found, longer, edits)
        assert now.idle == ()
        assert sorted(one.articles for one in now.claims.claims if one.edited) == [("mail",), ("wire",)]

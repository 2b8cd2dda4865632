"""What a person changed is listed with what it replaced, and can be exported."""

import csv
import io
from dataclasses import replace

from analysis import changes, corrections
from analysis.comparison import claim_edits, claims, event_match
from analysis.comparison.sides import Edits, Side
from analysis.ingest.manuscript import Manuscript
from analysis.model import Publisher
from analysis.workspace import Event
from tests.test_corrections import ALL, DRAFT, LINE, PAPER

NONE = Edits()
OTHER = replace(DRAFT, id="b", manuscript=Manuscript("b", PAPER.replace("awful", "bold")))


def listed(*drafts, side_edits=NONE, edits=()):
    return changes.listed(Event("own", "Own", "", drafts), [one.read() for one in drafts], side_edits, edits)


def test_every_correction_of_an_article_is_listed_with_what_was_found():
    found = listed(replace(DRAFT, corrections=tuple(ALL)))
    assert [(one.subject, one.automatic, one.corrected) for one in found] == [
        ("speaker", "Ines Okafor", "Ann Tide"),
        ("quotation", "direct", "taken out"),
        ("class", "scare", "term"),
        ("tone", "neutral", "positive"),
    ]
    assert all(one.holds for one in found)
    assert [one.origin for one in found] == ALL


def test_a_publisher_that_was_chosen_and_a_line_that_was_put_back_are_listed():
    found = listed(replace(DRAFT, publisher=Publisher(name="Gazette"), keep=frozenset([LINE])))
    line, publisher = found
    assert (line.subject, line.words, line.corrected) == ("line set aside", "Sign up for our newsletter", "put back")
    assert (publisher.automatic, publisher.corrected) == ("unknown", "Gazette")


def test_what_was_typed_in_place_of_what_was_found_is_listed():
    found = listed(replace(DRAFT, typed=(("title", "Wall divides town"), ("byline", "Ann Tide"))))
    assert [(one.subject, one.automatic, one.corrected, one.origin) for one in found] == [
        ("headline", "Harbour wall splits Elmstead", "Wall divides town", "title"),
        ("byline", "unknown", "Ann Tide", "byline"),
    ]


def test_what_no_longer_applies_is_listed_and_says_so():
    shown = replace(DRAFT, keep=frozenset([LINE])).read()
    start = shown.body.index("Sign up")
    gone = corrections.make(shown, "tone", start, start + len("Sign up for our newsletter"), "neutral", "positive")
    (one,) = listed(replace(DRAFT, corrections=(gone,)))
    assert not one.holds
    assert one.words == "Sign up for our newsletter"
    assert "no longer applies" in one.note


def test_words_at_which_nothing_is_found_any_more_say_so_too():
    (one,) = listed(replace(DRAFT, corrections=(corrections.make(DRAFT.read(), "speaker", 3, 9, "Ann", "Bo"),)))
    assert not one.holds


def test_a_label_is_listed_with_the_actor_found_and_says_where_it_no_longer_applies():
    article = DRAFT.read()
    start = article.body.index("Mayor Ines Okafor")
    end = start + len("Mayor Ines Okafor")
    fixes = [
        corrections.make(article, "label", start, end, "Ines Okafor", "Bo Reed"),
        corrections.make(article, "label", start, end, "Ines Okafor", ""),
        corrections.make(article, "label", 3, 9, "Ines Okafor", "Bo Reed"),
    ]
    found = [listed(replace(DRAFT, corrections=(one,)))[0] for one in fixes]
    assert [(one.automatic, one.corrected) for one in found[:2]] == [
        ("Ines Okafor", "Bo Reed"),
        ("Ines Okafor", "no label"),
    ]
    assert [one.holds for one in found] == [True, True, False]


def test_sides_are_listed_and_each_can_be_taken_back_alone():
    edits = Edits((Side("x", "X"), Side("y", "Y")), (("Ines Okafor", "x"), ("Bo Reed", "y")))
    whole, ines, bo = listed(DRAFT, side_edits=edits)
    assert (whole.subject, whole.corrected) == ("list of sides", "X, Y")
    assert (ines.words, ines.corrected) == ("Ines Okafor", "X")
    assert ines.origin == replace(edits, moved=(("Bo Reed", "y"),))
    assert whole.origin == Edits()
    assert bo.event == "own"


def test_changes_of_claims_are_listed_with_their_words():
    articles = [DRAFT.read(), OTHER.read()]
    found = claims.compare(articles, event_match.compare(articles), insist=True).claims
    shared = next(one for one in found if len(one.places) > 1)
    edit = claim_edits.take_apart(shared, shared.places[-1], articles)
    (one,) = listed(DRAFT, OTHER, edits=(edit,))
    assert (one.subject, one.article, one.holds, one.origin) == ("claim", "b", True, edit)
    place = shared.places[-1]
    assert one.words == articles[1].body[place.start : place.end]
    (idle,) = listed(DRAFT, edits=(edit,))
    assert not idle.holds


def test_the_export_has_one_row_per_change_and_runs_no_formula():
    one = replace(ALL[0], was="=1+1")
    rows = list(csv.DictReader(io.StringIO(changes.write(listed(replace(DRAFT, corrections=(one,)))))))
    assert tuple(rows[0]) == changes.COLUMNS
    assert rows[0]["automatic"] == "'=1+1"
    assert rows[0]["words"] == "We waited nine years,"

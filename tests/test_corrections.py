"""A correction holds for the words it was made for, wherever they stand, and for no others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import corrections, measures
from analysis.ingest.manuscript import Manuscript
from analysis.measures import scare_quotes, sentiment
from analysis.model import Article, Correction
from analysis.text import quotations
from analysis.workspace import Draft

PAPER = """Harbour wall splits Elmstead

Sign up for our newsletter

The town council praised the awful plan on Tuesday. “We waited nine years,” Mayor Ines Okafor said.

Fishermen fear the so-called “improvement”. “It is a gift,” said Tomas Reyl. “It is a gift,” said Bo Reed.

The road is open. Nobody was hurt in the storm.
"""
DRAFT = Draft("a", Manuscript("a", PAPER))
ARTICLE = DRAFT.read()
LINE = next(cut.line for cut in ARTICLE.removed if "newsletter" in cut.text)


def at(words, body=ARTICLE.body, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = body.index(words, start + 1)
    return start, start + len(words)


def made(subject, words, was, now, nth=0):
    return corrections.make(ARTICLE, subject, *at(words, nth=nth), was, now)


def put_back(draft):
    changed = replace(draft, keep=draft.keep ^ {LINE})
    moves = corrections.change(draft.read().body, changed.read().body)
    return replace(changed, corrections=tuple(corrections.all_moved(draft.corrections, moves)))


ALL = [
    made("speaker", "We waited nine years,", "Ines Okafor", "Ann Tide"),
    made("quotation", "It is a gift,", "direct", "", nth=1),
    made("class", "improvement", "scare", "term"),
    made("tone", "The road is open.", "neutral", "positive"),
]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.subject)
def test_a_line_put_back_moves_a_correction_with_its_words(one):
    changed = put_back(replace(DRAFT, corrections=(one,)))
    body, (kept,) = changed.read().body, changed.read().corrections
    assert body != ARTICLE.body
    assert body[kept.start : kept.end] == one.words
    assert kept.start != one.start
    assert put_back(changed).read() == replace(DRAFT, corrections=(one,)).read()


def test_the_second_of_two_equal_passages_stays_the_second():
    one = made("speaker", "It is a gift,", "Bo Reed", "Ann Tide", nth=1)
    changed = put_back(replace(DRAFT, corrections=(one,))).read()
    assert [q.speaker for q in quotations.of(changed)][-1] == "Ann Tide"
    assert "Tomas Reyl" in [q.speaker for q in quotations.of(changed)]


def test_a_correction_made_before_words_were_recorded_moves_too():
    one = replace(made("speaker", "We waited nine years,", "Ines Okafor", "Ann Tide"), words="")
    changed = put_back(replace(DRAFT, corrections=(one,))).read()
    assert "Ann Tide" in [q.speaker for q in quotations.of(changed)]


def test_a_correction_of_words_that_are_gone_holds_for_nothing_and_comes_back_with_them():
    shown = replace(DRAFT, keep=frozenset([LINE]))
    body = shown.read().body
    words = "Sign up for our newsletter"
    one = corrections.make(shown.read(), "tone", *at(words, body), "neutral", "negative")
    hidden = put_back(replace(shown, corrections=(one,)))
    assert hidden.corrections == (one,)
    assert hidden.read().corrections == ()
    assert put_back(hidden).read().corrections == (one,)


def test_a_correction_is_found_by_its_words_after_any_other_change_of_the_text():
    one = made("class", "improvement", "scare", "term")
    later = Draft("a", Manuscript("a", PAPER.replace("on Tuesday", "late on Tuesday night")), corrections=(one,)).read()
    (kept,) = later.corrections
    assert later.body[kept.start : kept.end] == "improvement"


def test_words_that_stand_in_several_other_places_hold_nowhere():
    one = made("quotation", "It is a gift,", "direct", "")
    later = Draft("a", Manuscript("a", PAPER.replace("on Tuesday", "late on Tuesday night")), corrections=(one,)).read()
    assert later.corrections == ()


@given(
    before=st.text("ab\n", max_size=30),
    cut=st.text("ab\n", max_size=8),
    at=st.integers(0, 30),
    ends=st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_after_one_insertion_a_correction_never_holds_for_other_words(before, cut, at, ends):
    start, end = sorted(min(one, len(before)) for one in ends)
    after = before[:at] + cut + before[at:]
    one = Correction("tone", start, end, "neutral", "positive", words=before[start:end])
    for kept in corrections.holding(after, corrections.all_moved([one], corrections.change(before, after))):
        assert after[kept.start : kept.end] == before[start:end]


def test_a_second_correction_of_the_same_words_keeps_the_automatic_value():
    first = made("tone", "The road is open.", "neutral", "positive")
    second = made("tone", "The road is open.", "positive", "negative")
    (kept,) = corrections.laid_over((first,), ARTICLE.body, second)
    assert (kept.was, kept.now) == ("neutral", "negative")


def test_what_was_added_and_taken_out_again_leaves_no_trace():
    place = at("Nobody was hurt")
    added = [
        corrections.make(ARTICLE, subject, *place, "", now)
        for subject, now in (("quotation", "indirect"), ("speaker", "Bo"))
    ]
    out = corrections.make(ARTICLE, "quotation", *place, "indirect", "")
    assert corrections.laid_over(tuple(added), ARTICLE.body, out) == ()


@settings(deadline=None)  # the first call reads the word lists
@given(picked=st.permutations(ALL), taken=st.integers(0, len(ALL)))
def test_undoing_every_correction_gives_exactly_the_automatic_result(picked, taken):
    kept = corrections.laid_over((), ARTICLE.body, *picked[:taken])
    corrected = replace(ARTICLE, corrections=kept)
    assert measures.score(corrected) == measures.score(corrected)
    for one in picked[:taken]:
        kept = corrections.without(kept, ARTICLE.body, one)
    assert kept == ()
    assert measures.score(replace(ARTICLE, corrections=kept)) == measures.score(ARTICLE)


def test_every_subject_changes_what_it_is_said_of_and_nothing_else():
    plain = measures.score(ARTICLE)
    for one, measure in zip(ALL, ("quoted_voices", "quoted_voices", "scare_quotes", "sentiment"), strict=True):
        changed = measures.score(replace(ARTICLE, corrections=(one,)))
        assert changed[measure] != plain[measure]
        assert changed["readability"] == plain["readability"]
    assert sentiment.score(replace(ARTICLE, corrections=(ALL[2],))) == plain["sentiment"]
    assert scare_quotes.score(replace(ARTICLE, corrections=(ALL[3],))) == plain["scare_quotes"]


def test_an_empty_article_has_nothing_to_hold_for():
    assert corrections.holding("", ALL) == ()
    assert measures.score(Article("e", "", corrections=tuple(ALL)))["sentiment"].missing

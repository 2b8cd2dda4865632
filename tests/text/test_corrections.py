"""A person's corrections are laid over what was found; everything that counts quotations counts the corrected ones."""

from dataclasses import replace

import pytest

from analysis import measures, tables
from analysis.comparison import event_voices
from analysis.model import Article, Correction
from analysis.text import attributions, quotations, sources

BODY = (
    "Ferry stops\n\n“The pier is unsafe,” the harbour master Ann Tide said. “We were told nothing,” said Bo Reed. "
    "The town calls it a “scandal”. The council will meet on Monday."
)
ARTICLE = Article(id="a", body=BODY, headline="Ferry stops")


def span(words):
    start = BODY.index(words)
    return start, start + len(words)


def found(words):
    return next(one for one in quotations.find(BODY) if BODY[one.start : one.end].strip("“”,.") == words)


def correction(subject, words, now):
    one = found(words)
    was = one.speaker if subject == "speaker" else one.kind
    return Correction(subject, one.start, one.end, was, now)


def corrected(*corrections):
    return replace(ARTICLE, corrections=corrections)


def voices(article):
    result = measures.score(article)["quoted_voices"]
    return {value.part.removeprefix("voice: "): value.number for value in result.values if value.unit == "words"}


def test_nothing_changes_without_corrections():
    assert quotations.find(BODY, ()) == quotations.find(BODY)


def test_a_speaker_set_by_a_person_counts_everywhere():
    article = corrected(correction("speaker", "We were told nothing", "Cy Marsh"))
    assert "Cy Marsh" in voices(article)
    assert "Bo Reed" not in voices(article)
    assert "Bo Reed" in voices(ARTICLE)
    assert {one.speaker for one in attributions.find(BODY, False, article.corrections)} >= {"Cy Marsh"}
    assert "Cy Marsh" in {one.name for one in event_voices.compare([article])}
    assert "Cy Marsh" in set(tables.floor([article])["voice"])


def test_the_reader_is_told_that_a_person_set_it():
    article = corrected(correction("speaker", "We were told nothing", "Cy Marsh"))
    result = measures.score(article)["quoted_voices"]
    notes = [one.note for one in result.spans if one.label == "Cy Marsh"]
    assert len(notes) == 1
    assert notes[0].startswith("Set by a person.")


def test_a_false_quotation_can_be_taken_out():
    article = corrected(correction("quotation", "We were told nothing", ""))
    assert len(quotations.find(BODY, article.corrections)) == len(quotations.find(BODY)) - 1
    assert "Bo Reed" not in voices(article)


def test_a_missed_quotation_can_be_added_with_its_speaker():
    start, end = span("The council will meet on Monday")
    article = corrected(
        Correction("quotation", start, end, "", "indirect"), Correction("speaker", start, end, "", "the clerk")
    )
    added = [one for one in quotations.find(BODY, article.corrections) if one.start == start]
    assert [(one.kind, one.speaker) for one in added] == [("indirect", "the clerk")]


def test_every_quotation_keeps_one_source():
    article = corrected(correction("speaker", "We were told nothing", "Ann Tide"))
    pairs = zip(quotations.find(BODY, article.corrections), sources.find(BODY, article.corrections), strict=True)
    kinds = {quotation.speaker: source.rung for quotation, source in pairs}
    assert kinds["Ann Tide"] == "named"


@pytest.mark.parametrize("subject", ["class", "tone"])
def test_corrections_of_other_things_leave_quotations_alone(subject):
    assert quotations.find(BODY, (Correction(subject, 0, 5, "", "x"),)) == quotations.find(BODY)

"""A reader's answers stand beside the count, and what was said before the reveal stays said."""

from dataclasses import replace

from analysis import tables
from analysis.comparison import judgements
from analysis.comparison.judgements import AFTER, BEFORE, ROOM, WHY, WORDING, Judgement
from analysis.model import Article, Result, Value

WALL, TIDE = Article(id="wall", body="x"), Article(id="tide", body="x")
ROOMY = Judgement("wall", ROOM, "", "Elmstead", BEFORE, "2026-03-14T10:00:00+00:00")
AGAINST = Judgement("wall", WORDING, "Ines Okafor", "against", BEFORE, "2026-03-14T10:00:00+00:00")
BALANCE = {
    "wall": Result(
        "side_balance", "wall", (Value("words: Elmstead", 40, "words", 55), Value("words: Reyl", 15, "words", 55))
    ),
    "tide": Result("side_balance", "tide", missing="No sides are set for this event."),
}
TONES = {
    "wall": Result("actor_tone", "wall", (Value("negative: Ines Okafor", 3, "sentences", 4, labels=("Ines Okafor",)),))
}


def test_the_words_of_each_side_stand_beside_the_answer():
    [found] = judgements.compare([WALL], [ROOMY], BALANCE, TONES)
    assert (found.answer, found.when) == ("Elmstead", BEFORE)
    assert found.machine == "Words: Elmstead 40, Reyl 15"


def test_without_words_the_reason_stands_there():
    [found] = judgements.compare([TIDE], [replace(ROOMY, article="tide")], BALANCE, TONES)
    assert found.machine == "No sides are set for this event."


def test_the_sentences_toward_the_actor_stand_beside_the_wording():
    [found] = judgements.compare([WALL], [AGAINST], BALANCE, TONES)
    assert found.question == "Is the wording for or against Ines Okafor, or neither?"
    assert found.machine == "Sentences: negative 3"
    [other] = judgements.compare([WALL], [replace(AGAINST, about="Tomas Reyl")], BALANCE, TONES)
    assert other.machine == "This actor is not named in the narration."


def test_a_reason_has_no_number():
    [found] = judgements.compare([WALL], [replace(ROOMY, question=WHY, answer="Two to one.")], BALANCE, TONES)
    assert found.machine == "a sentence has no number"


def test_an_answer_after_the_reveal_never_replaces_one_from_before():
    after = replace(ROOMY, answer="Reyl", when=AFTER)
    assert judgements.laid_over([ROOMY], [after]) == (ROOMY, after)
    again = replace(ROOMY, answer="about even")
    assert judgements.laid_over([ROOMY, after], [again]) == (after, again)


def test_articles_that_are_not_compared_are_left_out():
    assert judgements.compare([TIDE], [ROOMY], BALANCE, TONES) == ()


def test_every_event_has_an_answer_for_those_who_cannot_tell():
    assert "cannot tell" in judgements.choices(ROOM) and "cannot tell" in judgements.choices(WORDING)


def test_the_table_of_judgements_says_when_each_was_given():
    [row] = tables.judged([WALL], judgements.compare([WALL], [ROOMY], BALANCE, TONES)).itertuples()
    assert (row.answer, row.when, row.at) == (ROOMY.answer, ROOMY.when, ROOMY.at)
    assert row.machine

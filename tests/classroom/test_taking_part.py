"""Students answer for themselves alone, lose nothing, and see nothing before they have handed in."""

import dataclasses

import pytest

from analysis.classroom import files, instructing, taking_part
from analysis.classroom.records import Answer, Submission
from analysis.errors import NoAccess, OutOfDate, Refused

TOLL = Answer("claims", "A:toll", "reported")


def test_an_answer_is_kept_and_found_with_the_own_key_only(any_store, join):
    ada, ben = join("Ada"), join("Ben")
    kept = taking_part.save(any_store, ada, TOLL)
    assert kept.revision == 1
    assert taking_part.handout(any_store, ada).answers == (kept,)
    assert taking_part.handout(any_store, ben).answers == ()
    with pytest.raises(NoAccess):
        taking_part.handout(any_store, "guessed")


def test_a_changed_answer_gets_the_next_revision(any_store, join):
    ada = join("Ada")
    first = taking_part.save(any_store, ada, TOLL)
    second = taking_part.save(any_store, ada, dataclasses.replace(first, value="not reported"))
    assert (second.revision, second.value) == (2, "not reported")


def test_the_same_save_sent_twice_is_one_answer(any_store, join):
    ada = join("Ada")
    assert taking_part.save(any_store, ada, TOLL) == taking_part.save(any_store, ada, TOLL)


def test_a_second_tab_with_an_old_answer_is_told_so(any_store, join):
    ada = join("Ada")
    taking_part.save(any_store, ada, TOLL)
    with pytest.raises(OutOfDate) as told:
        taking_part.save(any_store, ada, dataclasses.replace(TOLL, value="not reported"))
    assert (told.value.value, told.value.revision) == ("reported", 1)


def test_an_answer_taken_back_can_be_given_again(any_store, join):
    ada = join("Ada")
    kept = taking_part.save(any_store, ada, TOLL)
    empty = taking_part.save(any_store, ada, dataclasses.replace(kept, value=""))
    assert taking_part.handout(any_store, ada).answers == (empty,)
    with pytest.raises(Refused, match="Nothing is answered"):
        taking_part.submit(any_store, ada)
    assert taking_part.save(any_store, ada, dataclasses.replace(empty, value="reported")).revision == 3


@pytest.mark.parametrize(
    "answer",
    [
        Answer("claims", "A:toll", "maybe"),
        Answer("claims", "C:toll", "reported"),
        Answer("frames", "A:conflict: disagree", "yes"),
        Answer("questions", "q1", "long " * 5000),
        Answer("tone", "A:1-2", "neutral"),
    ],
)
def test_what_is_no_answer_to_this_assignment_is_refused(any_store, join, answer):
    ada = join("Ada")
    with pytest.raises(Refused):
        taking_part.save(any_store, ada, answer)
    assert taking_part.handout(any_store, ada).answers == ()


def test_text_that_no_database_takes_is_kept_without_the_odd_characters(any_store, join):
    ada = join("Ada")
    kept = taking_part.save(any_store, ada, Answer("questions", "q1", "a\0b \ud83d <script>"))
    assert kept.value == "ab ? <script>"
    assert taking_part.handout(any_store, ada).answers == (kept,)


def test_nothing_hidden_is_handed_out_before_handing_in(any_store, join):
    ada = join("Ada")
    told = repr(taking_part.handout(any_store, ada)).lower()
    for hidden in ("quay", "gazette", "harbour", "example", "invented", "not reported"):
        assert hidden not in told
    assert "one" not in {article.id for article in taking_part.handout(any_store, ada).assignment.articles}
    with pytest.raises(NoAccess, match="First hand in"):
        taking_part.reveal(any_store, ada)


def test_the_reveal_shows_mine_the_class_the_key_and_the_machine(any_store, join):
    keys = [join(name) for name in ("Ada", "Ben", "Cem")]
    for key, value in zip(keys, ("reported", "reported", "not reported"), strict=True):
        taking_part.save(any_store, key, Answer("claims", "A:toll", value))
        taking_part.save(any_store, key, Answer("questions", "q1", "Nobody else reads this"))
        taking_part.submit(any_store, key)
    shown = taking_part.reveal(any_store, keys[0])
    assert [one.value for one in shown.mine if one.task == "claims"] == ["reported"]
    assert shown.others["claims", "A:toll"] == {"reported": 1, "not reported": 1}
    assert ("questions", "q1") not in shown.others
    assert shown.key == (Answer("claims", "A:toll", "reported"), Answer("claims", "A:baker", "not reported"))
    assert {one.task for one in shown.machine} == {"spans", "tone", "claims"}
    assert shown.outlets[0] == ("A", "The Quay Gazette (invented)", "https://quaygazette.example/bridge")


def test_the_class_stays_closed_while_it_would_tell_of_one_student(any_store, join):
    for name in ("Ada", "Ben"):
        key = join(name)
        taking_part.save(any_store, key, TOLL)
        taking_part.submit(any_store, key)
    shown = taking_part.reveal(any_store, key)
    assert not shown.others
    assert "once 3 have handed in" in shown.missing


def test_what_is_handed_in_is_closed_until_it_is_taken_up_again_and_stays_the_blind_one(any_store, join, handed_out):
    ada = join("Ada")
    kept = taking_part.save(any_store, ada, TOLL)
    taking_part.submit(any_store, ada)
    changed = dataclasses.replace(kept, value="not reported")
    with pytest.raises(Refused, match="handed in"):
        taking_part.save(any_store, ada, changed)
    taking_part.take_up_again(any_store, ada)
    taking_part.save(any_store, ada, changed)
    taking_part.submit(any_store, ada)
    [work] = instructing.room(any_store, handed_out.key).works
    assert [one.answers[0].value for one in work.submissions] == ["reported", "not reported"]
    assert taking_part.reveal(any_store, ada).mine[0].value == "reported"


def test_withdrawn_work_counts_no_more(any_store, join, handed_out):
    ada = join("Ada")
    taking_part.save(any_store, ada, TOLL)
    taking_part.submit(any_store, ada)
    taking_part.withdraw(any_store, ada)
    room = instructing.room(any_store, handed_out.key)
    assert room.works[0].withdrawn
    assert room.counting() == ()
    taking_part.take_up_again(any_store, ada)
    assert len(instructing.room(any_store, handed_out.key).counting()) == 1


def test_late_work_is_marked_late(any_store, join, handed_out):
    instructing.set_days(any_store, handed_out.key, due="2020-01-31", retain_until="2999-01-01")
    ada = join("Ada")
    taking_part.save(any_store, ada, TOLL)
    made = taking_part.submit(any_store, ada)
    assert made == Submission(1, made.at, True, (dataclasses.replace(TOLL, revision=1),))


def test_a_written_answer_over_its_limit_is_kept_but_not_handed_in(any_store, join):
    ada = join("Ada")
    kept = taking_part.save(any_store, ada, Answer("questions", "q1", "one two three four five six"))
    with pytest.raises(Refused, match="6 words, 5 at most"):
        taking_part.submit(any_store, ada)
    taking_part.save(any_store, ada, dataclasses.replace(kept, value="one two three"))
    assert taking_part.submit(any_store, ada).number == 1


def test_a_name_is_taken_once_whatever_its_spelling(any_store, join):
    join("Ada 7")
    with pytest.raises(Refused, match="taken"):
        join(" ada\u200b  ７")
    with pytest.raises(Refused, match="1 to 40"):
        join("\u200b ")


def test_a_closed_assignment_takes_in_nothing(any_store, join, handed_out):
    ada = join("Ada")
    instructing.set_open(any_store, handed_out.key, False)
    with pytest.raises(Refused, match="closed"):
        taking_part.save(any_store, ada, TOLL)
    with pytest.raises(Refused, match="closed"):
        join("Ben")


def test_work_can_be_taken_along_as_a_file(any_store, join, assignment):
    ada = join("Ada")
    taking_part.save(any_store, ada, TOLL)
    text = files.write_hand_in(taking_part.hand_in_file(any_store, ada))
    assert files.read_hand_in(text, assignment).answers == (TOLL,)

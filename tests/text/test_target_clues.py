import pytest

from analysis import lexicons
from analysis.text import target_clues


def clues(sentence, target, valences=()):
    """The clues around `target`; valences: (word, valence) pairs."""
    at = sentence.index(target)
    scored = {sentence.index(word): valence for word, valence in valences}
    line = target_clues.read(sentence, 0, len(sentence), scored)
    return target_clues.find(line, at, at + len(target))


def test_target_and_other_names_are_masked():
    found = clues("Orla Venn said that Tomas Reyl had lied to the council.", "Tomas Reyl")
    assert "TARGET" in found["word"]
    assert not {"orla", "venn", "tomas", "reyl"} & {word.lower() for word in found["word"]}
    assert "NAME said" in found["pair"]


def test_a_function_word_that_opens_the_sentence_is_no_name():
    assert "but TARGET" in clues("But Reyl stayed in the harbour.", "Reyl")["pair"]


def test_a_headline_in_title_case_keeps_its_words():
    assert "TARGET praiz" in clues("Reyl Praised For Brilliant Harbour Plan", "Reyl")["pair"]


def test_words_near_the_target_know_their_side():
    found = clues("The council of the old town blamed Reyl for the delay.", "Reyl")
    assert "-blam" in found["near"]
    assert "+delay" in found["near"]
    assert "-council" not in found["near"]
    assert "-council" in found["far"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council blamed Reyl.", "blame object"),
        ("Reyl was blamed for the delay.", "blame passive"),
        ("Reyl was praised by the council.", "praise passive"),
        ("The wall was praised by Reyl.", "praise by"),
        ("Reyl never lied to us.", "not wrong"),
        ("Reyl is a brave man.", "merit behind 2-4"),
    ],
)
def test_a_word_of_the_list_tells_what_the_target_is_to_it(sentence, expected):
    assert expected in clues(sentence, "Reyl")["role"]


def test_valences_are_summed_on_both_sides_of_the_target():
    found = clues("The awful storm hit Reyl in a splendid boat.", "Reyl", [("awful", -2.0), ("splendid", 2.8)])
    assert {"before bad 1", "behind good 2", "all mixed"} <= set(found["tone"])


def test_a_sentence_without_scored_words_says_so():
    assert "nothing scored" in clues("Reyl went home.", "Reyl")["tone"]


def test_the_words_of_a_clue_can_be_shown():
    sentence = "The council blamed Reyl for the delay."
    line = target_clues.read(sentence, 0, len(sentence), {})
    assert [sentence[a:b] for a, b in target_clues.words_of(line, "role", "blame object")] == ["blamed"]
    assert [sentence[a:b] for a, b in target_clues.words_of(line, "near", "+delay")] == ["delay"]


def test_every_row_of_the_list_has_one_meaning():
    terms = [row["term"] for row in lexicons.rows("lexicons/actor_tone.csv") if row["class"] in target_clues.ROLES]
    assert len(terms) == len(set(terms))
    assert {row["source"] for row in lexicons.rows("lexicons/actor_tone.csv")} == {"ours"}

import pytest

from analysis import lexicons
from analysis.measures import loaded_words
from analysis.model import Article

ROWS = lexicons.rows("lexicons/loaded_words.csv")


def spans(body):
    return [(body[span.start : span.end], span.kind) for span in loaded_words.find(Article(id="a", body=body))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister slammed the plan.", ("slammed", "verb of conflict")),
        ("He doubled down on the wall.", ("doubled down", "verb of conflict")),
        ("The speech fueled fears of war.", ("fueled", "verb of conflict")),
        ("The regime fell.", ("regime", "label for people")),
        ("A mouthpiece of the party said so.", ("mouthpiece", "label for people")),
        ("They fear a flood of migrants.", ("flood of migrants", "metaphor")),
        ("The crackdown went on.", ("crackdown", "metaphor")),
        ("A massive crowd came.", ("massive", "intensifier")),
        ("The brutal rule ended.", ("brutal", "evaluative")),
        ("The strike brought chaos.", ("chaos", "evaluative")),
        ("Collateral damage was feared.", ("Collateral damage", "euphemism")),
    ],
)
def test_a_loaded_word_has_its_class(text, expected):
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The car slammed into a wall.",
        "The blast killed two.",
        "The tax regime is new.",
        "She underwent radical surgery and radical change.",
        "A flash flood of water hit the town.",
        "The terrorist attack was in May.",
        "The historic building burnt.",
        "She is an officer of the Radical Party.",
        "“The regime is brutal,” she said.",
        "They burn oil to fuel the ship.",
        "The so-called reform failed.",
    ],
)
def test_other_senses_names_and_quotations_are_left_out(text):
    assert spans(text) == []


def test_there_is_no_rate_and_no_score():
    result = loaded_words.score(Article(id="a", body="The brutal regime slammed the massive crowd in chaos."))
    assert all(value.unit == "words or phrases" for value in result.values)


def test_the_note_gives_the_plainer_word():
    (span,) = loaded_words.find(Article(id="a", body="The regime fell."))
    assert span.note.startswith("plainer: government;")


def test_words_in_a_reported_statement_are_told_apart():
    result = loaded_words.score(Article(id="a", body="The regime fell. Ann Vale said that the crackdown was brutal."))
    found = {value.part: value.number for value in result.values}
    assert (found["in own words"], found["in reported statement"], found["words to look at"]) == (1, 2, 3)


def test_the_list_is_long_and_every_row_has_an_alternative_and_a_reason():
    assert len(ROWS) >= 250
    for row in ROWS:
        assert row["class"] in loaded_words.CLASSES, row["term"]
        assert row["neutral"] and row["note"], row["term"]
        assert row["source"].startswith("ours"), row["term"]


def test_a_verb_of_saying_that_is_loaded_has_one_plainer_word_in_both_lists():
    saying = {row["term"]: row["alternative"] for row in lexicons.rows("lexicons/attribution_verbs.csv")}
    for row in ROWS:
        if row["class"] == "verb of conflict" and row["term"] in saying:
            plainer = {"said": "say"}.get(saying[row["term"]], saying[row["term"]])
            assert row["neutral"].startswith(plainer[:6]), row["term"]

from analysis import lexicons
from analysis.text import quoted_span_clues
from tests.timing import assert_linear

LEDE = "The council met on Tuesday.\n\n"


def clues(sentence):
    """The clues of the first span."""
    return quoted_span_clues.find(LEDE + sentence)[0]


def test_a_word_of_doubt_counts_only_just_before():
    assert "doubt_before" in clues("They built the so-called “improvement” in May.")
    assert "doubt_before" not in clues("The alleged thief of the boats was building an “improvement” in May.")


def test_a_named_measure_is_not_doubted():
    assert "doubt_before" not in clues("The so-called “HW 7” plan passed.")


def test_a_word_for_words_beside_names_a_term():
    assert "named_as_words" in clues("She avoided the word “demolition” all evening.")
    assert "named_as_words" in clues("The “demolition” label stuck.")
    assert "named_as_words" not in clues("In a word she called it “demolition” all evening.")


def test_a_nickname_stands_inside_a_name():
    assert "inside_a_name" in clues("The boats belong to Tomas “Heron” Reyl and his sons.")


def test_headlines_capitalise_everything():
    headline = "Harbour Wall Is ‘Harbour Lights’ Again\n\nThe council met."
    assert not quoted_span_clues.find(headline)[0] & quoted_span_clues.CAPITALS


def test_quoted_words_in_a_row_share_what_stands_before_the_first():
    found = quoted_span_clues.find(LEDE + "She called the plan “vague,” “late” and “dear” in May.")
    assert all("judging_before" in names for names in found)
    assert len(found) == 3


def test_code_and_nested_spans_are_not_attributed():
    nested = clues("“We were told that the ‘improvement’ would take two years at most,” the mayor said.")
    assert "place_nested" in nested
    assert not any(name.startswith("attributed") for name in nested)


def test_every_clue_is_explained():
    body = (
        LEDE + "She called the “gift” a term. "
        '<embed id="7"> “We won,” he said. The ‘X’ of “Harbour Lights” meant, a “no” vote.'
    )
    explained = lexicons.terms("quoted_spans")
    assert all(name in explained for names in quoted_span_clues.find(body) for name in names)


def test_many_spans_in_one_sentence_take_linear_time():
    assert_linear(quoted_span_clues.find, '"1" ' * 10_000)

import pytest

from analysis.text import words


def split(text, *where):
    return [text[start:end] for start, end in words.find(text, *where)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall fell.", ["The", "wall", "fell"]),
        ("the mayor’s 3.5-metre wall", ["the", "mayor’s", "3.5-metre", "wall"]),
        ("1,000 people – nobody else", ["1,000", "people", "nobody", "else"]),
        ("“Yes,” she said", ["Yes", "she", "said"]),
        ("😀 …", []),
        ("", []),
    ],
)
def test_words_keep_their_inner_marks(text, expected):
    assert split(text) == expected
    assert words.count(text) == len(expected)


def test_part_of_a_text_gives_the_words_of_that_part():
    text = "The old wall fell down"
    assert split(text, 4, 12) == ["old", "wall"]
    assert split(text, 4, 5) == ["o"]
    assert split(text, 3, 4) == []


def test_a_word_that_an_edge_cuts_counts_with_what_is_inside():
    text = "no’breakthrough’ here"
    start = text.index("b")
    assert split(text, start, start + len("breakthrough")) == ["breakthrough"]


def test_the_words_have_the_texts_of_their_places():
    text = "Reyl’s pier, 3.5 m long, isn't safe."
    assert words.texts(text) == tuple(text[start:end] for start, end in words.find(text))


def test_the_words_of_a_stretch_are_counted_by_where_they_begin():
    text = "one two three four"
    assert words.between(text, 4, 14) == (1, 3)

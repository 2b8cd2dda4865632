import pandas as pd

from analysis.charts import verb_classes

NAMES = {"a": "The Post", "b": "The Wire"}
COUNTS = pd.DataFrame(
    [
        ("a", "Uphill", "neutral", 6),
        ("a", "Uphill", "doubting", 2),
        ("a", "Downhill", "neutral", 0),
        ("a", "Downhill", "doubting", 0),
        ("b", "Uphill", "neutral", 0),
        ("b", "Downhill", "doubting", 1),
        ("b", "Downhill", "neutral", 3),
    ],
    columns=["article", "side", "verb_class", "n"],
)


def rows(figure):
    axis = figure.layout.yaxis
    lines = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    return [lines[line] for line in sorted(lines)]


def test_the_classes_of_every_side_stand_below_it_in_the_order_of_the_table():
    figure = verb_classes.figure(COUNTS, NAMES)
    assert rows(figure) == ["<b>Uphill</b>", "neutral", "doubting", "<b>Downhill</b>", "neutral", "doubting"]


def test_every_count_is_printed_in_the_column_of_its_article_and_zeros_are_not_drawn():
    post, wire = verb_classes.figure(COUNTS, NAMES).data
    assert list(post.text) == ["6", "2"]
    assert sorted(wire.text) == ["1", "3"]
    assert "The Post: doubting verbs of saying for Uphill, 2×" in post.hovertext


def test_an_empty_table_says_that_none_was_found():
    figure = verb_classes.figure(COUNTS.head(0), NAMES)
    assert any("none found" in note.text.replace("<br>", " ") for note in figure.layout.annotations)

import pandas as pd
import pytest

from analysis import tables
from analysis.charts import side_balance, theme

SIDES = ("North", "South")
NAMES = {"a": "The Lantern", "b": "The Anchor"}
ROWS = [
    ("a", "South", "Bo Stern", 30, 3),
    ("a", "North", "Ann Lund", 60, 4),
    ("a", "North", "Cy Dahl", 5, 1),
    ("a", "on no side", "Cleo Marsh", 5, 1),
    ("b", "North", "Ann Lund", 12, 2),
]


@pytest.fixture
def drawn():
    return side_balance.figure(pd.DataFrame(ROWS, columns=list(tables.SIDES)), NAMES, SIDES)


def bars(figure):
    return [trace for trace in figure.data if trace.type == "bar" and trace.x[0] is not None]


def test_the_bar_of_an_article_adds_up_to_all_that_is_attributed(drawn):
    assert sum(trace.x[0] for trace in bars(drawn) if trace.y[0] == 0) == pytest.approx(1)


def test_the_sides_keep_the_order_of_the_list_and_the_rest_comes_last(drawn):
    groups = [trace.legendgroup for trace in bars(drawn)]
    assert groups == ["North", "North", "South", "on no side"]


def test_a_small_article_has_its_counts_in_words(drawn):
    (remark,) = [trace for trace in drawn.data if trace.type == "scatter"]
    assert remark.y[0] == 1
    assert remark.text[0] == "too few attributions for shares: North 2"


def test_a_name_stands_inside_where_it_fits_and_in_the_hover_text_always(drawn):
    lund, dahl = bars(drawn)[:2]
    assert lund.text[0] == "Ann Lund"
    assert dahl.text[0] == ""
    assert "Cy Dahl<br>North<br>5 words in 1 attribution" in dahl.hovertext[0]


def test_every_side_is_in_the_legend_heard_or_not():
    empty = pd.DataFrame([], columns=list(tables.SIDES))
    figure = side_balance.figure(empty, NAMES, SIDES)
    assert [trace.name for trace in figure.data if trace.showlegend] == ["North", "South"]
    assert [trace.text[0] for trace in figure.data if trace.type == "scatter"] == ["no attributions"] * 2


def test_no_side_has_a_colour_of_an_article():
    assert not {*side_balance.COLOURS, side_balance.NO_SIDE} & set(theme.COLOURS)


def test_no_side_is_red_or_blue():
    for colour in side_balance.COLOURS:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert not (red > 1.6 * green and red > 1.6 * blue)
        assert not (blue > 1.6 * red and blue > 1.6 * green)


def test_twelve_sides_differ_in_colour_or_pattern():
    many = [f"side {number}" for number in range(12)]
    looks = {(mark["color"], mark["pattern"]["shape"]) for mark in (side_balance.marker(side, many) for side in many)}
    assert len(looks) == 12


def test_the_legend_names_sides_and_nothing_else():
    figure = side_balance.figure(pd.DataFrame(ROWS[:1], columns=list(tables.SIDES)), NAMES, SIDES)
    named = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert set(named) <= {*SIDES, "on no side"}

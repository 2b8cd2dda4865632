import pandas as pd
import pytest

from analysis.charts import floor, theme
from tests.charts.test_theme import contrast

COLUMNS = ["article", "voice", "kind", "start", "end", "words", "text"]
NAMES = {"a": "The Post", "b": "The Wire"}


def table(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


FLOOR = table(
    ("a", "Ann Vale", "direct", 0.10, 0.30, 40, "We waited for nine years and nobody came to mend the wall at all"),
    ("a", "Bo Storm", "indirect", 0.50, 0.60, 20, "the wall was never his"),
    ("b", "Ann Vale", "mixed", 0.00, 0.05, 10, "a gift"),
)


def drawn(figure):
    """(voice number and name, is reported) -> [(row, from, to)], blocks only."""
    return {
        (trace.name, bool(trace.marker.pattern.shape)): [
            (y, round(base, 6), round(base + x, 6)) for y, base, x in zip(trace.y, trace.base, trace.x, strict=True)
        ]
        for trace in figure.data
        if trace.type == "bar" and trace.base is not None
    }


def test_a_block_stands_where_the_words_stand():
    blocks = drawn(floor.figure(FLOOR, NAMES))
    assert blocks["1 Ann Vale", False] == [(0, 10.0, 30.0), (1, 0.0, 5.0)]
    assert blocks["2 Bo Storm", True] == [(0, 50.0, 60.0)]


def test_one_speaker_has_one_colour_in_all_articles_and_both_kinds():
    figure = floor.figure(FLOOR, NAMES)
    colours = {
        trace.marker.pattern.fgcolor or trace.marker.color for trace in figure.data if trace.legendgroup == "Ann Vale"
    }
    assert len(colours) == 1


def test_reported_words_carry_the_number_of_their_speaker_in_letters_that_can_be_read():
    blocks = next(trace for trace in floor.figure(FLOOR, NAMES).data if trace.name == "2 Bo Storm" and len(trace.x))
    assert list(blocks.text) == ["2"]
    assert contrast(blocks.textfont.color, blocks.marker.color) >= 7


def test_reported_words_are_hatched_and_quoted_words_solid():
    figure = floor.figure(FLOOR, NAMES)
    shapes = {bool(len(trace.x)): trace.marker.pattern.shape for trace in figure.data if trace.name == "2 Bo Storm"}
    assert shapes[True] == floor.HATCH["shape"]
    hatches = {trace.marker.pattern.shape for trace in figure.data if trace.name == "1 Ann Vale"}
    assert hatches == {None, floor.HATCH["shape"]}


def test_a_seventh_speaker_is_grey_and_has_no_name_in_the_legend():
    rows = [("a", f"Voice {i}", "direct", i / 10, i / 10 + 0.05, 50 - i, "words") for i in range(8)]
    figure = floor.figure(table(*rows), NAMES)
    legend = [trace.name for trace in figure.data if trace.showlegend is not False]
    assert [name for name in legend if name and "Voice" in name] == [f"{i + 1} Voice {i}" for i in range(6)]
    grey = [trace for trace in figure.data if trace.name == floor.OTHERS and len(trace.x)]
    assert len(grey[0].x) == 2
    assert grey[0].marker.color == theme.GREY


def test_words_without_a_speaker_are_grey():
    figure = floor.figure(table(("a", "", "direct", 0.1, 0.2, 5, "so they say")), NAMES)
    assert drawn(figure)[floor.OTHERS, False] == [(0, 10.0, 20.0)]


def test_the_hover_text_gives_the_speaker_and_the_first_words_as_plain_text():
    rows = table(("a", "<b>Ann</b>", "direct", 0.1, 0.2, 5, "one two three"))
    (text,) = next(trace for trace in floor.figure(rows, NAMES).data if trace.base and len(trace.x)).hovertext
    assert text.startswith("&lt;b&gt;Ann&lt;/b&gt;, in quotation marks, 5 words")
    assert "one two three" in text


@pytest.mark.parametrize("rows", [(), FLOOR.head(1).itertuples(index=False)])
def test_an_article_without_quotations_keeps_its_pale_ribbon_and_gets_a_remark(rows):
    figure = floor.figure(table(*rows), NAMES)
    assert list(figure.data[0].x) == [100.0, 100.0]
    assert any("no words of others" in trace.text[0] for trace in figure.data if trace.type == "scatter")
    assert list(figure.layout.yaxis.ticktext) == ["The Post", "The Wire"]


def test_every_speaker_with_a_colour_stands_in_the_legend_once_with_blocks_of_his_own():
    shown = [trace for trace in floor.figure(FLOOR, NAMES).data if trace.showlegend and len(trace.x)]
    own = sorted((trace for trace in shown if trace.legendgroup), key=lambda trace: trace.legendrank)
    assert [trace.name for trace in own] == ["1 Ann Vale", "2 Bo Storm"]

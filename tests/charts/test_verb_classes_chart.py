import pandas as pd

from analysis.charts import verb_classes
from analysis.measures import attribution_verbs

NAMES = {"a": "The Post", "b": "The Wire"}
COUNTS = pd.DataFrame(
    [("a", "Uphill", "neutral", 6), ("a", "Uphill", "doubting", 2), ("a", "Downhill", "neutral", 1)],
    columns=["article", "side", "verb_class", "n"],
)


def test_every_article_has_a_row_for_each_side_that_it_gives_a_verb():
    figure = verb_classes.figure(COUNTS, NAMES)
    assert list(figure.layout.yaxis.ticktext) == ["The Post · Uphill", "The Post · Downhill", "The Wire"]


def test_the_segments_of_a_row_add_up_to_its_verbs_and_carry_their_class():
    figure = verb_classes.figure(COUNTS, NAMES)
    first = [trace for trace in figure.data if trace.type == "bar" and trace.y[0] == 0]
    assert sum(trace.x[0] for trace in first) == 8
    assert [trace.text[0] for trace in first] == ["neutral 6", "doubting 2"]


def test_an_article_without_verbs_gets_a_remark_and_no_bar():
    figure = verb_classes.figure(COUNTS, NAMES)
    assert {trace.text[0] for trace in figure.data if trace.type == "scatter"} == {"no verbs of saying"}
    assert not [trace for trace in figure.data if trace.type == "bar" and trace.y[0] >= 2]


def test_an_empty_table_draws_a_remark_for_every_article():
    figure = verb_classes.figure(COUNTS.head(0), NAMES)
    assert list(figure.layout.yaxis.ticktext) == ["The Post", "The Wire"]
    assert len(figure.data) == 2


def test_the_classes_are_those_of_the_measure():
    assert tuple(verb_classes.CLASSES) == attribution_verbs.CLASSES

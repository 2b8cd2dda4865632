import pandas as pd
import pytest

from analysis import tables
from analysis.charts import acts, grid, labels

NAMES = {"a": "The Post", "b": "The Wire"}
CELLS = pd.DataFrame(
    [
        ("Vale", "Mrs. Vale", "a", 3, "three times"),
        ("Vale", "the spy", "b", 1, "once"),
        ("war", "invasion", "a", 2, "twice"),
    ],
    columns=["group", "row", "article", "n", "hover"],
)


def many(articles, row="label"):
    names = {str(number): f"Outlet {number}" for number in range(articles)}
    rows = [("Vale", f"{row} {number}", str(number), 1, "once") for number in range(articles)]
    return grid.figure(pd.DataFrame(rows, columns=list(CELLS.columns)), names, "labels")


def words(figure):
    return [*figure.layout.yaxis.ticktext, *(note.text for note in figure.layout.annotations)]


def test_every_article_has_one_column_with_its_counts():
    figure = grid.figure(CELLS, NAMES, "labels")
    assert list(figure.layout.xaxis.ticktext) == ["The Post", "The Wire"]
    assert [list(trace.text) for trace in figure.data] == [["3", "2"], ["1"]]
    assert [set(trace.x) for trace in figure.data] == [{0}, {1}]


def test_rows_stand_below_the_heading_of_their_group():
    figure = grid.figure(CELLS, NAMES, "labels")
    lines = dict(zip(figure.layout.yaxis.ticktext, figure.layout.yaxis.tickvals, strict=True))
    order = ["<b>Vale</b>", "Mrs. Vale", "the spy", "<b>war</b>", "invasion"]
    assert sorted(lines, key=lines.get) == order
    assert list(figure.data[0].y) == [lines["Mrs. Vale"], lines["invasion"]]


def test_rows_beyond_the_limit_are_told():
    figure = grid.figure(CELLS, NAMES, "labels", most=1)
    assert any("2 rows more in its data" in text.replace("<br>", " ") for text in words(figure))
    assert sum(len(trace.x) for trace in figure.data) == 1


def test_a_group_whose_only_row_bears_its_name_is_one_line():
    figure = grid.figure(CELLS.replace({"row": {"invasion": "war"}}), NAMES, "labels")
    assert sorted(figure.layout.yaxis.ticktext) == ["<b>Vale</b>", "<b>war</b>", "Mrs. Vale", "the spy"]


def test_a_row_below_a_heading_of_its_name_is_no_second_heading():
    figure = grid.figure(CELLS.replace({"row": {"the spy": "Vale"}}), NAMES, "labels")
    assert sorted(figure.layout.yaxis.ticktext) == ["<b>Vale</b>", "<b>war</b>", "Mrs. Vale", "Vale", "invasion"]


def test_a_group_without_a_name_has_no_heading():
    figure = grid.figure(CELLS.assign(group=""), NAMES, "labels")
    assert sorted(figure.layout.yaxis.ticktext) == ["Mrs. Vale", "invasion", "the spy"]


def test_the_line_below_the_dots_is_cut_into_lines_that_fit_a_phone():
    (foot,) = grid.figure(CELLS, NAMES, "a title that is longer than a phone has room for", most=1).layout.annotations
    assert all(len(line) <= grid.FOOT for line in foot.text.split("<br>"))


def test_upright_names_on_a_phone_leave_the_rows_their_room():
    figure = grid.figure(CELLS.head(1), NAMES, "labels")
    names, rows, foot = 130, 2, 1
    assert figure.layout.height - names - figure.layout.margin.b >= grid.SMALL * (rows + foot)


def test_nothing_found_is_told_and_no_row_is_drawn():
    figure = grid.figure(CELLS.head(0), NAMES, "labels")
    assert any("none found" in text for text in words(figure))


@pytest.mark.parametrize(("articles", "row", "beside"), [(6, "x" * 40, True), (7, "x" * 40, False), (11, "no", True)])
def test_words_stand_beside_the_dots_where_a_phone_has_room_for_both_and_else_above(articles, row, beside):
    figure = many(articles, row)
    assert figure.layout.yaxis.showticklabels == beside
    assert len(figure.layout.annotations) == (1 if beside else 2 + articles)
    assert len(figure.data) == articles


def test_one_line_above_the_dots_takes_less_room_than_two():
    one, two = (many(12, "x " * length).layout.height for length in (12, 40))
    assert one < 0.8 * two


def test_markup_in_a_label_is_literal():
    cells = CELLS.assign(row="<b>x</b>")
    assert "&lt;b&gt;x&lt;/b&gt;" in words(grid.figure(cells, NAMES, "labels"))


def test_the_tables_of_a_case_are_drawn(case_articles):
    names = tables.names(case_articles)
    for chart, table in ((labels, tables.labels(case_articles)), (acts, tables.acts(case_articles))):
        figure = chart.figure(table, names)
        assert sum(len(trace.x) for trace in figure.data) > 0


def test_every_row_of_the_tables_counts_its_places(case_articles):
    assert (tables.labels(case_articles)["n"] > 0).all()
    assert (tables.acts(case_articles)["n"] > 0).all()

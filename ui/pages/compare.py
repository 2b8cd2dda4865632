"""Scores side by side: the table, then one measure at a time with its chart, its accuracy and its limits."""

import streamlit as st

from analysis import lexicons, measures, tables
from analysis.charts import theme
from analysis.model import Article
from ui.cache import scores
from ui.state import view, widgets
from ui.widgets import choice, evidence, measure_panel, score_table


def show_why(articles: tuple[Article, ...], names: dict[str, str], asked: score_table.Asked) -> None:
    """Open the evidence behind the pressed cell."""
    position = [article.id for article in articles].index(asked.article)
    rows = lexicons.rows("overview.csv")
    evidence.show(
        articles[position],
        scores.results(articles[position])[asked.measure],
        next(row for row in rows if (row["measure"], row["part"]) == (asked.measure, asked.part)),
        measures.notes(asked.measure),
        name=names[asked.article],
        colour=theme.colour(position),
    )


def pick_measure() -> str:
    """The measure to look at closely; the address bar keeps it."""
    titles = {measure: measures.notes(measure)["Title"] for measure in measures.MEASURES}
    st.pills(
        "Look closely at",
        list(titles),
        default=widgets.follow("measure_pills", view.measure(tuple(titles))),
        format_func=titles.__getitem__,
        required=True,
        key="measure_pills",
        on_change=lambda: view.look_at(st.session_state["measure_pills"]),
    )
    return view.measure(tuple(titles))


st.title("How was it framed?")
articles = choice.show()
if articles:
    names = tables.names(articles)
    groups, automatic = score_table.measure_groups(), scores.automatic(articles)
    with st.container(key="overview"):
        asked = score_table.show(scores.table(articles), names, groups, key="scores", automatic=automatic)
    if asked:
        show_why(articles, names, asked)
    measure_panel.show(pick_measure(), articles)

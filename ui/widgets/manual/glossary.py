"""Terms of the field with an example from the articles on screen."""

from collections.abc import Sequence

import streamlit as st

from analysis import lexicons, tables
from analysis.charts import theme
from analysis.lexicons import Row
from analysis.model import Article
from ui.cache import scores
from ui.literal import in_html
from ui.state import classroom, view
from ui.widgets import choice, reader

NONE = "none found in these articles"


def show() -> None:
    """The terms, searched, each with the first example of the chosen articles."""
    articles = choice.show()
    wanted = (
        st.text_input("Search the glossary", key="search_glossary", placeholder="scare, interval …").strip().lower()
    )
    rows = lexicons.rows("glossary.csv")
    found = [row for row in rows if wanted in f"{row['term']} {row['definition']}".lower()]
    st.text(f"{len(found)} of {len(rows)} terms.")
    names = tables.names(articles)
    st.html("".join(_entry(row, articles, names) for row in sorted(found, key=lambda row: row["term"])))


def link(measure: str) -> None:
    """A link to the glossary, where a measure or comparison uses terms of it."""
    terms = [row["term"] for row in lexicons.rows("glossary.csv") if row["measure"] == measure]
    if terms:
        asked = classroom.address_without_keys() | {view.PART: ["glossary"]}
        st.page_link("ui/pages/methods.py", label=f"Glossary: {', '.join(terms)}", query_params=asked)


def _entry(row: Row, articles: Sequence[Article], names: dict[str, str]) -> str:
    example = _example(row, articles, names) if row["example_measure"] else ""
    return (
        f'<div class="px-term"><p><b>{in_html(row["term"])}</b> {in_html(row["definition"])} '
        f"<small>({in_html(row['source'])})</small></p>{example}</div>"
    )


def _example(row: Row, articles: Sequence[Article], names: dict[str, str]) -> str:
    """The first such passage of the articles, with its outlet."""
    measure, kind = row["example_measure"], row["example_kind"]
    for position, article in enumerate(articles):
        for span in scores.results(article)[measure].spans:
            if kind in ("", span.kind):
                who = f'<p class="px-who" style="--article:{theme.colour(position)}">{in_html(names[article.id])}</p>'
                return who + reader.passage(article, span, measure)
    return f'<p class="px-note">Example: {NONE}.</p>'

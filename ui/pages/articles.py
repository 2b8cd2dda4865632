"""Add articles, and check what was read and what was set aside."""

from textwrap import shorten

import streamlit as st

from analysis import comparison, tables
from analysis.comparison import duplicates
from analysis.model import Article
from ui import literal
from ui.cache import comparison as compared
from ui.cache import scores
from ui.state import blind, events
from ui.widgets import add_articles, check_article, choice, references

AT_ONCE = 20  # articles on one sheet


def show_duplicates(articles: tuple[Article, ...]) -> None:
    """Which articles are one text, each with the way out."""
    names, found = tables.names(articles), compared.doubled(articles)
    for one in found[:AT_ONCE]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{duplicates.sentence(one, names)} Keep both to compare where it stood, or:")
            label = f"Take out “{literal.in_markdown(shorten(names[one.second], 40, placeholder=' …'))}”"
            st.button(label, key=f"double_{one.first}_{one.second}", on_click=events.remove, args=(one.second,))
    if len(found) > AT_ONCE:
        st.text(f"{len(found) - AT_ONCE} more are the same text as another one.")


def show_read(articles: tuple[Article, ...]) -> None:
    """Every article, a sheet at a time."""
    sheets = -(-len(articles) // AT_ONCE)
    sheet = st.pagination(sheets, key=f"articles_{sheets}") if sheets > 1 else 1
    drafts = events.here().drafts
    for number in range((sheet - 1) * AT_ONCE, min(sheet * AT_ONCE, len(articles))):
        check_article.show(drafts[number], articles[number])


st.title("Articles")
choice.show(several=False)
st.header("Add articles")
add_articles.show()
references.show()
articles = tuple(scores.article(draft) for draft in events.here().drafts)
if blind.is_on():
    st.info("You are reading blind. Headline, outlet, date and what was set aside stand here once you reveal them.")
elif articles:
    st.header(f"What was read: {len(articles)}")
    show_duplicates(articles)
    for sentence in comparison.left_out(articles):
        st.text(f"{sentence} The outlet is rated all the same. Wrong? Set the language below.")
    show_read(articles)

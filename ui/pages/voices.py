"""Whose words: who holds the floor, the sides and how the articles share it out over them."""

import streamlit as st

from analysis import tables
from analysis.charts import theme
from analysis.comparison import side_balance
from analysis.comparison.sides import Sides
from analysis.model import Article, Result
from ui import cache, literal
from ui.widgets import choice, evidence, side_editor
from ui.widgets.chart import show_chart

KEPT = ["article", "part", "value", "low", "high", "unit", "n", "missing"]


def show_balance(articles: tuple[Article, ...], placed: Sides) -> None:
    """Shares by side, the indices with their intervals, and the difference where two articles are compared."""
    by = st.segmented_control("Counted by", ["words", "attributions"], default="words", required=True, key="by")
    indirect = st.toggle("With reported speech (no quotation marks)", key="indirect")
    show_chart(cache.side_figure(articles, placed, indirect, by), "Share of each side, speakers inside", key="sides")
    st.html(f'<p class="px-note">{literal.in_html(side_balance.note())}</p>')
    results = cache.balance(articles, placed, indirect, by)
    table = tables.scores(articles, results.values()).replace({"article": tables.names(articles)})
    st.markdown("**Shares and indices, with 95 % intervals.** Choose a row to see the words it was counted from.")
    chosen = st.dataframe(
        table[KEPT], hide_index=True, on_select="rerun", selection_mode="single-row", key="balance_rows"
    )
    for row in chosen["selection"]["rows"]:
        show_why(articles, results, table.iloc[row]["part"], row)
    if len(articles) == 2:
        for found in side_balance.difference(*articles, placed.sides, placed.assignment, indirect, by):
            st.text(f"{found.part}: {found.missing or found.wording}")
        st.html(f'<p class="px-note">{literal.in_html(side_balance.note("shares_test"))}</p>')
    else:
        st.caption("Choose exactly two articles above to test whether chance alone could part them as far.")


def show_why(articles: tuple[Article, ...], results: dict[str, Result], part: str, row: int) -> None:
    """Open the words behind one row of the table of balance."""
    owners = [article for article in articles for _ in results[article.id].values or (None,)]
    article = owners[row]
    colour = theme.colour(articles.index(article))
    name = tables.names(articles)[article.id]
    evidence.show(article, results[article.id], part, name=name, title=part, colour=colour)


def show_voices(articles: tuple[Article, ...]) -> None:
    """Which names are one voice, and why; and who is heard only through somebody else."""
    names = tables.names(articles)
    across, within, relayed = (
        table.replace({"article": names}) for table in (tables.voices(articles), *cache.joined(articles))
    )
    st.text("The same voice in several articles, with the reason for each joining.")
    st.dataframe(across, hide_index=True)
    with st.expander("Inside each article: every name, title and pronoun that was joined, and why"):
        st.dataframe(within, hide_index=True)
    st.subheader("Heard only through others")
    if relayed.empty:
        st.text("Nobody is quoted inside somebody else’s words.")
    else:
        st.text("Their words count for the voice that tells them.")
        st.dataframe(relayed, hide_index=True)


st.title("Whose words?")
articles = choice.show()
if articles:
    st.subheader("Who holds the floor")
    show_chart(cache.floor_figure(articles), "Who speaks where, from first to last line", key="floor")
    st.subheader("Sides")
    placed = side_editor.show(cache.suggested_sides(articles))
    if placed.sides:
        show_balance(articles, placed)
        st.subheader("Verbs of saying, by side")
        show_chart(cache.verb_figure(articles, placed), "Classes of verbs of saying by article and side", key="verbs")
    st.subheader("One voice, several names")
    show_voices(articles)

"""How the articles share the floor out over the sides: shares, indices with their intervals, and a test of two."""

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.comparison import side_balance
from analysis.comparison.sides import Sides
from analysis.model import Article
from ui import literal
from ui.cache import sides
from ui.widgets import accuracy, evidence, score_table
from ui.widgets.chart import show_chart

SHARE = "share: "
EFFECTIVE = "effective sides"  # the one index without an upper end
WORDS, ATTRIBUTIONS = "words", "attributions"
OF_ATTRIBUTIONS = "Simpson’s D"  # the one index that words have none of
EVENNESS = "How even the shares are: 0 one side has all, 1 all the same (concentration: the other way round)"


def show(articles: tuple[Article, ...], placed: Sides) -> None:
    """Shares by side, the indices with their intervals, and the difference where two articles are compared."""
    by = st.segmented_control("Counted by", [WORDS, ATTRIBUTIONS], default=WORDS, required=True, key="by")
    indirect = st.toggle("With reported speech (no quotation marks)", key="indirect")
    show_chart(sides.shares(articles, placed, indirect, by), "Share of each side, speakers inside", key="sides")
    st.html(f'<p class="px-note">{literal.in_html(side_balance.note())}</p>')
    results = sides.balance(articles, placed, indirect, by)
    names = tables.names(articles)
    table, automatic = tables.scores(articles, results.values()), sides.automatic(articles, placed, indirect, by)
    groups = _rows(placed, by)
    asked = score_table.show(table, names, groups, key="balance", automatic=automatic)
    if asked:
        article = next(article for article in articles if article.id == asked.article)
        colour = theme.colour(articles.index(article))
        notes = comparison.notes(asked.measure)
        row = next(row for _, rows in groups for row in rows if row["part"] == asked.part)
        evidence.show(article, results[article.id], row, notes, name=names[article.id], colour=colour)
    if len(articles) == 2:
        for found in side_balance.difference(*articles, placed.sides, placed.assignment, indirect, by):
            taken_of = f"; n = {found.n_first} and {found.n_second} attributions on a side"
            st.text(f"{found.part}: {found.missing or found.wording + taken_of}")
        st.html(f'<p class="px-note">{literal.in_html(side_balance.note("shares_test"))}</p>')
    else:
        st.caption("Choose exactly two articles above to test whether chance alone could part them as far.")
    accuracy.show("side_balance")


def _rows(placed: Sides, by: str) -> list[tuple[str, list[dict[str, str]]]]:
    """The rows of the table of balance: a share for each side, then the indices that are defined for this count."""
    plain = {"measure": "side_balance", "signed": "no", "scale_low": "0", "scale_high": "1", "n_of": by}
    names = [*(side.name for side in placed.sides), side_balance.NO_SIDE]
    shares = [plain | {"part": f"{SHARE}{name}", "title": name, "decimals": "0"} for name in names]
    indices = [
        plain
        | {"part": name, "title": name, "decimals": "2", "n_of": f"{by} on a side"}
        | {"scale_high": "1.0" if name != EFFECTIVE else ""}
        for name in side_balance.INDICES
        if by == ATTRIBUTIONS or name != OF_ATTRIBUTIONS
    ]
    return [("Share of each side", shares), (EVENNESS, indices)]

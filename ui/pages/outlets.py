"""Who publishes: accountability with its band, the chain of sources, and one panel per outlet."""

import streamlit as st

from analysis import lexicons, outlets, tables
from analysis.charts import theme
from analysis.outlets import sharing
from ui import literal
from ui.cache import scores
from ui.state import blind, events, publishers
from ui.widgets import choice, outlet_editor, outlet_panel, reader
from ui.widgets.chart import show_chart
from ui.widgets.reader import Layer

STATE = frozenset({"independence"})
MEASURE = "outlet_credibility"


def note(name: str) -> None:
    """A sentence of data/notes.csv."""
    text = next(row["text"] for row in lexicons.rows("notes.csv") if row["name"] == name)
    st.html(f'<p class="px-note">{literal.in_html(text)}</p>')


st.title("Who publishes?")
articles = choice.show()
if blind.is_on():
    st.info("You are reading blind. What is known of the outlets stands here once you reveal them.")
elif articles:
    names = tables.names(articles)
    colours = {article.id: theme.colour(position) for position, article in enumerate(articles)}
    st.header("Accountability")
    left_out = st.toggle("Leave the relation to the state out of the score", key="without_state")
    without = STATE if left_out else frozenset()
    records = {article.id: outlets.describe(article, without) for article in articles}
    alt = "Accountability of each publisher: the band that unknown answers leave open, and the point"
    show_chart(scores.credibility(articles, without), alt, key="accountability")
    note("accountability")
    note("pc1")
    st.header("From whom the words come")
    outlet_panel.show_chain([(names[one.id], colours[one.id], records[one.id]) for one in articles])
    st.header("One outlet at a time")
    picked = st.selectbox("Article", list(names), format_func=lambda name: names[name], key="outlet_article")
    article = next((one for one in articles if one.id == picked), articles[0])
    rated = publishers.ratings_of(sharing.outlet_key(records[article.id].name))
    outlet_panel.show(article, records[article.id], rated, scores.results(article)["article_sourcing"])
    with st.expander("The words that name outlets, in the text", key="chain_words", on_change="rerun") as words:
        if words.open:
            layer = Layer(MEASURE, scores.results(article)[MEASURE].spans, named=True)
            st.html(reader.text(article, [layer], name=names[article.id], colour=colours[article.id]))
    outlet_editor.show(events.draft(article.id), article, records[article.id])
    st.header("Outlets and ratings of your own")
    outlet_editor.show_sharing()

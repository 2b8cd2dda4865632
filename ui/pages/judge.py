"""Judge first: read an article with nothing marked, answer, and see the count afterwards."""

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.comparison import judgements
from ui import literal
from ui.cache import comparison as compared
from ui.cache import sides
from ui.state import blind, edits
from ui.widgets import choice, download, judgement_form, reader, side_editor

st.title("Your judgement first")
articles = choice.show()
if articles:
    names = tables.names(articles)
    notes = comparison.notes("judgements")
    st.html(f'<p class="px-lede">{literal.in_html(notes["Read as"])}</p>')
    if not blind.is_on():
        st.info("The outlets are on screen. Switch on “Hide the outlets” above to judge the words alone.")
    placed = side_editor.current(sides.suggested(articles))
    tones = {result.article_id: result for result in compared.tones(articles)}
    actors = dict.fromkeys(
        label for result in tones.values() for value in result.values for label in value.labels or ()
    )
    picked = st.selectbox("Article", list(names), format_func=names.__getitem__, key="judge_article")
    article = next((one for one in articles if one.id == picked), articles[0])
    text, form = st.columns([3, 2], gap="large")
    with text.container(height=460):
        colour = theme.colour(articles.index(article))
        st.html(reader.text(article, [], name=names[article.id], colour=colour))
    with form:
        judgement_form.show(article, [side.name for side in placed.sides], list(actors))
    st.header("Your judgements, and the count")
    balance = sides.balance(articles, placed, True, "words")
    found = judgement_form.as_shown(judgements.compare(articles, edits.judgements(), balance, tones))
    judgement_form.show_beside(found, names)
    download.table("Download the judgements (CSV)", tables.judged(articles, found), "judgements.csv")
    st.html(f'<p class="px-note"><b>What it misses:</b> {literal.in_html(notes["Misses"])}</p>')

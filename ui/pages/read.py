"""The articles side by side in full, with layers of highlights; a press on one tells its rule and corrects it."""

import streamlit as st

from analysis import comparison, tables
from analysis.charts import theme
from analysis.comparison.sides import Sides
from analysis.measures.quoted_voices import NOBODY
from analysis.model import Article
from ui import layers, literal
from ui.cache import reading, scores, sides
from ui.cache.reading import Asked
from ui.widgets import choice, correction_form, layer_picker, mark_form, rules, side_editor, text_columns
from ui.widgets.text_columns import Clicked, Column

HOW = (
    "Press a highlight to see which rule fired, and to correct it; select words to mark what was missed. By keyboard: "
    "Tab into a text, ← and → from highlight to highlight, Enter."
)


def show_place(
    articles: tuple[Article, ...], clicked: Clicked, on: tuple[str, ...], asked: Asked, placed: Sides
) -> None:
    """Tell what was found at the place that was pressed, or ask what the selected words are."""
    article = next(article for article in articles if article.id == clicked.column)
    hits = reading.hits(articles, on, asked, clicked)
    if clicked.selected:
        quotations = scores.results(article)[layers.QUOTATIONS].spans
        voices = dict.fromkeys(one.label for one in quotations if one.label != NOBODY)
        mark_form.show(article, clicked.start, clicked.end, list(voices))
    elif hits:
        rules.show(article, hits, placed, asked, name=tables.names(articles)[article.id])


def show_corrections(articles: tuple[Article, ...], names: dict[str, str]) -> None:
    """The way to correct without a mouse: the forms of each article."""
    for article in articles:
        title = f"Not right? Correct it · {literal.in_markdown(names[article.id])}"
        with st.expander(title, key=f"correct_{article.id}", on_change="rerun") as section:
            if section.open:
                found = scores.results(article)
                correction_form.show(article, found[layers.QUOTATIONS].spans, found["scare_quotes"].spans)


st.title("Read side by side")
articles = choice.show()
if articles:
    names, compared = tables.names(articles), comparison.english(articles)
    for sentence in comparison.left_out(articles):
        st.text(sentence)
    on = layer_picker.shown()
    asked = layer_picker.asked(compared, on)
    target = layer_picker.target(reading.found(asked))
    placed = side_editor.current(sides.suggested(compared))
    if empty := reading.nothing_in(articles, on, asked):
        st.html(f'<p class="px-note"><b>Nothing to highlight in these articles:</b> {", ".join(empty)}.</p>')
    st.html(f'<p class="px-note">{HOW}</p>')
    texts = reading.texts(articles, on, placed, asked, target)
    columns = [
        Column(article.id, names[article.id], reading.facts(article), theme.colour(position), text)
        for position, (article, text) in enumerate(zip(articles, texts, strict=True))
    ]
    clicked = text_columns.text_columns(
        columns, target=target, legend=layers.legend(on, layers.side_looks(placed)), offer="Mark as …", key="texts"
    )
    if clicked:
        show_place(articles, clicked, on, asked, placed)
    else:  # the forms that open over the text cannot stand below it at the same time
        show_corrections(articles, names)

"""The passages that a finding rests on, article by article."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.charts import theme
from analysis.model import Article, Span
from ui.literal import in_html
from ui.widgets import reader

MOST = 8  # passages of one article shown at once
LONGEST = 160  # characters of a claim in a list


def show(
    articles: Sequence[Article],
    names: Mapping[str, str],
    spans: Mapping[str, Sequence[Span]],
    style: str,
    otherwise: str = "",
) -> None:
    """`spans` (article id -> spans) in their sentences; `otherwise`: what to say of an article that has none."""
    parts = []
    for position, article in enumerate(articles):
        own = spans.get(article.id, ())
        if not own and not otherwise:
            continue
        head = f'<p class="px-who" style="--article:{theme.colour(position)}">{in_html(names[article.id])}</p>'
        found = "".join(reader.passage(article, span, style) for span in own[:MOST])
        more = f'<p class="px-note">and {len(own) - MOST} more</p>' if len(own) > MOST else ""
        parts.append(f"{head}{found}{more}" if own else f'{head}<p class="px-note">{in_html(otherwise)}</p>')
    if parts:
        st.html("".join(parts))


def short(text: str) -> str:
    """`text` cut to the length of a line in a list."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def note(text: str) -> None:
    """A sentence under a figure."""
    st.html(f'<p class="px-note">{in_html(text)}</p>')


def read_as(notes: Mapping[str, str]) -> None:
    """How to read a finding, and what it misses."""
    st.html(f'<p class="px-lede"><b>Read as:</b> {in_html(notes["Read as"])}</p>')
    st.html(f'<p class="px-note"><b>What it misses:</b> {in_html(notes["Misses"])}</p>')

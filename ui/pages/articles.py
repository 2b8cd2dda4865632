"""Add articles, and check what was read and what was set aside."""

from dataclasses import replace

import streamlit as st

from analysis import reading
from analysis.model import Article
from analysis.workspace import Draft
from ui import literal
from ui.cache import scores
from ui.state import edits, events
from ui.widgets import add_articles, choice

LINE = 110  # characters of a line that was set aside, shown on its tick box


def check(draft: Draft, article: Article) -> None:
    """What was found in one article, and the lines set aside, each of which can be put back."""
    name = article.outlet or "Publisher unknown"
    with st.expander(literal.in_markdown(f"{name}: {article.headline or 'no headline found'}")):
        found = {
            "Headline": article.headline,
            "Outlet": article.outlet,
            "Byline": article.byline,
            "Dateline": article.dateline,
            "Credit": article.credit,
            "Date": article.published,
            "Address": article.url,
        }
        st.table({"found": {key: value or "not found" for key, value in found.items()}})
        for note in reading.problems(article):
            st.caption(literal.in_markdown(note))
        cuts = scores.article(replace(draft, keep=frozenset())).removed  # what was put back stays in the list
        if cuts:
            st.markdown("**Set aside, not scored.** Tick a line to put it back.")
        for position, cut in enumerate(cuts):
            st.checkbox(
                literal.in_markdown(f"{cut.text[:LINE]} ({cut.reason})"),
                value=cut.line in draft.keep,
                key=f"cut_{draft.id}_{position}",
                on_change=edits.put_back,  # not below: whoever leaves the page at once must not lose the tick
                args=(draft.id, cut.line),
            )
        if st.button("Take this article out", key=f"remove_{draft.id}"):
            events.remove(draft.id)
            st.rerun()


st.title("Articles")
choice.show(several=False)
st.subheader("What was read")
for draft in events.here().drafts:
    check(draft, scores.article(draft))
st.subheader("Add articles")
add_articles.show()

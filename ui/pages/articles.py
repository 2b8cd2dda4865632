"""Add articles, and check what was read and what was set aside."""

from dataclasses import replace

import streamlit as st

from analysis.errors import ParallaxError
from analysis.model import Article
from analysis.workspace import Draft
from ui import cache, literal, state
from ui.widgets import choice

LINE = 110  # characters of a line that was set aside, shown on its tick box


def take(drafts: list[Draft]) -> None:
    """Add the drafts that can be read; name each that cannot, and why."""
    good = []
    for draft in drafts:
        try:
            cache.article(draft)
            good.append(draft)
        except ParallaxError as error:
            st.error(literal.in_markdown(str(error)))
    if good:
        state.add(good)
        st.rerun()


def paste() -> None:
    """The form for one pasted article."""
    fresh = len(state.event().drafts)  # a new form once an article was taken; otherwise the typed text stays
    with st.form(f"paste_{fresh}", border=False, enter_to_submit=False):
        text = st.text_area("Text of the article", height=220, placeholder="Headline first, then the text.")
        outlet = st.text_input("Outlet, if you know it")
        url = st.text_input("Address (URL), if you have it")
        published = st.text_input("Date of publication", placeholder="2026-03-14")
        if st.form_submit_button("Add this article", type="primary"):
            name = state.free_id(literal.slug(outlet or text[:60]))
            take([Draft(name, text, state.event().id, outlet=outlet, url=url, published=published)])


def upload() -> None:
    """Text files, one article each."""
    files = st.file_uploader("Text files, one article each", type=["txt"], accept_multiple_files=True)
    if files and st.button("Add these files", type="primary"):
        take(
            [
                Draft(state.free_id(literal.slug(file.name.removesuffix(".txt"))), file.getvalue(), state.event().id)
                for file in files
            ]
        )


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
        for note in article.notes:
            st.caption(literal.in_markdown(note))
        cuts = cache.article(replace(draft, keep=frozenset())).removed  # what was put back stays in the list
        if cuts:
            st.markdown("**Set aside, not scored.** Tick a line to put it back.")
        for position, cut in enumerate(cuts):
            st.checkbox(
                literal.in_markdown(f"{cut.text[:LINE]} ({cut.reason})"),
                value=cut.line in draft.keep,
                key=f"cut_{draft.id}_{position}",
                on_change=state.put_back,  # not below: whoever leaves the page at once must not lose the tick
                args=(draft.id, cut.line),
            )
        if st.button("Take this article out", key=f"remove_{draft.id}"):
            state.remove(draft.id)
            st.rerun()


st.title("Articles")
choice.show(several=False)
st.subheader("What was read")
for draft in state.event().drafts:
    check(draft, cache.article(draft))
st.subheader("Add articles")
by_paste, by_file = st.tabs(["Paste", "Upload"])
with by_paste:
    paste()
with by_file:
    upload()

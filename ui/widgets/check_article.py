"""Checking one article: what was found, typed or is missing, what was cut and why. Everything can be changed."""

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from analysis import lexicons, outlets
from analysis.errors import UnreadableInput
from analysis.model import Article, Removed
from analysis.workspace import FIELDS, Draft
from ui import literal
from ui.cache import scores
from ui.state import adding, edits, events
from ui.state.adding import Told

LINE = 110  # characters of a line that was set aside, shown on its tick box
AT_ONCE = 40  # lines that were set aside, on one sheet
TITLES = {
    "title": "Headline",
    "outlet": "Outlet",
    "published": "Date",
    "byline": "Byline",
    "url": "Address",
    "language": "Language",
}


def show(draft: Draft, article: Article) -> None:
    """One article, closed until it is asked for; the line that stays visible names what is missing."""
    missing = [TITLES[field].lower() for field in TITLES if _state(draft, article, field) == "not found"]
    name = outlets.name(article) or "Publisher unknown"
    told = literal.in_markdown(f"{name}: {article.headline or 'no headline'}")
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"{told} :gray[– not found: {', '.join(missing)}]" if missing else told)
        # Not in the label: an expander with another label is another one, and closes while a person types in it.
        with st.expander("Check and change", key=f"check_{draft.id}", on_change="rerun", type="compact") as section:
            if section.open:
                _show_open(draft, article)


def _show_open(draft: Draft, article: Article) -> None:
    for note in scores.problems(article):
        st.caption(literal.in_markdown(note))
    _show_fields(draft, article)
    _show_text(draft)
    _show_cuts(draft)
    with st.container(horizontal=True):
        if draft.typed:
            st.button("Back to what was found", key=f"found_{draft.id}", on_click=edits.as_found, args=(draft.id,))
        st.button("Take this article out", key=f"remove_{draft.id}", on_click=events.remove, args=(draft.id,))


def _state(draft: Draft, article: Article, field: str) -> str:
    """Where the value of a field comes from."""
    if field in dict(draft.typed):
        return "typed"
    if getattr(article, FIELDS[field]):
        return "found"
    return "told by the address" if field == "outlet" and outlets.name(article) else "not found"


def _show_fields(draft: Draft, article: Article) -> None:
    """A box for each field with its value and where that comes from."""
    _show_field(draft, article, "title")
    with st.grid(columns="auto", min_column_width=220):
        for field in TITLES:
            if field != "title":
                _show_field(draft, article, field)
    beside = {"Dateline": article.dateline, "Credit": article.credit}
    if told := " ".join(f"{title}: {value}." for title, value in beside.items() if value):
        st.caption(literal.in_markdown(told))


def _show_field(draft: Draft, article: Article, field: str) -> None:
    key, value = f"{field}_{draft.id}", getattr(article, FIELDS[field])
    label, where = f"{TITLES[field]} ({_state(draft, article, field)})", (draft.id, field, key)
    _put(key, value)
    if field == "language":
        codes = ["", *sorted(_languages(), key=_languages().__getitem__)]
        shown = codes if value in codes else [*codes, value]
        st.selectbox(label, shown, format_func=_language, key=key, on_change=_retype, args=where)
    else:
        known = outlets.name(article) if field == "outlet" else None
        st.text_input(label, key=key, on_change=_retype, args=where, placeholder=known)


def _put(key: str, value: object) -> None:
    """Put `value` into a box where it holds another one: what is put in replaces what a person is typing there."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _retype(article: str, field: str, key: str) -> None:
    """Put what was typed into the box in place of what was found."""
    try:
        edits.retype(article, field, st.session_state[key])
    except UnreadableInput as error:
        adding.tell(Told(problems=(f"{error} The text was left as it was.",)))


def _show_text(draft: Draft) -> None:
    """The text before clean-up, in a box."""
    if not st.toggle("Change the text", key=f"rewrite_{draft.id}"):
        return
    key = f"text_{draft.id}_{hash(draft.text)}"
    st.text_area("Text before clean-up", draft.text, height=320, key=key)
    st.button("Read this text", key=f"read_{draft.id}", on_click=_retype, args=(draft.id, "text", key), type="primary")


def _show_cuts(draft: Draft) -> None:
    """The lines that were set aside with their reasons; each can be put back."""
    cuts = scores.article(replace(draft, keep=frozenset())).removed  # what was put back stays in the list
    if not cuts:
        return
    st.markdown(f"**Set aside, not scored: {len(cuts)}.** Tick a line to put it back.")
    sheets = -(-len(cuts) // AT_ONCE)
    sheet = st.pagination(sheets, key=f"cuts_{draft.id}") if sheets > 1 else 1
    for position, cut in _sheet(cuts, sheet):
        label = literal.in_markdown(f"{cut.text[:LINE]} ({cut.reason})")
        if not cut.line:
            st.caption(label)  # no line of the text
            continue
        key = f"cut_{draft.id}_{position}"
        _put(key, cut.line in draft.keep)
        st.checkbox(label, key=key, on_change=edits.put_back, args=(draft.id, cut.line))


def _sheet(cuts: tuple[Removed, ...], sheet: int) -> Iterator[tuple[int, Removed]]:
    start = (sheet - 1) * AT_ONCE
    yield from enumerate(cuts[start : start + AT_ONCE], start=start)


def _languages() -> dict[str, str]:
    """Names of languages by code."""
    return {row["code"]: row["name"] for row in lexicons.rows("languages.csv")}


def _language(code: str) -> str:
    return _languages().get(code, code) or "not known"

"""Adding articles: pasted, as files of many kinds, or from their addresses. One result line for everything tried."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from analysis import fetching, reading
from analysis.errors import ParallaxError
from analysis.fetching import Visits
from analysis.ingest import files, pasted
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from analysis.workspace import Draft
from ui import literal
from ui.cache import scores
from ui.state import events

KINDS = ["txt", "md", "html", "htm", "mhtml", "mht", "pdf", "docx", "rtf", "csv", "tsv", "xlsx", "jsonl", "json", "xml"]
KINDS += ["rss", "atom", "bib", "ris", "zip", "gz"]
PAGES = 100  # pages that one session may fetch
VISITS = "visits"  # session: what was fetched, and how often
TOLD = "told"  # session: what came of the last adding, shown after the page is drawn anew


def show() -> None:
    """The three ways in, and what came of the last one."""
    for problem in st.session_state.pop(TOLD, ()):
        st.error(literal.in_markdown(problem))
    by_paste, by_file, by_address = st.tabs(["Paste", "Upload", "From the web"])
    with by_paste:
        _paste()
    with by_file:
        _upload()
    with by_address:
        _fetch()


def _take(found: Iterable[Batch]) -> None:
    """Add what can be read; name what cannot, and what is only referred to."""
    drafts: list[Draft] = []
    problems: list[str] = []
    for batch in found:
        for manuscript in batch.manuscripts:
            draft = _draft(manuscript, drafts)
            try:
                scores.article(draft)
                drafts.append(draft)
            except ParallaxError as error:
                problems.append(f"{manuscript.source or manuscript.id}: {error}")
        problems += [str(problem) for problem in batch.problems]
        problems += [
            f"Only a reference, no text: {one.title or one.url}. Fetch its address, or paste the text."
            for one in batch.references
        ]
    st.session_state[TOLD] = problems
    if drafts:
        events.add(drafts)
    st.rerun()


def _draft(manuscript: Manuscript, others: list[Draft]) -> Draft:
    """A draft with an id that is free in the event on screen and among `others`."""
    wish = literal.slug(manuscript.id if manuscript.id != "pasted" else manuscript.outlet or manuscript.text[:60])
    name = events.free_id(wish, {draft.id for draft in others})
    return Draft(name, replace(manuscript, id=name, event=events.here().id))


def _paste() -> None:
    """The form for pasted articles, several at once if lines of dashes part them."""
    fresh = len(events.here().drafts)  # a new form once an article was taken; otherwise the typed text stays
    with st.form(f"paste_{fresh}", border=False, enter_to_submit=False):
        text = st.text_area(
            "Text of the article",
            height=220,
            placeholder="Headline first, then the text. Several articles: a line of dashes between them.",
        )
        outlet = st.text_input("Outlet, if you know it")
        url = st.text_input("Address (URL), if you have it")
        published = st.text_input("Date of publication", placeholder="2026-03-14")
        if st.form_submit_button("Add this article", type="primary"):
            typed = {"outlet": outlet, "url": url, "published": published}
            batch = pasted.read(text, typed={key: value for key, value in typed.items() if value.strip()})
            if batch.manuscripts or batch.references:
                _take([batch])
            for problem in batch.problems:
                st.error(literal.in_markdown(str(problem)))


def _upload() -> None:
    """Files of many kinds; archives and exports may hold many articles."""
    uploaded = st.file_uploader(
        "Files: text, saved web pages, PDF, Word, tables, database exports, feeds, references, archives of these",
        type=KINDS,
        accept_multiple_files=True,
    )
    if uploaded and st.button("Add these files", type="primary"):
        with st.status("Reading …"):
            found = [files.read(file.name, file.getvalue()) for file in uploaded]
        _take(found)


def _fetch() -> None:
    """Addresses, one a line; each is asked for at the person's request and nothing else leaves the machine."""
    if not fetching.is_on():
        st.info("Fetching pages is switched off on this machine. Save the page in your browser and upload the file.")
        return
    addresses = st.text_area("Addresses of articles, one a line", height=120, placeholder="https://", key="addresses")
    st.caption(
        "The pages are asked for from this machine. Where a site wants a password, a payment or a click on cookies, "
        "save the page in your browser and upload it."
    )
    wanted = [line.strip() for line in addresses.splitlines() if line.strip()]
    if wanted and st.button("Fetch", type="primary"):
        visits = st.session_state.setdefault(VISITS, Visits(limit=PAGES))
        found = []
        with st.status(f"Fetching {len(wanted)} …", expanded=True) as status:
            for address, batch in reading.read_urls(wanted, visits):
                found.append(batch)
                read = ", ".join(one.title or address for one in batch.manuscripts) or "; ".join(
                    map(str, batch.problems)
                )
                status.write(literal.in_markdown(f"{address}: {'; '.join(read)}"))
        _take(found)

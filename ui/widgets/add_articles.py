"""Adding articles: pasted, as files of many kinds, or from their addresses. One result line for everything tried."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import streamlit as st

from analysis import fetching, reading, tables, workspace
from analysis.errors import UnreadableInput
from analysis.ingest import files, pasted
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from analysis.workspace import Draft
from ui import literal
from ui.cache import comparison, scores
from ui.state import adding, blind, events
from ui.state.adding import ADDRESSES, PASTED, Told

KINDS = ["txt", "md", "html", "htm", "mhtml", "mht", "pdf", "docx", "rtf", "csv", "tsv", "xlsx", "jsonl", "json", "xml"]
KINDS += ["rss", "atom", "bib", "ris", "zip", "gz"]


def show() -> None:
    """The three ways in, and what came of the last one."""
    by_paste, by_file, by_address = st.tabs(["Paste", "Upload", "From the web"])
    with by_paste:
        _show_paste()
    with by_file:
        _show_upload()
    with by_address:
        _show_fetch()
    show_told()


def show_told() -> None:
    """One line for everything that was tried last."""
    told = adding.told()
    for lines, box in ((told.problems, st.error), (told.notes, st.warning), (told.added, st.success)):
        if lines:
            box("\n".join(f"- {literal.in_markdown(line)}" for line in lines))
    if told != Told():
        st.button("Hide these lines", on_click=adding.tell, args=(Told(),), type="tertiary")


def take(found: Iterable[tuple[Batch, dict[str, str]]]) -> Told:
    """Add what can be read, keep what is only referred to, and tell what became of each.

    found: each batch with what a person typed for its only article.
    """
    drafts: list[Draft] = []
    references: list[Manuscript] = []
    problems: list[str] = []
    for batch, typed in found:
        problems += map(str, batch.problems)
        references += batch.references
        for manuscript in batch.manuscripts:
            draft = workspace.with_typed(_draft(manuscript, drafts), typed)
            try:
                scores.article(draft)
                drafts.append(draft)
            except UnreadableInput as error:
                problems.append(f"{_source(manuscript)}: {error}")
    events.add(drafts, references)
    notes = [f"“{one.title or one.url}”: only the reference is known. Fetch its text below." for one in references]
    return Told(tuple(_lines(drafts)), tuple(notes), tuple(problems))


def _lines(drafts: Sequence[Draft]) -> Iterator[str]:
    """A line for each article that was added, with what came twice."""
    here = tuple(scores.article(draft) for draft in events.here().drafts)
    doubled = {one.second: one for one in comparison.doubled(here)}
    names = tables.names(here)
    for draft in drafts:
        article = scores.article(draft)
        what = article.headline or " ".join(article.body.split()[:8])
        twin = None if blind.is_on() else doubled.get(draft.id)
        again = f"; it is {twin.kind} as “{names[twin.first]}”: see below" if twin else ""
        yield f"{_source(draft.manuscript)}: “{what}” was added{again}."


def _source(manuscript: Manuscript) -> str:
    return manuscript.source or "Pasted"


def _draft(manuscript: Manuscript, others: Sequence[Draft]) -> Draft:
    """A draft with an id that is free in the event on screen and among `others`."""
    wish = literal.slug(manuscript.id if manuscript.id != "pasted" else manuscript.outlet or manuscript.text[:60])
    name = events.free_id(wish, {draft.id for draft in others})
    return Draft(name, replace(manuscript, id=name, event=events.here().id))


def _show_paste() -> None:
    """Boxes for pasted articles, several at once if lines of dashes part them. What is typed stays until taken."""
    st.text_area(
        "Text of the article",
        height=220,
        placeholder="Headline first, then the text. Several articles: a line of dashes between them.",
        key=PASTED["text"],
        persist_state="session",
    )
    with st.grid(columns="auto", min_column_width=240):
        st.text_input("Outlet, if you know it", key=PASTED["outlet"], persist_state="session")
        st.text_input("Address (URL), if you have it", key=PASTED["url"], persist_state="session")
        st.text_input("Date of publication", placeholder="2026-03-14", key=PASTED["published"], persist_state="session")
    st.button("Add this article", type="primary", on_click=_paste)


def _paste() -> None:
    """Take what was pasted."""
    text, *_ = values = [st.session_state.get(key, "") for key in PASTED.values()]
    typed = {field: value for field, value in zip(PASTED, values, strict=True) if field != "text" and value.strip()}
    batch = pasted.read(text)
    several = len(batch.manuscripts) > 1
    told = take([(batch, {} if several else typed)])
    if several and typed:
        note = "What you typed beside the text was not used, because it holds several articles: type it for each below."
        told = replace(told, notes=(note, *told.notes))
    if told.added or told.notes:
        adding.empty_paste_box()
    adding.tell(told)


def _show_upload() -> None:
    """Files of many kinds; archives and exports may hold many articles."""
    uploaded = st.file_uploader(
        "Files: text, saved web pages, PDF, Word, tables, database exports, feeds, references, archives of these",
        type=KINDS,
        accept_multiple_files=True,
        key=adding.upload_box(),
    )
    if uploaded:
        st.button("Add these files", type="primary", on_click=_upload)


def _upload() -> None:
    """Take the files that were uploaded."""
    uploaded = st.session_state[adding.upload_box()]
    progress = st.progress(0.0)
    found: list[tuple[Batch, dict[str, str]]] = []
    for number, file in enumerate(uploaded):
        progress.progress(number / len(uploaded), f"Reading {literal.in_markdown(file.name)} …")
        found.append((files.read(file.name, file.getvalue()), {}))
    adding.tell(take(found))
    adding.empty_upload_box()


def _show_fetch() -> None:
    """Addresses, one a line; each is asked for at the person's request and nothing else leaves the machine."""
    if not fetching.is_on():
        st.info("Fetching pages is switched off on this machine. Save the page in your browser and upload the file.")
        return
    st.text_area(
        "Addresses of articles, one a line", height=120, placeholder="https://", key=ADDRESSES, persist_state="session"
    )
    st.caption(
        "The pages are asked for from this machine. Where a site wants a password, a payment or a click on cookies, "
        "save the page in your browser and upload it."
    )
    st.button("Fetch", type="primary", on_click=_fetch)


def _fetch() -> None:
    """Fetch the addresses typed; those that gave nothing stay in the box."""
    lines = st.session_state.get(ADDRESSES, "").splitlines()
    wanted = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if not wanted:
        adding.tell(Told(problems=("Nothing to fetch yet; type the address of an article.",)))
        return
    progress = st.progress(0.0, f"Fetching {len(wanted)} …")
    found: dict[str, Batch] = {}
    for address, batch in reading.read_urls(wanted, adding.visits()):
        found[address] = batch
        progress.progress(len(found) / len(wanted), f"{len(found)} of {len(wanted)}: {literal.in_markdown(address)}")
    adding.tell(take((found[address], {}) for address in wanted))
    empty = [one for one in wanted if not found[one].manuscripts and not found[one].references]
    st.session_state[ADDRESSES] = "\n".join(empty)

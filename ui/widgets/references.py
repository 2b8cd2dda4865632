"""Articles of which only title, outlet, date and address are known: their texts are fetched when a person asks."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis import fetching, reading
from analysis.errors import UnreadableInput
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from ui import literal
from ui.state import adding, events
from ui.widgets import add_articles


def show() -> None:
    """The references of the event on screen, with what can be done about them."""
    known = events.here().references
    if not known:
        return
    st.header("Only references, no text yet")
    rows = [
        {"title": one.title, "outlet": one.outlet or one.site, "date": one.published, "address": one.url}
        for one in known
    ]
    marked = st.dataframe(rows, hide_index=True, on_select="rerun", key=f"references_{len(known)}").selection.rows
    picked = [known[row] for row in marked if row < len(known)]
    wanted, which = picked or list(known), "the marked ones" if picked else "all"
    st.caption("Mark rows to fetch or drop only these. Nothing is asked for before you press the button.")
    with st.container(horizontal=True):
        if fetching.is_on():
            st.button(f"Fetch the texts of {which} ({len(wanted)})", on_click=_fetch, args=(wanted,), type="primary")
        st.button(f"Drop {which} ({len(wanted)})", on_click=events.drop_references, args=(wanted,))


def _fetch(wanted: Sequence[Manuscript]) -> None:
    """Fetch the texts; a reference that gave none stays."""
    progress = st.progress(0.0, f"Fetching {len(wanted)} …")
    batches: list[Batch] = []
    gone: list[Manuscript] = []
    for number, (reference, found) in enumerate(reading.follow_all(wanted, adding.visits()), start=1):
        progress.progress(number / len(wanted), f"{number} of {len(wanted)}: {literal.in_markdown(reference.title)}")
        if isinstance(found, UnreadableInput):
            batches.append(Batch(problems=(found,)))
        else:
            batches.append(Batch((replace(found, source=found.url),)))
            gone.append(reference)
    events.drop_references(gone)
    adding.tell(add_articles.take((batch, {}) for batch in batches))

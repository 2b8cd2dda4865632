"""What a person changed: the automatic value, what they put in its place, and a way back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from analysis import blind as hiding
from analysis import changes, tables
from analysis.changes import Change
from analysis.charts import theme
from analysis.model import Correction
from analysis.workspace import Event
from ui.cache import changes as cached
from ui.cache import scores
from ui.literal import in_html
from ui.state import blind, edits, events

LONGEST = 160  # characters of the words of a change
WIDTH = 820  # pixels of a row at most, so that the button stands beside its words


def here() -> tuple[Change, ...]:
    """The changes in the event on screen; while outlets are hidden only corrections, which name none."""
    found = _of(events.here())
    if not blind.is_on():
        return found
    bodies = {article.id: article.body for article in scores.on_screen()}
    real = tuple(scores.article(draft) for draft in events.here().drafts)
    return tuple(
        replace(
            one,
            article=shown,
            outlet="",
            words=bodies[shown][one.start : one.end],
            automatic=hiding.covered(one.automatic, real),
            corrected=hiding.covered(one.corrected, real),
            note=hiding.covered(one.note, real),
        )
        for one in found
        if isinstance(one.origin, Correction) and (shown := blind.shown(one.article)) in bodies
    )


def show(found: Sequence[Change], key: str, names: Mapping[str, str] | None = None) -> None:
    """Each of `found` with a button that takes it back; names: of their articles, where they are of several."""
    if not found:
        st.text("Nothing yet.")
    for number, change in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center", width=WIDTH):
            st.html(_row(change, (names or {}).get(change.article, "")))
            st.button("Undo", key=f"{key}_{number}", on_click=edits.take_back, args=(change,))


def show_event() -> None:
    """All changes in the event on screen, article by article, and a file with those of every event."""
    found = here()
    if not found:
        st.text("Nothing yet in this event. Correct what was found on the pages “Read”, “Voices”, “Event”, “Outlets”.")
    names = tables.names(scores.on_screen())
    for position, (article, name) in enumerate((*names.items(), ("", "The event as a whole"))):
        if own := [one for one in found if one.article == article]:
            st.html(f'<p class="px-who" style="--article:{theme.colour(position)}">{in_html(name)}</p>')
            show(own, f"change_{article}")
    if blind.is_on():
        st.caption("A file of your corrections names the outlets: it can be downloaded once you reveal them.")
        return
    everywhere = [change for event in events.known().values() for change in _of(event)]
    st.download_button(
        "Download the corrections of all events (CSV)",
        changes.write(everywhere).encode("utf-8-sig"),  # the mark tells a spreadsheet how to read it
        "parallax-corrections.csv",
        "text/csv",
        disabled=not everywhere,
    )


def _of(event: Event) -> tuple[Change, ...]:
    side_edits, claim_edits = edits.side_edits(event.id), edits.claim_edits(event.id)
    touched = any(draft != draft.automatic for draft in event.drafts)
    if not (touched or claim_edits or side_edits != edits.NO_SIDE_EDITS):
        return ()
    return cached.listed(event, tuple(scores.article(draft) for draft in event.drafts), side_edits, claim_edits)


def _row(change: Change, article: str) -> str:
    """The subject, the words, the automatic value and what a person put in its place; `article`: its name, or ""."""
    words = " ".join(change.words.split())
    words = f"{words[:LONGEST].rstrip()}…" if len(words) > LONGEST else words
    passage = f'<div class="px-passage">“{in_html(words)}”</div>' if words else ""
    note = f"<small>{in_html(change.note)}</small>" if change.note else ""
    where = f" {changes.OF.get(change.subject, '')}{f' in {in_html(article)}' if article else ''}"
    return (
        f'<div class="px-change"><b>{in_html(change.subject)}</b>{where}{passage}'
        f"<span>automatic: {in_html(change.automatic)}</span> <span>→ yours: {in_html(change.corrected)}</span>"
        f"{note}</div>"
    )

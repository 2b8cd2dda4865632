"""The instructor's desk: the way in for the class, progress, and what the class found."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from analysis.classroom import access, exports, files, instructing, units
from analysis.classroom.instructing import Room
from analysis.classroom.records import Work
from analysis.errors import NoAccess
from ui import literal
from ui.keeping import store
from ui.state import classroom
from ui.widgets.classroom import attempt, class_view, notice, points
from ui.widgets.classroom.tables import table

IN_FULL = (
    "Everything: codings, codebook, agreement and points as CSV tables, what their columns mean, and the report. All "
    "with names; switch “Without names” on above for files to pass on."
)
PASSED_ON = "Without names: coders are numbered and nobody’s points are in it. Written answers may still name somebody."


def show(key: str) -> None:
    """The desk that this key opens."""
    try:
        room = instructing.room(store(), key)
    except NoAccess as error:
        st.error(literal.in_markdown(str(error)))
        _leave("Make an assignment")
        return
    notice()
    st.header(literal.in_markdown(room.assignment.title))
    _way_in(room)
    left, right = st.columns([1, 3], vertical_alignment="center")
    left.button("Look for new answers", key="desk_refresh", width="stretch")
    unnamed = right.toggle("Without names (for the seminar room)", key="desk_unnamed")
    names = exports.anonymous(room.works) if unnamed else {work.name: work.name for work in room.works}
    views: dict[str, Callable[[], None]] = {
        "Progress": lambda: _progress(room, names),
        "What the class found": lambda: class_view.show(room, names),
        "Points": lambda: _points(key, room, unnamed=unnamed),
        "Export and files": lambda: _exports(key, room, names if unnamed else None),
        "Settings": lambda: _settings(key, room, names),
    }
    view = st.segmented_control("View", list(views), default="Progress", key="desk_view", label_visibility="collapsed")
    views[view or "Progress"]()


def _way_in(room: Room) -> None:
    code = access.shown_code(room.code)
    link = f"{classroom.base()}/task?code={room.code}"
    st.html(f'<p class="px-note">For the class: the code <b class="px-code">{code}</b> or this link</p>')
    st.code(link, language=None, wrap_lines=True)
    with st.expander("Your own link to this desk"):
        st.text(
            "Bookmark it or put it in a safe place, and pass it to nobody. Without it nobody gets in, not even you."
        )
        st.code(f"{classroom.base()}/assign?desk={classroom.key(classroom.DESK)}", language=None, wrap_lines=True)


def _progress(room: Room, names: Mapping[str, str]) -> None:
    if not room.works:
        st.info("Nobody has joined yet.")
        return
    asked = len(units.by_id(room.assignment))
    handed_in = len(room.counting())
    st.text(f"{len(room.works)} joined, {handed_in} handed in.")
    rows = [(literal.in_html(names[work.name]), f"{work.answered} of {asked}", _state(work)) for work in room.works]
    st.html(table(("Who", "Answered", "State"), rows))


def _state(work: Work) -> str:
    told = []
    if work.submissions:
        told.append("handed in late" if work.submissions[0].is_late else "handed in")
    if len(work.submissions) > 1:
        told.append(f"{len(work.submissions)} times, the first counts")
    if work.from_file:
        told.append("as a file")
    if work.withdrawn:
        told.append("withdrawn")
    return ", ".join(told) or "at work"


def _points(key: str, room: Room, *, unnamed: bool) -> None:
    if not room.assignment.rubric:
        st.info(
            "This assignment has no rubric. Give it one in step 2 before you hand it out; then you mark by it here."
        )
    elif unnamed:
        st.info("Without names there are no points on the screen: that is for the seminar room.")
    else:
        points.give(key)


def _exports(key: str, room: Room, names: Mapping[str, str] | None) -> None:
    st.html(f'<p class="px-note">{PASSED_ON if names else IN_FULL}</p>')
    st.download_button(
        "Download everything as one ZIP",
        lambda: exports.archive(room, names),
        "assignment-results.zip",
        "application/zip",
    )
    st.download_button("Download the report to print", lambda: exports.report(room, names), "report.html", "text/html")
    st.download_button(
        "Download the assignment", lambda: files.write(room.assignment), "assignment-complete.json", "application/json"
    )
    sent = st.file_uploader(
        "Load works handed in as files", type=["json"], accept_multiple_files=True, key="desk_files"
    )
    if sent:
        loaded = [(one.name, one.getvalue()) for one in sent]
        st.button("Load these files", type="primary", on_click=_load, args=(key, loaded))


def _load(key: str, sent: list[tuple[str, bytes]]) -> None:
    taken = instructing.load_files(store(), key, sent)
    refused = " ".join(f"{name}: {reason}" for name, reason in taken.refused)
    again = f" Handed in again: {', '.join(taken.repeated)}." if taken.repeated else ""
    classroom.say("error" if refused else "success", f"New works: {taken.new}.{again} {refused}".strip())


def _settings(key: str, room: Room, names: Mapping[str, str]) -> None:
    st.toggle(
        "Take in work (off: nobody can join, answer or hand in)",
        value=room.is_open,
        key=f"desk_open_{room.is_open}",
        on_change=lambda: instructing.set_open(store(), key, not room.is_open),
    )
    with st.form("desk_days", border=False):
        due = st.date_input("Due", value=_day(room.assignment.due))
        until = st.date_input("Delete everything after", value=_day(room.assignment.retain_until))
        if st.form_submit_button("Keep these days"):
            days = (one.isoformat() if isinstance(one, date) else "" for one in (due, until))
            attempt(instructing.set_days, "The days are kept.", store(), key, *days)
            st.rerun()
    if room.works:
        _one_work(key, room, names)
    sure = st.checkbox("Delete this assignment and all works; it cannot be brought back", key="desk_sure")
    st.button("Delete the assignment", disabled=not sure, on_click=_delete, args=(key,))
    _leave("Leave this desk and make another assignment")


def _one_work(key: str, room: Room, names: Mapping[str, str]) -> None:
    shown = {work.participant: names[work.name] for work in room.works}
    who = st.selectbox("One student’s work", list(shown), format_func=shown.__getitem__, key="desk_who")
    st.download_button(
        "Download what is kept of this student (JSON)",
        lambda: instructing.export_work(store(), key, who).json,
        "person.json",
        "application/json",
    )
    sure = st.checkbox(
        "Its answers become the key, in place of any other; it leaves the class for good", key=f"desk_key_{who}"
    )
    st.button(
        "Make this work the answer key",
        disabled=not sure,
        on_click=attempt,
        args=(instructing.use_as_key, "It is the key now and no longer part of the class.", store(), key, who),
    )
    sure = st.checkbox("Delete this student’s work; it cannot be brought back", key=f"desk_delete_{who}")
    st.button(
        "Delete this work",
        disabled=not sure,
        on_click=attempt,
        args=(instructing.delete_work, "Deleted.", store(), key, who),
    )


def _delete(key: str) -> None:
    attempt(instructing.delete_assignment, "The assignment and all works are deleted.", store(), key)
    classroom.hold(classroom.DESK, "")


def _leave(label: str) -> None:
    st.button(label, on_click=classroom.hold, args=(classroom.DESK, ""))


def _day(day: str) -> date | None:
    return date.fromisoformat(day) if day else None

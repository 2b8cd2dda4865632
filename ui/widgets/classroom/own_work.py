"""A student's own work: do it, hand it in, look at the reveal, take it along, take it back, delete it."""

from datetime import date, datetime
from functools import partial

import streamlit as st

from analysis.classroom import files, privacy, taking_part
from analysis.classroom.taking_part import Handout
from analysis.errors import NoAccess
from ui import literal
from ui.keeping import store
from ui.state import classroom
from ui.widgets.classroom import attempt, coding, notice, points, reveal


def show(key: str) -> None:
    """All of it, for the student with this key."""
    try:
        handout = taking_part.handout(store(), key)
    except NoAccess as error:
        st.error(literal.in_markdown(str(error)))
        st.button("Join with a code", on_click=classroom.hold, args=(classroom.ME, ""))
        return
    st.title(literal.in_markdown(handout.assignment.title))
    told = f"You are “{handout.name}”.{_due(handout)} Bookmark this page: its address opens your work."
    st.caption(literal.in_markdown(told))
    points.show(handout)
    if handout.is_open and handout.takes_in:
        _doing(key)
    else:
        _done(key, handout)
    with st.expander("Your work and your data"):
        _data(key, handout)


@st.fragment
def _doing(key: str) -> None:
    handout = taking_part.handout(store(), key)
    if not handout.is_open:
        st.rerun()
    classroom.revisions().update({(one.task, one.unit): one.revision for one in handout.answers})
    if handout.submissions:
        st.info("You took this work up again after the reveal. What you handed in first stays the one that counts.")
    coding.show(handout, partial(coding.keep_in_store, key))
    given, asked = coding.progress(handout)
    st.progress(given / asked if asked else 0.0, text=f"{given} of {asked} answered. Every answer is kept at once.")
    sure = given == asked or st.checkbox(f"Hand in with {asked - given} left unanswered", key="hand_in_open")
    st.button(
        "Hand in",
        type="primary",
        disabled=not sure or not given,
        on_click=attempt,
        args=(taking_part.submit, "Handed in.", store(), key),
    )


def _done(key: str, handout: Handout) -> None:
    notice()
    if handout.withdrawn:
        st.info("You have withdrawn this work; it does not count in the class.")
    elif not handout.takes_in and not handout.submissions:
        st.info("This assignment is closed. Your work was not handed in.")
    for one in handout.submissions:
        late = ", after the day it was due" if one.is_late else ""
        st.text(f"Handed in {_time(one.at)}{late}{', after the reveal' if one.number > 1 else ''}.")
    if handout.submissions:
        reveal.show(handout, taking_part.reveal(store(), key))
    if handout.takes_in:
        st.button(
            "Take it up again",
            on_click=attempt,
            args=(taking_part.take_up_again, "Change what you like.", store(), key),
        )


def _data(key: str, handout: Handout) -> None:
    st.text("Your own link. It opens your work on any device; whoever has it can change the work.")
    st.code(f"{classroom.base()}/task?me={key}", language=None, wrap_lines=True)
    work = files.write_hand_in(taking_part.hand_in_file(store(), key))
    st.download_button("Download your work as a file to hand in", work, "hand-in.json", "application/json")
    st.download_button(
        "Download all that is kept of you (JSON)",
        lambda: privacy.export_own(store(), key).json,
        "my-data.json",
        "application/json",
    )
    st.download_button(
        "Download your answers (CSV)", lambda: privacy.export_own(store(), key).csv, "my-answers.csv", "text/csv"
    )
    if not handout.withdrawn:
        st.text("Withdrawn work counts no more in the class. It stays with you and can be taken up again.")
        st.button("Withdraw from the class", on_click=attempt, args=(taking_part.withdraw, "Withdrawn.", store(), key))
    sure = st.checkbox("Delete all that is kept of me here; it cannot be brought back", key="delete_me")
    st.button("Delete my work", disabled=not sure, on_click=_delete, args=(key,))


def _delete(key: str) -> None:
    attempt(privacy.delete_own, "All that was kept of you is deleted.", store(), key)
    classroom.hold(classroom.ME, "")


def _due(handout: Handout) -> str:
    day = handout.assignment.due
    if not day:
        return ""
    is_late = handout.is_open and not handout.submissions and date.today().isoformat() > day
    return f" It was due on {day}; what is handed in now is marked late." if is_late else f" Due on {day}."


def _time(at: str) -> str:
    return datetime.fromisoformat(at).strftime("on %d %B %Y at %H:%M UTC") if at else "as a file"

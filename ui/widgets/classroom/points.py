"""Points by the rubric: the instructor gives them beside the work, students read their own once they are released."""

from functools import partial

import streamlit as st

from analysis import lexicons
from analysis.classroom import instructing, points, results, units
from analysis.classroom.instructing import Room
from analysis.classroom.records import WRITTEN, Assignment, Points, Work, tasks
from analysis.classroom.results import Judged, TaskResult
from analysis.classroom.taking_part import Handout
from ui import literal
from ui.keeping import store
from ui.literal import in_html
from ui.widgets.classroom import attempt, notice
from ui.widgets.classroom.tables import label_of, table, words

RELEASED = {
    True: "Every student sees the own points; changes are seen at once.",
    False: "Students see nothing of this until you release it.",
}
WHO = "points_who"  # session: id of the work that is on


@st.fragment
def give(key: str) -> None:
    """One work after the other with its points, then those of the class."""
    room = instructing.room(store(), key)
    notice()
    works = room.counting()
    if not works:
        st.info("Nobody has handed in yet.")
        return
    _release(key, room, works)
    names = {work.participant: work.name for work in works}
    who = st.selectbox("Work of", list(names), format_func=names.__getitem__, key=WHO)
    work = next(one for one in works if one.participant == who)
    text, form = st.columns([3, 2], gap="large")
    with form:
        _form(key, room, work)
        following = works[(works.index(work) + 1) % len(works)].participant
        st.button("Next work →", on_click=_go, args=(following,), key="points_next")
    with text:
        _work(room, work)
    st.html(f"<h4>All points</h4>{_class(room, works)}")


def show(handout: Handout) -> None:
    """A student's own points."""
    rubric = handout.assignment.rubric
    if handout.points is None:
        if rubric and handout.submissions:
            st.caption("Your instructor has not released points yet.")
        return
    st.header("Your points")
    rows = [
        (f"{in_html(one.title)}<small>{in_html(one.text)}</small>", _of(given, one.points))
        for one, given in zip(rubric, handout.points.given, strict=True)
    ]
    total = _of(handout.points.total, sum(one.points for one in rubric), missing="once all are marked")
    rows.append(("Sum", f"<b>{total}</b>"))
    st.html(f'<div class="px-note">{table(("Criterion", "Points"), rows)}</div>')
    if handout.points.comment:
        st.html(f'<p class="px-asked">{in_html(handout.points.comment)}</p>')
    st.caption("Given by your instructor; nothing is computed.")


def _release(key: str, room: Room, works: tuple[Work, ...]) -> None:
    marked = sum(work.points.total is not None for work in works)
    st.text(f"{marked} of {len(works)} works are marked in full. " + RELEASED[room.points_released])
    st.button(
        "Hide the points again" if room.points_released else "Release the points to the class",
        on_click=attempt,
        args=(points.release, "", store(), key, not room.points_released),
        key="points_release",
    )


def _form(key: str, room: Room, work: Work) -> None:
    """A field for each criterion and one for the sentence.

    They begin with what the store holds and are not set again: that would undo what is being typed.
    """
    for number, one in enumerate(room.assignment.rubric):
        name = f"points_{work.participant}_{number}"
        st.number_input(
            literal.in_markdown(f"{one.title}, 0 to {one.points}{': ' if one.text else ''}{one.text}"),
            min_value=0,
            max_value=one.points,
            value=work.points.given[number],
            step=1,
            placeholder="not marked yet",
            key=name,
            on_change=partial(_give, key, work.participant, number, name),
        )
    name = f"points_{work.participant}_comment"
    st.text_area(
        "A sentence for the student (optional)",
        value=work.points.comment,
        height=90,
        max_chars=int(lexicons.threshold("longest_comment")),
        key=name,
        on_change=partial(_comment, key, work.participant, name),
    )
    st.caption(f"{_sum(room, work.points)} Kept when you leave a field. Nothing is computed from the answers.".strip())
    if work.from_file:
        st.caption("Handed in as a file: this student has no page here, so pass the points on yourself.")


def _go(participant: str) -> None:
    st.session_state[WHO] = participant


def _give(key: str, participant: str, number: int, name: str) -> None:
    attempt(points.give, "", store(), key, participant, number, st.session_state[name])


def _comment(key: str, participant: str, name: str) -> None:
    attempt(points.comment, "", store(), key, participant, st.session_state[name])


def _work(room: Room, work: Work) -> None:
    """What was handed in, with the words it is about; the key beside it where there is one."""
    number = 1
    if len(work.submissions) > 1:
        told = {
            made.number: "First, blind" if made.number == 1 else f"Again ({made.number})" for made in work.submissions
        }
        name = f"points_made_{work.participant}"
        number = st.segmented_control("Handed in", list(told), default=1, format_func=told.__getitem__, key=name) or 1
    made = work.submissions[number - 1]
    for task in room.assignment.tasks:
        _task(room.assignment, results.compare(room.assignment, {work.name: made.answers}, task))


def _task(assignment: Assignment, found: TaskResult) -> None:
    answered = sum(bool(one.given) for one in found.judged)
    title = f"{tasks()[found.task].title}: {answered} of {len(found.judged)} answered"
    with st.expander(title, expanded=found.task in WRITTEN):
        if found.task in WRITTEN:
            st.html("".join(_written(one) for one in found.judged))
            return
        labels = label_of(found.task)
        rows = [
            (words(assignment, one.unit), labels.get(next(iter(one.given), ""), "–"), labels.get(one.key, "–"))
            for one in found.judged
        ]
        st.html(table(("Words", "Answer", "Key"), rows))


def _written(one: Judged) -> str:
    answer = next(iter(one.given), "")
    limit = f" of {one.unit.words}" if one.unit.words else ""
    told = f"<small>{units.length(answer)}{limit} words</small>" if answer else "–"
    return f'<h4>{in_html(one.words)}</h4><p class="px-written">{in_html(answer)}</p>{told}'


def _class(room: Room, works: tuple[Work, ...]) -> str:
    criteria = [f"{one.title} (of {one.points})" for one in room.assignment.rubric]
    rows = []
    for work in works:
        given = (*work.points.given, work.points.total)
        rows.append((in_html(work.name), *("–" if one is None else str(one) for one in given)))
    return table(("Who", *criteria, f"Sum (of {_most(room)})"), rows)


def _sum(room: Room, given: Points) -> str:
    return "" if given.total is None else f"Sum: {given.total} of {_most(room)}."


def _most(room: Room) -> int:
    return sum(one.points for one in room.assignment.rubric)


def _of(points: int | None, most: int, missing: str = "not marked yet") -> str:
    return missing if points is None else f"{points} of {most}"

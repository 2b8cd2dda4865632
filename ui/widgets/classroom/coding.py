"""Doing an assignment: part by part, article by article; every answer is kept as it is given."""

from typing import NamedTuple

import streamlit as st

from analysis.classroom import taking_part, units
from analysis.classroom.records import CLAIMS, FRAMES, LETTERS, WRITTEN, Answer, Assignment, tasks
from analysis.classroom.taking_part import Handout
from analysis.classroom.units import Unit
from analysis.errors import OutOfDate, ParallaxError
from ui import literal
from ui.keeping import store
from ui.state import classroom
from ui.widgets import reader
from ui.widgets.classroom import asking, notice, on_text, to_the_top
from ui.widgets.classroom.asking import Given, Keep, Sheet

STEP = "coding_step"
GREY = "#7A7A7A"

VIEWS = ("On the text", "One by one")


class Step(NamedTuple):
    """One part of the work. task "" is reading, letter "" is all articles."""

    task: str
    letter: str


def show(handout: Handout, keep: Keep) -> None:
    """The part that is on; `keep` is called with every answer."""
    given = {(one.task, one.unit): one.value for one in handout.answers}
    steps = _steps(handout.assignment)
    labels = [_label(step) for step in steps]
    if STEP not in st.session_state:  # whoever comes back goes on where something is open
        first_open = next((at for at, step in enumerate(steps) if _is_open(handout.assignment, step, given)), 0)
        st.session_state[STEP] = first_open if any(given.values()) else 0
    at = st.selectbox("Part", range(len(steps)), format_func=labels.__getitem__, key=STEP)
    to_the_top(f"part {at}")  # each part begins at its beginning
    machine = {(one.task, one.unit): one.value for one in handout.machine}
    _part(Sheet(handout.assignment, given, keep, machine), steps[at])
    back, forth = st.columns(2)
    back.button("← Part before", disabled=at == 0, on_click=_go, args=(at - 1,), width="stretch", key="coding_back")
    forth.button(
        "Next part →", disabled=at + 1 == len(steps), on_click=_go, args=(at + 1,), width="stretch", key="coding_next"
    )


def progress(handout: Handout) -> tuple[int, int]:
    """(answers given, answers asked for)."""
    given = sum(bool(one.value) for one in handout.answers)
    return given, len(units.by_id(handout.assignment))


def keep_in_store(key: str, task: str, unit: str, value: str) -> None:
    """Keep an answer in the store; where it was changed elsewhere, show that one."""
    known = classroom.revisions()
    try:
        kept = taking_part.save(store(), key, Answer(task, unit, value, known.get((task, unit), 0)))
    except OutOfDate as error:
        known[task, unit] = error.revision
        classroom.say("error", str(error))
    except ParallaxError as error:
        classroom.say("error", str(error))
    else:
        known[task, unit] = kept.revision


def _go(at: int) -> None:
    st.session_state[STEP] = at


def _steps(assignment: Assignment) -> list[Step]:
    found = [Step("", "")]
    for task in assignment.tasks:
        letters = dict.fromkeys(unit.letter for unit in units.find(assignment, task))
        found += [Step(task, letter) for letter in letters]
    return found


def _units(assignment: Assignment, step: Step) -> list[Unit]:
    return [unit for unit in units.find(assignment, step.task) if unit.letter == step.letter]


def _is_open(assignment: Assignment, step: Step, given: Given) -> bool:
    return any(not given.get((step.task, unit.id)) for unit in _units(assignment, step))


def _label(step: Step) -> str:
    """What a part is called; it never changes, because a list whose names change forgets what was chosen."""
    where = f", article {step.letter}" if step.letter else ""
    return f"{tasks()[step.task].title}{where}" if step.task else "Read first"


def _part(sheet: Sheet, step: Step) -> None:
    notice()
    if not step.task:
        _reading(sheet.assignment)
        return
    task = tasks()[step.task]
    st.header(task.title)
    st.html(f'<p class="px-lede">{literal.in_html(task.ask)}</p>')
    if task.codes:
        with st.expander("What the answers mean"):
            st.html(
                "".join(f"<p><b>{literal.in_html(c.label)}</b>: {literal.in_html(c.meaning)}.</p>" for c in task.codes)
            )
    asked = _units(sheet.assignment, step)
    st.caption(
        f"{sum(bool(sheet.given.get((unit.task, unit.id))) for unit in asked)} of {len(asked)} in this part answered"
    )
    if step.task in (CLAIMS, FRAMES) or step.task in WRITTEN:
        text, form = st.columns(2, gap="large")
        with text.container(key="frame_text"):
            _texts(sheet.assignment, step.letter)
    else:
        view = st.segmented_control("View", VIEWS, default=VIEWS[0], key="coding_view", label_visibility="collapsed")
        if view != VIEWS[1]:
            on_text.show(sheet, asked)
            return
        form = st.container()
    with form:
        for unit in asked:
            asking.show(sheet, unit)


def _reading(assignment: Assignment) -> None:
    st.html(f'<p class="px-lede">{literal.in_html(assignment.instructions)}</p>')
    if assignment.sides:
        st.text(f"Sides that may speak: {'; '.join(assignment.sides)}.")
    if assignment.rubric:
        lines = [f"{one.title}, {one.points} points{': ' if one.text else ''}{one.text}" for one in assignment.rubric]
        st.text("\n".join(["Your instructor marks by hand:", *lines]))
    _texts(assignment, "")


def _texts(assignment: Assignment, letter: str) -> None:
    """One article, or all of them in tabs."""
    letters = [letter] if letter else list(LETTERS[: len(assignment.articles)])
    places = [st.container()] if letter else st.tabs([f"Article {one}" for one in letters])
    for one, place in zip(letters, places, strict=True):
        article = assignment.articles[LETTERS.index(one)]
        with place:
            if article.outlet:
                st.caption(literal.in_markdown(article.outlet))
            if article.body:
                st.html(reader.text(article, (), name=f"Article {one}", colour=GREY))
            elif article.url.startswith(("http://", "https://")):
                st.link_button(f"Read article {one} at its outlet", article.url)


@st.fragment
def preview(assignment: Assignment) -> None:
    """The assignment as a student gets it; answers stay in this session and go nowhere."""
    tried = classroom.tried()
    given = tuple(Answer(task, unit, value) for (task, unit), value in tried.items())
    show(
        Handout(assignment, "Preview", given, (), True, True, ""),
        lambda task, unit, value: tried.update({(task, unit): value}),
    )

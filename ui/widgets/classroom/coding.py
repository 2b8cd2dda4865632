"""Doing an assignment: part by part, article by article; every answer is kept as it is given."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import streamlit as st

from analysis.classroom import marks, taking_part, units
from analysis.classroom.records import CLAIMS, FRAMES, LETTERS, QUOTATIONS, SPANS, WRITTEN, Answer, Assignment, tasks
from analysis.classroom.taking_part import Handout
from analysis.classroom.units import Unit
from analysis.errors import OutOfDate, ParallaxError
from analysis.model import Article, Span
from ui import literal
from ui.keeping import store
from ui.state import classroom
from ui.widgets import reader
from ui.widgets.classroom import notice

STEP = "coding_step"
TO_THE_TOP = '<script>/* {step} */ document.querySelector("[data-testid=stMain]").scrollTo(0, 0)</script>'
GREY = "#7A7A7A"

Keep = Callable[[str, str, str], None]  # task, unit, value


class Step(NamedTuple):
    """One part of the work. task "" is reading, letter "" is all articles."""

    task: str
    letter: str


def show(handout: Handout, keep: Keep) -> None:
    """The part that is on; `keep` is called with every answer."""
    given = {(one.task, one.unit): one.value for one in handout.answers}
    steps = _steps(handout.assignment)
    labels = [_label(handout.assignment, step, given) for step in steps]
    first_open = next((at for at, step in enumerate(steps) if _is_open(handout.assignment, step, given)), 0)
    at = st.selectbox(
        "Part", range(len(steps)), format_func=labels.__getitem__, index=first_open if given else 0, key=STEP
    )
    st.html(TO_THE_TOP.format(step=at), unsafe_allow_javascript=True)  # each part begins at its beginning
    _part(handout.assignment, steps[at], given, keep)
    back, forth = st.columns(2)
    back.button("← Back", disabled=at == 0, on_click=_go, args=(at - 1,), width="stretch", key="coding_back")
    forth.button(
        "Next →", disabled=at + 1 == len(steps), on_click=_go, args=(at + 1,), width="stretch", key="coding_next"
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


def _is_open(assignment: Assignment, step: Step, given: Mapping[tuple[str, str], str]) -> bool:
    return any(not given.get((step.task, unit.id)) for unit in _units(assignment, step))


def _label(assignment: Assignment, step: Step, given: Mapping[tuple[str, str], str]) -> str:
    if not step.task:
        return "Read first"
    asked = _units(assignment, step)
    done = sum(bool(given.get((step.task, unit.id))) for unit in asked)
    where = f", article {step.letter}" if step.letter else ""
    return f"{tasks()[step.task].title}{where} ({done} of {len(asked)})"


def _part(assignment: Assignment, step: Step, given: Mapping[tuple[str, str], str], keep: Keep) -> None:
    notice()
    if not step.task:
        _reading(assignment)
        return
    task = tasks()[step.task]
    st.header(task.title)
    st.html(f'<p class="px-lede">{literal.in_html(task.ask)}</p>')
    if task.codes:
        with st.expander("What the answers mean"):
            st.html(
                "".join(f"<p><b>{literal.in_html(c.label)}</b>: {literal.in_html(c.meaning)}.</p>" for c in task.codes)
            )
    asked = _units(assignment, step)
    if step.task in (CLAIMS, FRAMES) or step.task in WRITTEN:
        text, form = st.columns(2, gap="large")
        with text.container(key="frame_text"):
            _texts(assignment, step.letter)
    else:
        form = st.container()
    with form:
        for unit in asked:
            _ask(assignment, unit, given.get((unit.task, unit.id), ""), given, keep)


def _reading(assignment: Assignment) -> None:
    st.html(f'<p class="px-lede">{literal.in_html(assignment.instructions)}</p>')
    if assignment.sides:
        st.text(f"Sides that may speak: {'; '.join(assignment.sides)}.")
    for one in assignment.rubric:
        st.text(f"{one.title}, {one.points} points{': ' if one.text else ''}{one.text}")
    _texts(assignment, "")


def _texts(assignment: Assignment, letter: str) -> None:
    """One article, or all of them in tabs."""
    letters = [letter] if letter else list(LETTERS[: len(assignment.articles)])
    places = [st.container()] if letter else st.tabs([f"Article {one}" for one in letters])
    for one, place in zip(letters, places, strict=True):
        article = assignment.articles[LETTERS.index(one)]
        with place:
            if article.body:
                st.html(reader.text(article, (), name=f"Article {one}", colour=GREY))
            elif article.url.startswith(("http://", "https://")):
                st.link_button(f"Read article {one} at its outlet", article.url)


def _ask(assignment: Assignment, unit: Unit, value: str, given: Mapping[tuple[str, str], str], keep: Keep) -> None:
    name = f"coding_{unit.task}_{unit.id}"
    if unit.task in WRITTEN:
        _write(unit, value, name, keep)
    elif unit.task == QUOTATIONS:
        _quote(assignment, unit, value, given, keep)
    else:
        _asked(assignment, unit, value)
        # The store is the truth: what it holds is what is shown.
        st.session_state[name] = value or None
        st.segmented_control(
            literal.spoken(units.words_of(assignment, unit)),
            units.choices(unit.task),
            format_func={code.value: code.label for code in tasks()[unit.task].codes}.__getitem__,
            key=name,
            on_change=lambda: keep(unit.task, unit.id, st.session_state[name] or ""),
            label_visibility="collapsed",
        )


def _asked(assignment: Assignment, unit: Unit, value: str) -> None:
    """What is judged: a quoted span in its sentence, a sentence by itself, a claim or question."""
    article = assignment.articles[LETTERS.index(unit.letter)]
    if not unit.end:
        st.html(f'<p class="px-asked">{literal.in_html(unit.ask)}</p>')
    elif unit.task == SPANS:
        st.html(reader.passage(article, Span(unit.start, unit.end, value or "open"), "judged", around=160))
    else:
        st.html(_sentence(article, unit, value))


def _sentence(article: Article, unit: Unit, value: str) -> str:
    tag = "h3" if unit.start < article.headline_end else "p"
    shown = literal.in_html(article.body[unit.start : unit.end])
    return f'<{tag} class="px-judged px-{literal.slug(value or "open")}">{shown}</{tag}>'


def _write(unit: Unit, value: str, name: str, keep: Keep) -> None:
    st.session_state[name] = value
    st.html(f'<p class="px-asked">{literal.in_html(unit.ask)}</p>')
    st.text_area(
        literal.spoken(unit.ask),
        label_visibility="collapsed",
        height=300 if unit.task == "roundup" else 140,
        key=name,
        on_change=lambda: keep(unit.task, unit.id, st.session_state[name]),
    )
    limit = f" of {unit.words}" if unit.words else ""
    st.caption(f"{units.length(value)}{limit} words kept. It is kept whenever you leave the field.")


def _quote(assignment: Assignment, unit: Unit, value: str, given: Mapping[tuple[str, str], str], keep: Keep) -> None:
    """Whether somebody speaks in a sentence, and who."""
    article, name = assignment.articles[LETTERS.index(unit.letter)], f"coding_{unit.task}_{unit.id}"
    kind, who = (marks.kind(value), next(iter(marks.speakers(value)), "")) if value else ("", "")
    st.html(_sentence(article, unit, kind))

    def changed() -> None:
        now = st.session_state[name] or ""
        speaker = st.session_state.get(f"{name}_who") or ""
        kept = marks.of_sentence(article.body, unit.start, unit.end, now, speaker) if now else ""
        keep(unit.task, unit.id, kept)

    st.session_state[name] = kind or None
    st.segmented_control(
        literal.spoken(article.body[unit.start : unit.end]),
        [code.value for code in tasks()[QUOTATIONS].codes],
        format_func={code.value: code.label for code in tasks()[QUOTATIONS].codes}.__getitem__,
        key=name,
        on_change=changed,
        label_visibility="collapsed",
    )
    if kind in (marks.IN_MARKS, marks.REPORTED):
        told = (
            marks.speakers(one)
            for (task, at), one in given.items()
            if task == QUOTATIONS and one and at[0] == unit.letter
        )
        known = sorted({speaker for speakers in told for speaker in speakers})
        st.session_state[f"{name}_who"] = who or None
        st.selectbox(
            "Who speaks? Choose, or type a name",
            known,
            index=None,
            accept_new_options=True,
            key=f"{name}_who",
            on_change=changed,
        )


def preview(assignment: Assignment) -> None:
    """The assignment as a student gets it; answers go nowhere."""
    show(Handout(assignment, "Preview", (), (), True, True, ""), partial(_forget))


def _forget(task: str, unit: str, value: str) -> None:
    classroom.say("success", "This is a preview: the answer was not kept.")

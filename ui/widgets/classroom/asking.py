"""One question of an assignment: what is judged, and the control that takes the answer.

What the store holds is what is shown: every control is set from it before it is drawn.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import streamlit as st

from analysis.classroom import marks, results, units
from analysis.classroom.records import LETTERS, QUOTATIONS, ROUNDUP, SPANS, WRITTEN, Assignment, tasks
from analysis.classroom.units import Unit
from analysis.model import Article, Span
from ui import literal
from ui.widgets import reader
from ui.widgets.classroom import writing

Given = Mapping[tuple[str, str], str]  # task and unit -> value
Keep = Callable[[str, str, str], None]  # task, unit, value


class Sheet(NamedTuple):
    """An assignment with the answers given, what takes a new one, and the machine's where it is not hidden."""

    assignment: Assignment
    given: Given
    keep: Keep
    machine: Given


def show(sheet: Sheet, unit: Unit) -> None:
    """What is judged, and the answers to choose from or a field to write in."""
    value = sheet.given.get((unit.task, unit.id), "")
    name = f"coding_{unit.task}_{unit.id}"
    if unit.task in WRITTEN:
        _write(unit, value, name, sheet.keep)
    elif unit.task == QUOTATIONS:
        _quote(sheet, unit, value)
    else:
        _asked(sheet.assignment, unit, value)
        st.session_state[name] = value or None
        st.segmented_control(
            literal.spoken(units.words_of(sheet.assignment, unit)),
            units.choices(unit.task),
            format_func={code.value: code.label for code in tasks()[unit.task].codes}.__getitem__,
            key=name,
            on_change=lambda: sheet.keep(unit.task, unit.id, st.session_state[name] or ""),
            label_visibility="collapsed",
        )
    if told := sheet.machine.get((unit.task, unit.id)):
        shown = results.category(unit.task, told)
        label = next(code.label for code in tasks()[unit.task].codes if code.value == shown)
        st.caption(literal.in_markdown(f"The machine says: {label} {', '.join(_named(unit, told))}".strip()))


def _named(unit: Unit, value: str) -> tuple[str, ...]:
    return marks.speakers(value) if unit.task == QUOTATIONS else ()


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
    if unit.task != ROUNDUP:  # which is asked above, with the task
        st.html(f'<p class="px-asked">{literal.in_html(unit.ask)}</p>')
    writing.show(
        value,
        label=unit.ask,
        kept=_length(unit, value),
        rows=14 if unit.task == ROUNDUP else 6,
        key=name,
        keep=lambda text: keep(unit.task, unit.id, text),
    )


def _length(unit: Unit, value: str) -> str:
    if not value:
        return f"{unit.words} words at most." if unit.words else ""
    return f"{units.length(value)}{f' of {unit.words}' if unit.words else ''} words, kept."


def _quote(sheet: Sheet, unit: Unit, value: str) -> None:
    """Whether somebody speaks in a sentence, and who."""
    article, name = sheet.assignment.articles[LETTERS.index(unit.letter)], f"coding_{unit.task}_{unit.id}"
    kind, who = (marks.kind(value), next(iter(marks.speakers(value)), "")) if value else ("", "")
    st.html(_sentence(article, unit, kind))

    def changed() -> None:
        now = st.session_state[name] or ""
        speaker = st.session_state.get(f"{name}_who") or ""
        if now and now == kind:  # words that were marked one by one stay
            sheet.keep(unit.task, unit.id, marks.write(mark._replace(speaker=speaker) for mark in marks.read(value)))
        else:
            kept = marks.of_sentence(article.body, unit.start, unit.end, now, speaker) if now else ""
            sheet.keep(unit.task, unit.id, kept)

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
        st.session_state[f"{name}_who"] = who or None
        st.selectbox(
            "Who speaks? Choose, or type a name",
            speakers(unit.letter, sheet.given),
            index=None,
            accept_new_options=True,
            key=f"{name}_who",
            on_change=changed,
        )


def speakers(letter: str, given: Given) -> list[str]:
    """The speakers that the student has named in an article so far."""
    values = (value for (task, at), value in given.items() if task == QUOTATIONS and value and at[0] == letter)
    return sorted({speaker for value in values for speaker in marks.speakers(value)})

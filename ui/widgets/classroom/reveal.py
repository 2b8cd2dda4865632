"""After handing in: mine, the class, the key and the machine, each beside the words they rest on."""

from collections.abc import Mapping

import streamlit as st

from analysis.classroom import results, units
from analysis.classroom.records import WRITTEN, Answers, tasks
from analysis.classroom.taking_part import Handout, Reveal
from analysis.classroom.units import Unit
from ui.literal import in_html
from ui.widgets.classroom.tables import counts, label_of, table, words

COLUMNS = (
    "Mine: what you handed in first. The class: how many of the others gave which answer. Key: your instructor’s "
    "answers. Machine: what Parallax finds by its rules; it errs, too. –: no answer."
)
HEAD = ("Words", "Mine", "The class", "Key", "Machine")


def show(handout: Handout, found: Reveal) -> None:
    """One table per task and article."""
    st.header("What the others say")
    outlets = "".join(
        f"<p>Article {letter}: <b>{in_html(name or 'unknown')}</b></p>" for letter, name, _ in found.outlets
    )
    st.html(f'<div class="px-note"><p>{COLUMNS}</p>{outlets}</div>')
    if found.missing:
        st.info(found.missing)
    mine, key, machine = (_by_unit(answers) for answers in (found.mine, found.key, found.machine))
    for task in handout.assignment.tasks:
        with st.expander(tasks()[task].title, expanded=task == handout.assignment.tasks[0]):
            asked = units.find(handout.assignment, task)
            if task in WRITTEN:
                st.html("".join(_written(unit, mine.get((task, unit.id), "–")) for unit in asked))
                continue
            only = st.toggle("Only where we differ", key=f"reveal_{task}")
            rows = [_row(handout, unit, found, mine, key, machine) for unit in asked]
            shown = [row for row, differs in rows if differs or not only]
            st.html(table(HEAD, shown) if shown else "<p>Nothing differs.</p>")


def _written(unit: Unit, text: str) -> str:
    return f'<p><b>{in_html(unit.ask)}</b></p><p class="px-written">{in_html(text)}</p>'


def _row(
    handout: Handout,
    unit: Unit,
    found: Reveal,
    mine: Mapping[tuple[str, str], str],
    key: Mapping[tuple[str, str], str],
    machine: Mapping[tuple[str, str], str],
) -> tuple[tuple[str, ...], bool]:
    """(the cells of the row, whether anybody answers otherwise than the student)."""
    at, labels = (unit.task, unit.id), label_of(unit.task)
    own, right, told = (results.category(unit.task, answers.get(at, "")) for answers in (mine, key, machine))
    others: dict[str, int] = {}
    for value, count in found.others.get(at, {}).items():
        shown = results.category(unit.task, value)
        others[shown] = others.get(shown, 0) + count
    cells = (counts(others, unit.task) or "–", labels.get(right, "–"), labels.get(told, "–"))
    differs = len({own, right or own, told or own, *others} - {""}) > 1
    return (words(handout.assignment, unit), labels.get(own, "–"), *cells), differs


def _by_unit(answers: Answers) -> dict[tuple[str, str], str]:
    return {(one.task, one.unit): one.value for one in answers}

"""After handing in: mine, the class, the key and the machine, each beside the words they rest on."""

from collections.abc import Mapping

import streamlit as st

from analysis.classroom import results, units
from analysis.classroom.records import LETTERS, SPANS, WRITTEN, Answers, Assignment, tasks
from analysis.classroom.taking_part import Handout, Reveal
from analysis.classroom.units import Unit
from analysis.model import Span
from ui.literal import in_html
from ui.widgets import reader

COLUMNS = (
    "Mine: what you handed in first. The class: how many of the others gave which answer. Key: your instructor’s "
    "answers. Machine: what Parallax finds by its rules; it errs, too. –: no answer."
)
AROUND = 45  # characters of context
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


def table(head: tuple[str, ...], rows: list[str]) -> str:
    """Rows of cells as HTML; on a phone each row is a card."""
    cells = "".join(f'<th scope="col">{one}</th>' for one in head)
    return f'<table class="px-accuracy px-class"><thead><tr>{cells}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def words(assignment: Assignment, unit: Unit) -> str:
    """What was judged, as HTML: a quoted span with the words around it, by which two of the same can be told apart."""
    place = f"{unit.letter}: " if unit.letter else ""
    if unit.task != SPANS:
        return place + in_html(units.words_of(assignment, unit))
    article = assignment.articles[LETTERS.index(unit.letter)]
    return place + reader.passage(article, Span(unit.start, unit.end, "open"), "judged", around=AROUND)


def counts(given: Mapping[str, int], task: str) -> str:
    """How many gave which value, as HTML with bars."""
    total, labels = sum(given.values()), label_of(task)
    return "".join(
        f'<span class="px-share" style="--share:{100 * count / total:.0f}%">{in_html(labels.get(value, value))} '
        f"{count}</span>"
        for value, count in sorted(given.items(), key=lambda one: -one[1])
    )


def label_of(task: str) -> dict[str, str]:
    """Value -> its label in the codebook."""
    return {code.value: code.label for code in tasks()[task].codes}


def _row(
    handout: Handout,
    unit: Unit,
    found: Reveal,
    mine: Mapping[tuple[str, str], str],
    key: Mapping[tuple[str, str], str],
    machine: Mapping[tuple[str, str], str],
) -> tuple[str, bool]:
    """(the row as HTML, whether anybody answers otherwise than the student)."""
    at, labels = (unit.task, unit.id), label_of(unit.task)
    own, right, told = (results.category(unit.task, answers.get(at, "")) for answers in (mine, key, machine))
    others: dict[str, int] = {}
    for value, count in found.others.get(at, {}).items():
        shown = results.category(unit.task, value)
        others[shown] = others.get(shown, 0) + count
    cells = [labels.get(own, "–"), counts(others, unit.task) or "–", labels.get(right, "–"), labels.get(told, "–")]
    inner = "".join(f'<td data-head="{name}">{cell}</td>' for name, cell in zip(HEAD[1:], cells, strict=True))
    differs = len({own, right or own, told or own, *others} - {""}) > 1
    return f'<tr><th scope="row">{words(handout.assignment, unit)}</th>{inner}</tr>', differs


def _by_unit(answers: Answers) -> dict[tuple[str, str], str]:
    return {(one.task, one.unit): one.value for one in answers}

"""What the class found: agreement, disagreements with their words, answers, heat marks, key and machine."""

from collections.abc import Mapping

import streamlit as st

from analysis.classroom import agreement, results
from analysis.classroom.agreement import Agreement
from analysis.classroom.instructing import Room
from analysis.classroom.records import LETTERS, ON_THE_TEXT, WRITTEN, Answers, Assignment, tasks
from analysis.classroom.results import Hot, Judged, Part, TaskResult
from analysis.model import Article, Span
from ui.literal import in_html
from ui.widgets import reader
from ui.widgets.classroom.tables import counts, label_of, table, words

GREY = "#7A7A7A"
LEVELS = 4  # shades of a heat mark
MOST = 6  # answers that are named with their share
NOTES = ("Counts", "Unit", "Read as", "Misses", "Source")


def show(room: Room, names: Mapping[str, str]) -> None:
    """One task at a time, in all articles or some; names: what coders are called."""
    works = room.counting()
    if not works:
        st.info("Nobody has handed in yet.")
        return
    assignment = room.assignment
    task = st.selectbox("Task", assignment.tasks, format_func=lambda key: tasks()[key].title, key="class_task")
    letters = [] if task in WRITTEN else _letters(assignment)
    if any(work.submissions[0].is_late for work in works) and st.toggle("Leave out late works", key="class_late"):
        works = tuple(work for work in works if not work.submissions[0].is_late)
    by_coder = {names[who]: given for who, given in results.coders(works).items()}
    found = results.compare(assignment, by_coder, task, letters)
    if task in WRITTEN:
        st.html(_written(found))
        return
    st.html(
        f'<p class="px-note">Works that count: {len(works)}, each as handed in first, before anything was revealed.</p>'
    )
    st.html(_agreements(found))
    _how_to_read()
    _differing(assignment, found)
    if task in ON_THE_TEXT:
        _heat(room, by_coder, task, letters)
    with st.expander("Against key and machine"):
        st.html(_matches(found))


def _letters(assignment: Assignment) -> list[str]:
    letters = LETTERS[: len(assignment.articles)]
    return st.pills("Articles (none: all)", list(letters), selection_mode="multi", key="class_letters")


def _agreements(found: TaskResult) -> str:
    head = ("Agreement on", "Units", "Pairs that agree", "Krippendorff’s alpha", "95 % interval", "Reading")
    return table(head, [_part(part, found.task) for part in found.parts])


def _part(part: Part, task: str) -> tuple[str, ...]:
    one = part.agreement
    return (
        in_html(part.title),
        f"{one.units:,}<small>each a {in_html(part.unit)}</small>",
        "–" if one.percent is None else f"{100 * one.percent:.0f} %",
        "–" if one.alpha is None else f"{one.alpha:.3f}",
        "–" if one.low is None else f"{one.low:.3f} to {one.high:.3f}",
        in_html(one.reading or one.missing) + _prevalence(one, task),
    )


def _how_to_read() -> None:
    notes = agreement.notes()
    with st.expander("How to read these numbers"):
        rows = "".join(f"<dt>{name}</dt><dd>{in_html(notes[name])}</dd>" for name in NOTES)
        st.html(f'<dl class="px-notes">{rows}</dl>')


def _prevalence(one: Agreement, task: str) -> str:
    labels = label_of(task)
    shares = [f"{in_html(labels.get(value, value))} {100 * share:.0f} %" for value, share in one.prevalence.items()]
    more = f" and {len(shares) - MOST} more" if len(shares) > MOST else ""
    return f"<small>Answers: {', '.join(shares[:MOST])}{more}</small>" if shares else ""


def _differing(assignment: Assignment, found: TaskResult) -> None:
    """The units by agreement: where the class differs, and everything on request."""
    open_ones = found.disagreements()
    judged = [one for one in found.judged if one.given]
    st.html(f"<h4>{len(open_ones)} of {len(judged)} judged differently</h4>")
    everything = st.toggle("Show those where all agree, too", key="class_all")
    shown = judged if everything else open_ones
    head = ("Words", "The class", "Pairs that agree", "Key", "Machine")
    rows = [_unit(assignment, one) for one in shown]
    st.html(table(head, rows) if rows else "<p>No disagreement.</p>")


def _unit(assignment: Assignment, one: Judged) -> tuple[str, ...]:
    labels = label_of(one.unit.task)
    who = "; ".join(f"{labels.get(value, value)}: {', '.join(names)}" for value, names in one.given.items())
    return (
        words(assignment, one.unit),
        f"{counts(one.counts, one.unit.task)}<small>{in_html(who)}</small>",
        f"{100 * one.agreeing:.0f} %",
        labels.get(one.key, "–"),
        labels.get(one.machine, "–"),
    )


def _heat(room: Room, by_coder: Mapping[str, Answers], task: str, letters: list[str]) -> None:
    """The articles, darker where more of the class gave the value asked for."""
    labels = label_of(task)
    with st.expander("On the text: what the class marked"):
        values = [value for value in labels if value != "none"]
        value = st.segmented_control(
            "Darker where more of those who judged it said",
            values,
            default=values[0],
            format_func=labels.__getitem__,
            key=f"heat_{task}",
        )
        hot = results.heat(room.assignment, by_coder, task, value or values[0])
        for letter, article in zip(LETTERS, room.assignment.articles, strict=False):
            if article.body and (not letters or letter in letters):
                own = [one for one in hot if one.letter == letter]
                st.html(_warm(letter, article, own))


def _warm(letter: str, article: Article, hot: list[Hot]) -> str:
    levels: dict[int, list[Span]] = {}
    for one in hot:
        level = -(-LEVELS * one.count // one.coders)
        levels.setdefault(level, []).append(Span(one.start, one.end, "marked", label=f"{one.count} of {one.coders}"))
    layers = [reader.Layer(f"heat{level}", spans, named=True) for level, spans in levels.items()]
    name = f"Article {letter}"
    return f"<h4>{name}: {in_html(article.outlet)}</h4>{reader.text(article, layers, name=name, colour=GREY)}"


def _matches(found: TaskResult) -> str:
    rows = [(in_html(one.who), one.reference, f"{one.same} of {one.units}") for one in results.matches(found)]
    if not rows:
        return "<p>Neither key nor machine answers this task.</p>"
    told = "The class: what most of it said, without units where two answers are level. Of: units that both judged."
    return f'<p class="px-note">{told}</p>{table(("Who", "Against", "Same answer"), rows)}'


def _written(found: TaskResult) -> str:
    parts = []
    for one in found.judged:
        answers = "".join(_told(", ".join(who), text) for text, who in one.given.items())
        parts.append(f"<h4>{in_html(one.words)}</h4>{answers or '<p>No answer yet.</p>'}")
    return "".join(parts)


def _told(who: str, text: str) -> str:
    return f'<p class="px-written"><b>{in_html(who)}</b>: {in_html(text)}</p>'

"""What the class found: agreement, disagreements with their words, answers, heat marks, key and machine."""

from collections.abc import Mapping

import streamlit as st

from analysis.classroom import results
from analysis.classroom.agreement import Agreement
from analysis.classroom.instructing import Room
from analysis.classroom.records import LETTERS, ON_THE_TEXT, WRITTEN, Answers, tasks
from analysis.classroom.results import Hot, Judged, TaskResult
from analysis.model import Article, Span
from ui.literal import in_html
from ui.widgets import reader
from ui.widgets.classroom.reveal import counts, label_of, table

GREY = "#7A7A7A"
LEVELS = 4  # shades of a heat mark


def show(room: Room, names: Mapping[str, str]) -> None:
    """One task at a time, in all articles or some; names: what coders are called."""
    works = room.counting()
    if not works:
        st.info("Nobody has handed in yet.")
        return
    assignment = room.assignment
    task = st.selectbox("Task", assignment.tasks, format_func=lambda key: tasks()[key].title, key="class_task")
    letters = st.pills(
        "Articles (none: all)", list(LETTERS[: len(assignment.articles)]), selection_mode="multi", key="class_letters"
    )
    if any(work.submissions[0].is_late for work in works) and st.toggle("Leave out late works", key="class_late"):
        works = tuple(work for work in works if not work.submissions[0].is_late)
    by_coder = {names[who]: given for who, given in results.coders(works).items()}
    found = results.compare(assignment, by_coder, task, letters)
    if task in WRITTEN:
        st.html(_written(found))
        return
    st.html(f'<p class="px-note">{len(works)} works count, each as handed in first, before anything was revealed.</p>')
    st.html(_agreements(found))
    _differing(found)
    if task in ON_THE_TEXT:
        _heat(room, by_coder, task, letters)
    with st.expander("Against key and machine"):
        st.html(_matches(found))


def _agreements(found: TaskResult) -> str:
    head = ("Agreement on", "Units", "Pairs that agree", "Krippendorff’s alpha", "95 % interval", "Reading")
    rows = []
    for title, one in found.parts:
        cells = (
            str(one.units),
            "–" if one.percent is None else f"{100 * one.percent:.0f} %",
            "–" if one.alpha is None else f"{one.alpha:.3f}",
            "–" if one.low is None else f"{one.low:.3f} to {one.high:.3f}",
            in_html(one.reading or one.missing) + _prevalence(one, found.task),
        )
        inner = "".join(f'<td data-head="{name}">{cell}</td>' for name, cell in zip(head[1:], cells, strict=True))
        rows.append(f'<tr><th scope="row">{in_html(title)}</th>{inner}</tr>')
    return table(head, rows)


def _prevalence(one: Agreement, task: str) -> str:
    labels = label_of(task)
    shares = (f"{in_html(labels.get(value, value))} {100 * share:.0f} %" for value, share in one.prevalence.items())
    return f"<small>Answers: {', '.join(list(shares)[:6])}</small>" if one.prevalence else ""


def _differing(found: TaskResult) -> None:
    """The units by agreement: where the class differs, and everything on request."""
    open_ones = found.disagreements()
    judged = [one for one in found.judged if one.given]
    st.html(f"<h4>{len(open_ones)} of {len(judged)} judged differently</h4>")
    everything = st.toggle("Show those where all agree, too", key="class_all")
    shown = judged if everything else open_ones
    head = ("Words", "The class", "Pairs that agree", "Key", "Machine")
    rows = [_unit(one, found.task, head) for one in shown]
    st.html(table(head, rows) if rows else "<p>No disagreement.</p>")


def _unit(one: Judged, task: str, head: tuple[str, ...]) -> str:
    labels = label_of(task)
    who = "; ".join(f"{labels.get(value, value)}: {', '.join(names)}" for value, names in one.given.items())
    cells = (
        f"{counts(one.counts, task)}<small>{in_html(who)}</small>",
        f"{100 * one.agreeing:.0f} %",
        labels.get(one.key, "–"),
        labels.get(one.machine, "–"),
    )
    inner = "".join(f'<td data-head="{name}">{cell}</td>' for name, cell in zip(head[1:], cells, strict=True))
    place = f"{one.unit.letter}: " if one.unit.letter else ""
    return f'<tr><th scope="row">{place}{in_html(one.words)}</th>{inner}</tr>'


def _heat(room: Room, by_coder: Mapping[str, Answers], task: str, letters: list[str]) -> None:
    """The articles, darker where more of the class gave the value asked for."""
    labels = label_of(task)
    with st.expander("On the text: what the class marked"):
        values = [value for value in labels if value != "none"]
        value = st.segmented_control(
            "Darker where more of the class said",
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
    spans = [
        Span(one.start, one.end, f"heat{-(-LEVELS * one.count // one.coders)}", f"{one.count} of {one.coders}")
        for one in hot
    ]
    name = f"Article {letter}"
    text = reader.text(article, [reader.Layer("heat", spans)], name=name, colour=GREY)
    return f"<h4>{name}: {in_html(article.outlet)}</h4>{text}"


def _matches(found: TaskResult) -> str:
    head = ("Who", "Against", "Same answer")
    rows = [
        f'<tr><th scope="row">{in_html(one.who)}</th><td data-head="Against">{one.reference}</td>'
        f'<td data-head="Same answer">{one.same} of {one.units}</td></tr>'
        for one in results.matches(found)
    ]
    return table(head, rows) if rows else "<p>Neither key nor machine answers this task.</p>"


def _written(found: TaskResult) -> str:
    parts = []
    for one in found.judged:
        answers = "".join(f"<p><b>{in_html(who[0])}</b>: {in_html(text)}</p>" for text, who in one.given.items())
        parts.append(f"<h4>{in_html(one.words)}</h4>{answers or '<p>No answer yet.</p>'}")
    return "".join(parts)

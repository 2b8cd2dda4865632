"""Judging on the text itself: press a sentence or a quoted span, answer beside it; words of quotations can be selected.

The same answers can be given one by one as a list, which needs no pointer.
"""

from collections.abc import Sequence

import streamlit as st

from analysis.classroom import marks
from analysis.classroom.marks import IN_MARKS, REPORTED, Mark
from analysis.classroom.records import LETTERS, QUOTATIONS, tasks
from analysis.classroom.units import Unit
from analysis.model import Article
from ui import literal
from ui.widgets import mark_form, text_columns
from ui.widgets.classroom import asking
from ui.widgets.classroom.asking import Given, Sheet
from ui.widgets.text_columns import Clicked, Column, Look, Text

HERE = "on_text_here"  # session: id of the unit that is asked about
WORDS = "on_text_words"  # session: start and end of the words that were selected
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#AA4499", "#7A7A7A")
OPEN = Look("dotted", "#7A7A7A", "open")
NOBODY = Look("faint", "#7A7A7A", "nobody speaks")


def show(sheet: Sheet, asked: Sequence[Unit]) -> None:
    """One article with its units to press; the question on the one that was pressed."""
    if not asked:
        st.text("Nothing to judge in this article.")
        return
    here = _here(asked, sheet.given)
    letter, task = asked[0].letter, asked[0].task
    article = sheet.assignment.articles[LETTERS.index(letter)]
    text, panel = st.columns([3, 2], gap="large")
    with text.container(key="on_text"):
        clicked = text_columns.text_columns(
            [
                Column(
                    letter, f"Article {letter}", article.outlet, OPEN.colour, _text(article, asked, sheet.given, here)
                )
            ],
            target=here.id,
            legend=_looks(task),
            offer="Mark these words" if task == QUOTATIONS else "",
            key=f"on_text_{task}_{letter}",
        )
    if clicked and _move(clicked, asked):
        st.rerun(scope="fragment")
    with panel:
        if task == QUOTATIONS and (chosen := st.session_state.get(WORDS)):
            _words(sheet, article, chosen, asked)
        else:
            _panel(sheet, here, asked)


def _here(asked: Sequence[Unit], given: Given) -> Unit:
    """The unit that is asked about: the one pressed, else the first that is open."""
    pressed = [unit for unit in asked if unit.id == st.session_state.get(HERE)]
    still_open = [unit for unit in asked if not given.get((unit.task, unit.id))]
    return next(iter((*pressed, *still_open)), asked[0])


def _move(clicked: Clicked, asked: Sequence[Unit]) -> bool:
    """Heed a press or a selection; whether anything changed."""
    if clicked.selected:
        st.session_state[WORDS] = (clicked.start, clicked.end)
        return True
    pressed = next((unit for unit in asked if unit.start < clicked.end and clicked.start < unit.end), None)
    if pressed is None:
        return False
    _go(pressed.id)
    return True


def _go(unit: str) -> None:
    st.session_state[HERE] = unit
    st.session_state.pop(WORDS, None)


def _panel(sheet: Sheet, here: Unit, asked: Sequence[Unit]) -> None:
    """The question on one unit. A choice that needs nothing more leads to the next that is open."""
    at = asked.index(here)
    after = [unit for unit in (*asked[at + 1 :], *asked[:at]) if not sheet.given.get((unit.task, unit.id))]

    def keep_and_go_on(task: str, unit: str, value: str) -> None:
        sheet.keep(task, unit, value)
        if value and after and (task != QUOTATIONS or value == marks.write(())):
            _go(after[0].id)

    asking.show(sheet._replace(keep=keep_and_go_on), here)
    st.caption(f"{at + 1} of {len(asked)}, {len(after)} others open")
    back, forth = st.columns(2)
    back.button(
        "↑ Before", on_click=_go, args=(asked[at - 1].id,), disabled=at == 0, width="stretch", key="on_text_back"
    )
    following = after[0] if after else asked[min(at + 1, len(asked) - 1)]
    forth.button(
        "↓ Next open", on_click=_go, args=(following.id,), disabled=not after, width="stretch", key="on_text_on"
    )


def _words(sheet: Sheet, article: Article, chosen: tuple[int, int], asked: Sequence[Unit]) -> None:
    """Words that were selected: how they are told and who says them. Each sentence keeps its part."""
    start, end = mark_form.trimmed(article.body, *chosen)
    st.html(f'<p class="px-judged px-marks">{literal.in_html(article.body[start:end])}</p>')
    labels = {code.value: code.label for code in tasks()[QUOTATIONS].codes}
    st.segmented_control(
        "These words stand", (IN_MARKS, REPORTED), format_func=labels.__getitem__, default=IN_MARKS, key="on_text_kind"
    )
    st.selectbox(
        "Who speaks? Choose, or type a name",
        asking.speakers(asked[0].letter, sheet.given),
        index=None,
        accept_new_options=True,
        key="on_text_who",
    )

    def add() -> None:
        kind, who = st.session_state["on_text_kind"] or IN_MARKS, st.session_state["on_text_who"] or ""
        for unit in asked:
            part = Mark(max(start, unit.start), min(end, unit.end), kind, who)
            if part.start < part.end:
                earlier = marks.read(sheet.given.get((unit.task, unit.id)) or "[]")
                apart = [one for one in earlier if one.end <= part.start or one.start >= part.end]
                sheet.keep(unit.task, unit.id, marks.write([*apart, part]))
                _go(unit.id)

    st.button("Keep this mark", type="primary", on_click=add, key="on_text_add")
    st.button("Leave it", on_click=lambda: st.session_state.pop(WORDS, None), key="on_text_leave")


def _looks(task: str) -> list[Look]:
    """How each answer looks on the text; what is open is dotted."""
    codes = [code for code in tasks()[task].codes if code.value != marks.NOBODY]
    looks = [Look("tint", colour, code.label, code.label[0]) for code, colour in zip(codes, COLOURS, strict=False)]
    return [*looks, *([NOBODY] if task == QUOTATIONS else []), OPEN]


def _text(article: Article, asked: Sequence[Unit], given: Given, here: Unit) -> Text:
    """The article with every unit as a mark, as it is answered; the one asked about is looked for."""
    task = asked[0].task
    values = [code.value for code in tasks()[task].codes if code.value != marks.NOBODY]
    looks = dict(zip(values, _looks(task), strict=False))
    found = []
    for unit in asked:
        value = given.get((task, unit.id), "")
        if task == QUOTATIONS and value:
            found.append(text_columns.Mark(unit.start, unit.end, NOBODY, "judged"))
            found += [
                text_columns.Mark(mark.start, mark.end, looks[mark.kind], looks[mark.kind].name, mark.speaker)
                for mark in marks.read(value)
            ]
        else:
            look = looks.get(value, OPEN)
            found.append(text_columns.Mark(unit.start, unit.end, look, look.name))
    return text_columns.lay_out(article.body, article.headline_end, found, [(here.start, here.end)])

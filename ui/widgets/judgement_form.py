"""A reader's judgement on one article, and all judgements beside what the machine counted."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.comparison import judgements
from analysis.comparison.judgements import ROOM, WHY, WORDING, Beside
from analysis.model import Article
from ui.literal import in_html
from ui.state import blind, edits

HEAD = ("Question", "Your answer", "When", "The machine counts")
LONGEST = 400  # characters of a reason
NOT_YET = "hidden until you reveal the outlets"


def show(article: Article, sides: Sequence[str], actors: Sequence[str]) -> None:
    """The questions on `article`; `sides` are the possible sides of the event, `actors` whom it names most."""
    about = st.selectbox("Wording toward whom?", actors, key="judge_actor") if actors else ""
    with st.form(f"judge_{article.id}_{about}", border=False, enter_to_submit=False, clear_on_submit=True):
        asked = {ROOM: ((*sides, *judgements.choices(ROOM)), "")}
        asked |= {WORDING: (judgements.choices(WORDING), about)} if about else {}
        given = [
            (question, actor, st.segmented_control(judgements.text(question, actor), options))
            for question, (options, actor) in asked.items()
        ]
        given.append((WHY, "", st.text_input(judgements.text(WHY), max_chars=LONGEST)))
        if st.form_submit_button("Keep this judgement", type="primary"):
            answers = [(question, actor, answer) for question, actor, answer in given if answer]
            if answers:
                edits.judge(article.id, answers)
            else:
                st.error("Answer at least one question.")


def as_shown(found: Sequence[Beside]) -> list[Beside]:
    """The judgements; the machine's side only once the outlets are revealed."""
    return [one._replace(machine=NOT_YET) for one in found] if blind.is_on() else list(found)


def show_beside(found: Sequence[Beside], names: Mapping[str, str]) -> None:
    """The judgements, article by article."""
    if not found:
        st.text("Nothing yet. Read one of the articles and answer the questions beside it.")
        return
    head = "".join(f'<th scope="col">{title}</th>' for title in HEAD)
    rows = []
    for article in dict.fromkeys(one.article for one in found):
        rows.append(
            f'<tr class="px-row-head"><th scope="rowgroup" colspan="{len(HEAD)}">{in_html(names[article])}</th></tr>'
        )
        rows += [_row(one) for one in found if one.article == article]
    st.html(f'<table class="px-accuracy"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>')


def _row(one: Beside) -> str:
    cells = (one.answer, one.when, one.machine)
    told = "".join(f'<td data-head="{title}">{in_html(text)}</td>' for title, text in zip(HEAD[1:], cells, strict=True))
    return f'<tr><th scope="row">{in_html(one.question)}</th>{told}</tr>'

"""Making an assignment in three steps: the articles, the tasks, look at it and hand it out."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from analysis import cases
from analysis.classroom import access, drafting, files, instructing, ready_made
from analysis.classroom.records import CLAIMS, QUESTIONS, ROUNDUP, Answers, Assignment, Claim, tasks
from analysis.errors import ParallaxError, UnreadableInput
from analysis.model import Article
from ui import literal
from ui.cache import scores
from ui.keeping import store
from ui.state import classroom, events
from ui.widgets.classroom import coding

LONGEST_NAME = 50  # characters of an article without outlet and headline
USUAL_ARTICLES = 3  # of a teaching case: what a class reads in one lesson


def show() -> None:
    """The three steps on one page."""
    st.header("1. Articles")
    event, articles, claims, key = _articles()
    if not articles:
        st.info("Choose at least one article. Your own go in on the page “Articles”.")
        return
    st.header("2. Tasks")
    try:
        made = _tasks(event, articles, claims, key)
    except ParallaxError as error:
        st.error(literal.in_markdown(str(error)))
        return
    st.header("3. Look at it, then hand it out")
    offer(made)


def offer(made: Assignment) -> None:
    """Preview, the class on this server, or files."""
    for problem in files.problems(made):
        st.warning(literal.in_markdown(problem))
    if files.problems(made):
        return
    with st.expander("Preview as a student"):
        coding.preview(access.for_students(made))
    st.button("Hand it out on this server", type="primary", on_click=_hand_out, args=(made,))
    with st.expander("Hand it out as a file instead"):
        st.text(
            "For students who run Parallax themselves. They open it on this page and send you their work as a file."
        )
        shown = files.write(access.for_students(made))
        st.download_button("For students (no key, nothing hidden)", shown, "assignment.json", "application/json")
        st.download_button("For you (everything)", files.write(made), "assignment-complete.json", "application/json")


def open_file() -> None:
    """An assignment somebody made, as a file."""
    label = "An assignment that somebody handed out as a file (assignment.json)"
    file = st.file_uploader(label, type=["json"], key="assignment_file")
    if file is None:
        return
    try:
        opened = files.read(file.getvalue())
    except UnreadableInput as error:
        st.error(literal.in_markdown(str(error)))
        return
    st.header(literal.in_markdown(opened.title))
    st.caption(f"{len(opened.articles)} articles; {'with' if opened.key else 'without'} an answer key.")
    st.text("To do it yourself, hand it out on this machine and join with the code.")
    offer(opened)


def _hand_out(made: Assignment) -> None:
    try:
        handed_out = instructing.hand_out(store(), made)
    except ParallaxError as error:
        classroom.say("error", str(error))
        return
    classroom.hold(classroom.DESK, handed_out.key)
    classroom.say("success", "Handed out. This page is now your desk: bookmark it before anything else.")


def _articles() -> tuple[str, tuple[Article, ...], tuple[Claim, ...], Answers]:
    """(id of the event, its chosen articles, claims and key of a teaching case)."""
    known = {name: event for name, event in events.known().items() if event.drafts}
    here = events.here().id
    at = list(known).index(here) if here in known else 0
    event = st.selectbox("Event", list(known), at, format_func=lambda name: known[name].title, key="make_event")
    drafts = known[event].drafts
    keyed = [one.id for one in cases.load(event).manuscripts()] if event in cases.ids() else []
    ids = [draft.id for draft in drafts]
    read = {draft.id: scores.article(draft) for draft in drafts}
    own = [name for name in ids if name not in keyed]
    picked = st.pills(
        "Articles",
        ids,
        default=own or ids[:USUAL_ARTICLES],
        selection_mode="multi",
        format_func=lambda name: literal.in_markdown(_called(read[name])),
        key=f"make_articles_{event}_{len(ids)}",
    )
    chosen = [name for name in ids if name in picked]
    if not chosen:
        return event, (), (), ()
    if set(chosen) <= set(keyed):
        ready = ready_made.make(event, chosen)
        return event, ready.articles, ready.claims, ready.key
    only = st.toggle("Hand out the addresses only: these texts may not be passed on", key="make_addresses")
    return event, drafting.for_coding([read[name] for name in chosen], only_addresses=only), (), ()


def _called(article: Article) -> str:
    """What an article is known by before it has a letter."""
    return article.outlet or article.headline or article.body.split("\n", 1)[0][:LONGEST_NAME] or article.id


def _tasks(event: str, articles: tuple[Article, ...], known: Sequence[Claim], key: Answers) -> Assignment:
    """The assignment as the fields of step 2 say."""
    is_case = bool(key)
    name = events.known()[event].title if is_case or event not in cases.ids() else ""
    title = st.text_input("Title", value=name, key=f"make_title_{event}_{is_case}", max_chars=120)
    picked = st.pills(
        "Tasks",
        list(tasks()),
        default=list(ready_made.USUAL) if is_case else ["spans", "frames"],
        selection_mode="multi",
        format_func=lambda name: tasks()[name].title,
        key=f"make_tasks_{is_case}",
    )
    made = Assignment(_id(), title.strip(), "", articles, tuple(task for task in tasks() if task in picked))
    sides = cases.load(event).sides if is_case else ()
    return drafting.keyed(_more(replace(_wording(made, event, known), sides=sides), event), key)


def _wording(made: Assignment, event: str, known: Sequence[Claim]) -> Assignment:
    """With the claims, questions and length that the tasks need."""
    if CLAIMS in made.tasks:
        lines = "\n".join(claim.text for claim in known)
        # The claims of a case depend on the articles chosen.
        name = f"make_claims_{event}_{'_'.join(one.id for one in made.articles)}"
        typed = st.text_area("Reported or not: one claim per line", value=lines, height=180, key=name)
        made = replace(made, claims=drafting.read_claims(typed, known))
    if QUESTIONS in made.tasks:
        label = "Questions: one per line, “| 150” at the end limits the words"
        made = replace(made, questions=drafting.read_questions(st.text_area(label, height=120, key="make_questions")))
    if ROUNDUP in made.tasks:
        words = st.number_input("Most words of the roundup", 50, 5000, 300, 50, key="make_words")
        made = replace(made, roundup_words=int(words))
    return made


def _more(made: Assignment, event: str) -> Assignment:
    """With what is hidden, the days, the instructions and the rubric."""
    left, right = st.columns(2)
    outlets = left.toggle("Hide the outlets until handed in", value=True, key="make_hide_outlets")
    machine = right.toggle("Hide the machine’s results until handed in", value=True, key="make_hide_machine")
    due = st.date_input("Due (optional)", value=None, min_value=date.today(), key="make_due")
    with st.expander("Instructions, rubric, day of deletion"):
        instructions = st.text_area("Instructions", value=ready_made.INSTRUCTIONS, key="make_instructions")
        rubric = st.text_area(
            "Rubric to mark the works by: title | points | explanation, one criterion per line",
            placeholder="Evidence | 10 | names the words it rests on",
            key="make_rubric",
        )
        sides = st.text_area(
            "Sides that may speak: one per line",
            value="\n".join(made.sides),
            key=f"make_sides_{event}_{bool(made.sides)}",
        )
        until = st.date_input("Delete everything after", value=None, key="make_until", help="A year after it is due.")
    return replace(
        made,
        hide_outlets=outlets,
        hide_machine=machine,
        instructions=instructions.strip(),
        sides=drafting.lines(sides),
        rubric=drafting.read_rubric(rubric),
        due=due.isoformat() if due else "",
        retain_until=until.isoformat() if until else "",
    )


def _id() -> str:
    """One id for what is being made in this session, so that its files belong together."""
    return str(st.session_state.setdefault("make_id", secrets.token_hex(8)))

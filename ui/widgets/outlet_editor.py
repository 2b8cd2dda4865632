"""Correct the publisher of an article, describe an outlet of one's own, and pass such outlets and ratings on."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.model import Article, Fact, Publisher
from analysis.outlets import OutletRecord, accountability, sharing
from analysis.outlets.registry import load
from analysis.workspace import Draft
from ui import literal
from ui.state import edits, publishers

AS_FOUND = "as found by itself"
NOBODY = "unknown: none of these"
ANSWERS = ["", *accountability.WORTH, accountability.NOT_APPLICABLE]


def show(draft: Draft, article: Article, record: OutletRecord) -> None:
    """Choose another publisher for the article, or describe one."""
    with st.expander("Not right? Correct the publisher", key=f"correct_{draft.id}"):
        pick(draft)
        st.markdown("**Or describe the outlet yourself.** An answer counts only with the page you read it on.")
        _describe(draft, article, record)


def pick(draft: Draft) -> None:
    """The registered outlets and the user's own, one of which can be put in place of what was found."""
    own = {f"{outlet.name} (yours)": outlet for outlet in publishers.own()}
    registered = {
        f"{outlet.name} ({outlet.country})" if outlet.country else outlet.name: Publisher(outlet_id=outlet.outlet_id)
        for outlet in sorted(load().outlets.values(), key=lambda outlet: outlet.name.casefold())
    }
    choices: dict[str, Publisher | None] = {AS_FOUND: None, NOBODY: Publisher(), **own, **registered}
    now = next((name for name, publisher in choices.items() if publisher == draft.publisher), AS_FOUND)
    key = f"publisher_{draft.id}_{now}"
    st.selectbox(
        "Publisher",
        list(choices),
        index=list(choices).index(now),
        key=key,
        on_change=lambda: edits.choose_publisher(draft.id, choices[st.session_state[key]]),
    )


def _describe(draft: Draft, article: Article, record: OutletRecord) -> None:
    """The form for an outlet of one's own, filled with what is known of the present one."""
    known = {fact.component: fact for fact in record.facts}
    with st.form(f"outlet_{draft.id}", border=False, enter_to_submit=False):
        name = st.text_input("Name of the outlet", record.name)
        domain = st.text_input("Its address (domain)", record.domain or article.domain, placeholder="example.org")
        table = pd.DataFrame(
            [
                (part.title, *(_cells(known[part.key]) if part.key in known else ("", "", "", "")))
                for part in accountability.components()
            ],
            columns=["question", "answer", "page", "read on", "note"],
        )
        edited = st.data_editor(
            table,
            hide_index=True,
            disabled=["question"],
            column_config={"answer": st.column_config.SelectboxColumn(options=ANSWERS)},
            key=f"facts_{draft.id}",
        )
        if st.form_submit_button("Use this description", type="primary"):
            _keep(draft, name, domain, edited)


def _cells(fact: Fact) -> tuple[str, str, str, str]:
    return fact.value, fact.source_url, fact.checked_on, fact.note


def _keep(draft: Draft, name: str, domain: str, edited: pd.DataFrame) -> None:
    """Keep the outlet as described and use it, or say what is wrong; what was typed stays in the form."""
    facts = []
    problems = [] if name.strip() else ["The outlet needs a name."]
    for part, row in zip(accountability.components(), edited.fillna("").itertuples(index=False), strict=True):
        _, value, page, day, note = (str(cell).strip() for cell in row)
        if not value:
            continue
        fact = Fact(part.key, value, page, day or date.today().isoformat(), note)
        problem = sharing.check(fact)
        problems += [f"{part.title}: {problem}"] if problem else []
        facts.append(fact)
    if problems:
        st.error(literal.in_markdown(" ".join(problems)))
        return
    outlet = Publisher(name=name.strip(), domain=sharing.host(domain), facts=tuple(facts))
    publishers.keep(outlet)
    edits.choose_publisher(draft.id, outlet)
    st.rerun()


def show_sharing() -> None:
    """Own outlets and ratings as files: out for the class, in from the instructor."""
    own = publishers.own()
    st.text(f"Outlets of your own: {', '.join(outlet.name for outlet in own) or 'none yet'}.")
    st.download_button(
        "Download your outlets (CSV)",
        sharing.write_outlets(own).encode("utf-8-sig"),
        "parallax-outlets.csv",
        "text/csv",
        disabled=not own,
    )
    file = st.file_uploader("Outlets of somebody else (CSV)", type=["csv"], key="outlet_file")
    if file and st.button("Add these outlets", type="primary"):
        _take_outlets(file.getvalue())
    st.text(
        "Ratings that you are entitled to use: a CSV with the columns outlet (name or address), rater, value, scale, "
        "year, source. They are shown beside the others and enter no score."
    )
    ratings = st.file_uploader("Ratings (CSV)", type=["csv"], key="rating_file")
    if ratings and st.button("Add these ratings", type="primary"):
        _take_ratings(ratings.getvalue())


def _take_outlets(raw: bytes) -> None:
    shared = sharing.read_outlets(_decoded(raw))
    for outlet in shared.outlets:
        publishers.keep(outlet)
    _report(len(shared.outlets), "Outlets", shared.problems)


def _take_ratings(raw: bytes) -> None:
    shared = sharing.read_ratings(_decoded(raw))
    publishers.keep_ratings(shared.ratings)
    _report(sum(map(len, shared.ratings.values())), "Ratings", shared.problems)


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8-sig", errors="replace")


def _report(taken: int, what: str, problems: tuple[str, ...]) -> None:
    """How many rows were taken, and one sentence for each that was not."""
    st.success(f"{what} added: {taken}.")
    for problem in problems:
        st.warning(literal.in_markdown(problem))

"""A report to hand in: findings and charts to choose, own text between them, and the finished files."""

import streamlit as st

from analysis.report import document, references
from ui import literal
from ui.cache import report
from ui.state import blind, events, reports
from ui.widgets import choice
from ui.widgets.report import adding, downloads, parts, shown


def head() -> None:
    """Title, author and style of the references."""
    written, stamp = reports.here(), f"{events.here().id}_{reports.begun()}"
    for label, field in (("Title", "title"), ("Your name", "author")):
        key = f"{field}_{stamp}"
        st.text_input(label, getattr(written, field), key=key, on_change=tell, args=(field, key))
    styles, key = list(references.STYLES), f"style_{stamp}"
    st.segmented_control(
        "Style of the references",
        styles,
        default=written.style if written.style in styles else styles[0],
        format_func=lambda style: references.STYLES[style].title,
        required=True,
        key=key,
        on_change=tell,
        args=("style", key),
    )


def tell(field: str, key: str) -> None:
    """Keep what was typed or chosen for a field of the report."""
    reports.tell(**{field: st.session_state[key]})


def rights(names: dict[str, str]) -> None:
    """Which articles may stand in the report in full."""
    key = f"full_{events.here().id}_{reports.begun()}"
    st.multiselect(
        "Articles that you may reproduce in full (the others are quoted in short spans only)",
        list(names),
        default=[one for one in names if one in reports.here().full_texts],
        format_func=lambda one: names[one],
        key=key,
        on_change=lambda: reports.allow(set(st.session_state[key])),
    )


st.title("Report")
articles = choice.show(english=True)
if blind.is_on():
    st.info("You are reading blind. A report names its sources: reveal the outlets to write one.")
elif articles:
    now = shown.here()
    drafts = document.drafts(now.found)
    st.html(
        '<p class="px-note">Choose what was found, put it into your own words and order. Methods, accuracy, limits and '
        "references are added by themselves.</p>"
    )
    head()
    adding.draft(now)
    parts.show(drafts)
    adding.show(now, drafts)
    rights(dict(now.found.names))
    st.header("Hand in")
    downloads.show(now)
    with st.expander("Preview", key="preview", on_change="rerun") as preview:
        if preview.open:
            page = report.page(now.found, reports.here()).decode()
            st.iframe(page, height=700, alt=literal.in_html("Preview of the report"))

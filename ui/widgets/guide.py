"""A two-minute guided start on a teaching case: each step opens a page, says what to look at and asks one question.

The step stands in the address, so that back, forward and a shared link go through the guide.
"""

from collections.abc import Mapping

import streamlit as st

from analysis import lexicons
from ui.literal import in_html
from ui.state import address, classroom, view

PLACES = ("event", "measure", "finding", "blind")  # what a step may put into the address
OWN = {"event": "own"}
FIRST = "compare"  # the page that has no name in the address


def show() -> None:
    """The strip of the step that is on, if the guide runs."""
    steps = lexicons.rows("guide.csv")
    now = view.guide_step(tuple(row["step"] for row in steps))
    if not now:
        return
    row = next(row for row in steps if row["step"] == now)
    position = steps.index(row)
    with st.container(border=True, key="guide"):
        st.html(
            f'<p class="px-lede"><b>Guide, {now} of {len(steps)}: {in_html(row["title"])}</b></p>'
            f'<p class="px-lede">{in_html(row["do"])}</p>'
            f'<p class="px-lede"><b>{in_html(row["question"])}</b></p>'
        )
        with st.expander("Compare your answer", key=f"guide_answer_{now}"):
            st.html(f'<p class="px-lede">{in_html(row["answer"])}</p>')
        with st.container(horizontal=True):
            if position:
                _step("Back", steps[position - 1])
            if position + 1 < len(steps):
                _step("Next step", steps[position + 1])
            else:
                _link("Add your own articles", "articles", OWN)
            _step("To this step’s place", row)
            _link("Close the guide", "", {})


def start(label: str, event: str = "") -> None:
    """The way into the guide, unless it runs; `event`: only where the guide is about this one."""
    first = lexicons.rows("guide.csv")[0]
    if view.GUIDE not in address.held() and event in ("", first["event"]):
        _step(label, first)


def _step(label: str, row: Mapping[str, str]) -> None:
    places = {name: row[name] for name in PLACES if row[name]}
    _link(label, row["page"], places | {view.GUIDE: row["step"]})


def _link(label: str, page: str, places: Mapping[str, str]) -> None:
    """A link to a page with `places` in its address; "" is the page on screen.

    Within a page it is a button: Streamlit leaves the address bar as it is on a link to the same page.
    """
    gone = {*PLACES, "articles", view.GUIDE}
    asked = {name: named for name, named in classroom.address_without_keys().items() if name not in gone}
    asked |= {name: [value] for name, value in places.items()}
    if page in ("", address.page() or FIRST):
        st.button(label, key=f"guide_{label}", type="tertiary", on_click=address.open_at, args=(asked,))
    else:
        st.page_link(f"ui/pages/{page}.py", label=label, width="content", query_params=asked)

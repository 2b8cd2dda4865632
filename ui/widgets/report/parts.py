"""The parts of a report in their order, each to be edited, moved and taken out."""

from collections.abc import Mapping

import streamlit as st

from analysis.report.excerpts import Excerpt
from analysis.report.findings import Finding
from analysis.workspace import Part
from ui import literal
from ui.state import reports
from ui.widgets.report import shown

KINDS = {"text": "Your text", "finding": "Finding", "chart": "Chart", "table": "Table"}
HINT = "A line that begins with # becomes a heading."


def show(drafts: Mapping[str, Finding]) -> None:
    """Every part with its fields; `drafts`: the findings by key."""
    parts = reports.here().parts
    if not parts:
        st.info("Nothing is in the report yet. Start from a draft, or add your own text, findings and charts below.")
    for at, part in enumerate(parts):
        with st.container(border=True, key=f"part_{at}"):
            _part(at, part, drafts)


def _part(at: int, part: Part, drafts: Mapping[str, Finding]) -> None:
    title = _title(part, drafts)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<div class="px-head-line">{KINDS[part.kind]}<b>{literal.in_html(title)}</b></div>', width="stretch")
        with st.container(horizontal=True, width="content"):
            _buttons(at, title)
    _text(at, part, drafts)


def _buttons(at: int, title: str) -> None:
    for sign, what, act, given in (
        ("Up", "Move up", reports.move, (at, -1)),
        ("Down", "Move down", reports.move, (at, 1)),
        ("Remove", "Take out", reports.remove, (at,)),
    ):
        told = f"{what}: part {at + 1}, {title}"
        st.button(sign, key=f"{sign}_{at}_{reports.order()}", help=told, on_click=act, args=given, type="tertiary")


def _text(at: int, part: Part, drafts: Mapping[str, Finding]) -> None:
    """The words of the part: the author's own, or a drafted finding to edit."""
    finding = drafts.get(part.key) if part.kind == "finding" else None
    drafted = finding.text if finding else ""
    key = f"words_{at}_{shown.stamp()}"
    labels = {"text": f"Your text. {HINT}", "finding": "Drafted sentences, to edit"}
    st.text_area(
        labels.get(part.kind, "Your words below it, if you like"),
        part.text or drafted,
        key=key,
        height="content",
        label_visibility="visible" if part.kind != "finding" else "collapsed",
        on_change=lambda: reports.write(at, st.session_state[key], drafted),
    )
    if finding and finding.passages:
        with st.expander(f"Its passages ({len(finding.passages)})"):
            st.html("".join(_passage(one, shown.here().found.names[one.article]) for one in finding.passages))


def _passage(one: Excerpt, name: str) -> str:
    words = "".join(
        (literal.in_html(one.before), f"<mark>{literal.in_html(one.marked)}</mark>", literal.in_html(one.after))
    )
    return f'<div class="px-passage">{words}<br><small>{literal.in_html(f"{name}, {one.place}")}</small></div>'


def _title(part: Part, drafts: Mapping[str, Finding]) -> str:
    if part.kind == "text":
        return next((line.lstrip("# ") for line in part.text.split("\n") if line.strip()), "empty")[:60]
    if part.kind == "finding":
        return drafts[part.key].title if part.key in drafts else "a finding that is not there any more"
    if part.kind == "chart":
        return shown.title(part.key)
    return part.key.replace("_", " ")

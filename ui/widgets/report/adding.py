"""Adding to a report: a text, a finding, a chart or a table, or a whole first draft."""

from collections.abc import Mapping

import streamlit as st

from analysis.report import chart, outline
from analysis.report.findings import Finding
from ui.cache import report
from ui.state import events, reports
from ui.widgets.report import shown
from ui.widgets.report.shown import Shown


def show(now: Shown, drafts: Mapping[str, Finding]) -> None:
    """The fields below the parts."""
    st.button("Add a text of your own", on_click=lambda: reports.add("text"))
    titles = {key: finding.title for key, finding in drafts.items()}
    _add("finding", "Add a finding", titles)
    _add("chart", "Add a chart", {key: shown.title(key) for key in chart.keys(now.found)})
    _add("table", "Add a table", {name: name.replace("_", " ") for name in report.table_names(now.articles)})


def draft(now: Shown) -> None:
    """The button that begins a report with the findings that tell most."""
    st.html('<p class="px-note">A draft has the few findings in which the articles differ most; add others below.</p>')
    begun = bool(reports.here().parts)
    label = "Start again from a draft (this replaces what is here)" if begun else "Start from a draft"
    st.button(label, type="secondary" if begun else "primary", on_click=_begin, args=(now,))


def _begin(now: Shown) -> None:
    reports.begin(outline.build(now.found, reports.here().title or events.here().title))


def _add(kind: reports.Kind, label: str, titles: Mapping[str, str]) -> None:
    """A list of what is not in the report; what is chosen goes to its end."""
    key = f"add_{kind}_{reports.order()}"
    inside = {part.key for part in reports.here().parts if part.kind == kind}
    rest = [one for one in titles if one not in inside]
    st.selectbox(
        label,
        rest,
        index=None,
        format_func=lambda one: titles[one],
        placeholder=f"Choose of {len(rest)} …",
        key=key,
        on_change=lambda: reports.add(kind, st.session_state[key]),
    )

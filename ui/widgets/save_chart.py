"""The menu of a chart: its picture as SVG or PNG, the data behind it, and its alternative text."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.charts.theme import Figure
from analysis.report import data, files
from ui.cache import report
from ui.state import reports
from ui.widgets.report import shown

CHARTS: Mapping[str, str] = {  # where a chart is shown under another name than it is saved
    "strip": "sentiment_strip",
    "accountability": "outlet_credibility",
    "sides": "side_balance",
    "verbs": "verb_classes",
    "gaps": "omissions",
    "actors": "actor_tone",
    "words": "distinctive_words",
}
HOW = (
    "Drawn by the server with matplotlib at print size, always on white, with title, legend, names in full and a "
    "caption on method, n, date and version. No network is needed. The data file has all rows of the chart."
)


def show(figure: Figure, key: str) -> None:
    """The menu of `figure`, which is shown under `key`; nothing is drawn before it is asked for."""
    name = CHARTS.get(key, key)
    with st.popover("Save", key=f"save_{key}", on_change="rerun", icon=":material/download:") as menu:
        if menu.open:
            _choices(figure, name)


def in_words(key: str) -> str:
    """What the chart shown under `key` shows."""
    return shown.in_words(CHARTS.get(key, key))


def _choices(figure: Figure, name: str) -> None:
    now, built = shown.chart(name)
    drafted = replace(built, figure=figure, extract="")
    drawn, field = drafted.described(shown.own_words(name)), f"alt_{name}_{shown.stamp()}"
    st.text_area(
        "What the picture shows, for those who cannot see it",
        drawn.alt,
        key=field,
        height=150,
        on_change=lambda: reports.describe(name, st.session_state[field], drafted.alt),
    )
    table = data.of_chart(drawn, now.found, reports.here().full_texts)
    with st.container(horizontal=True):
        for label, kind, media in (("SVG", "svg", "image/svg+xml"), ("PNG", "png", "image/png")):
            st.download_button(
                label,
                partial(report.picture, drawn, now.found, kind),
                f"{name}.{kind}",
                media,
                key=f"{kind}_{name}",
                on_click="ignore",
            )
        st.download_button(
            "Data", partial(files.csv_bytes, table), f"{name}.csv", "text/csv", key=f"csv_{name}", on_click="ignore"
        )
    own = "The text above is your own; empty it to have the drafted one again. " if shown.own_words(name) else ""
    st.html(f'<p class="px-note">{own}{HOW}</p>')

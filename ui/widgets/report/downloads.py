"""The finished files: the report in three formats, the data, and one bundle of everything."""

from functools import partial

import streamlit as st

from analysis.report import data, files
from analysis.report.codebook import build as build_codebook
from analysis.report.compared import Compared
from ui import literal
from ui.cache import report
from ui.state import events, reports
from ui.widgets.report import shown
from ui.widgets.report.shown import Shown

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CARE = "Hand such a file to those who study the articles; publish it only where you may."
WRITERS = (
    ("HTML", "html", "text/html", report.page),
    ("Word (DOCX)", "docx", DOCX, report.word),
    ("PDF", "pdf", "application/pdf", report.paper),
)


def show(now: Shown) -> None:
    """The buttons. Each file is made when it is asked for."""
    written, event = reports.here(), events.here().id
    name = literal.slug(written.title or event)
    with st.container(horizontal=True):
        for label, ending, media, write in WRITERS:
            st.download_button(
                label,
                partial(write, now.found, written),
                f"{name}.{ending}",
                media,
                key=f"report_{ending}",
                on_click="ignore",
                type="primary",
            )
    st.subheader("Data")
    st.text("Every table with outlet, date, address and event in each row, and a codebook that explains each column.")
    st.download_button(
        "All tables (XLSX)",
        partial(_tables, now.found, written.full_texts),
        f"{name}.xlsx",
        XLSX,
        key="tables",
        on_click="ignore",
    )
    st.subheader("Everything in one file")
    st.text(
        "The report, all charts as SVG and PNG, all tables, codebook, word lists, references and settings. It takes "
        "some seconds."
    )
    with_texts = st.toggle(
        "With the articles in full, so that Parallax can open it again on the page “Your work”",
        value=True,
        key="with_texts",
    )
    work = shown.own_work() if with_texts else None
    st.download_button(
        "Bundle (ZIP)",
        partial(report.everything, now.found, written, work, event),
        f"{name}.zip",
        "application/zip",
        key="bundle",
        on_click="ignore",
    )
    if with_texts:
        st.html(f'<p class="px-note">{CARE}</p>')


def _tables(found: Compared, full_texts: frozenset[str]) -> bytes:
    tables = data.build(found, full_texts)
    return files.xlsx_bytes({**tables, "codebook": build_codebook(tables)})

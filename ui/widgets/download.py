"""A table as a file that a spreadsheet opens."""

import pandas as pd
import streamlit as st

from analysis.report import files


def table(label: str, rows: pd.DataFrame, name: str) -> None:
    """A button that hands out `rows` as CSV; off where there are none."""
    st.download_button(label, files.csv_bytes(rows), name, "text/csv", disabled=rows.empty)

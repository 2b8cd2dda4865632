"""A table as a file that a spreadsheet opens."""

import pandas as pd
import streamlit as st

from analysis.report import files


def table(label: str, rows: pd.DataFrame, name: str) -> None:
    """A button that hands out `rows` as CSV, where there are any."""
    if not rows.empty:
        st.download_button(label, files.csv_bytes(rows), name, "text/csv")

"""How often a detector is right: its figures on public gold data, beside those of other systems."""

import streamlit as st

from analysis import lexicons


def show(measure: str) -> None:
    """The accuracy card of `measure`; a sentence where nothing was measured."""
    rows = [dict(row) for row in lexicons.rows("accuracy.csv") if row["measure"] == measure]
    with st.expander("How accurate is it?"):
        if not rows:
            st.text("A count by fixed rules; it was not measured against public gold data yet.")
            return
        columns = ["system", "metric", "value", "low", "high", "n", "data", "how"]
        st.dataframe([{column: row[column] for column in columns} for row in rows], hide_index=True)
        st.caption("low and high: 95 % interval over articles, where one was taken.")

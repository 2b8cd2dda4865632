"""Charts on a page: one configuration for all of them."""

import streamlit as st

from analysis.charts.theme import Figure

CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "autoScale2d"]}


def show_chart(figure: Figure, alt: str, *, key: str) -> None:
    """Show `figure`; `alt` is what a screen reader says instead."""
    st.plotly_chart(figure, key=f"chart_{key}", config=CONFIG, alt=alt)

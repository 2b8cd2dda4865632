"""Charts on a page: one configuration for all of them, and a menu below each to save it."""

import streamlit as st

from analysis.charts.theme import Figure
from ui.widgets import save_chart

BUTTONS = ("select2d", "lasso2d", "zoom2d", "pan2d", "autoScale2d", "toImage")  # the menu below saves it, on white
CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": list(BUTTONS)}


def show_chart(figure: Figure, alt: str, *, key: str) -> None:
    """Show `figure`. A screen reader says `alt`, the kind of chart, and then in words what the chart shows."""
    st.plotly_chart(figure, key=f"chart_{key}", config=CONFIG, alt=f"{alt}. {save_chart.in_words(key)}")
    save_chart.show(figure, key)

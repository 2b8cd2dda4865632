"""Parallax, the dashboard: page settings and the list of pages, nothing else."""

from pathlib import Path

import streamlit as st

from ui import cache

ASSETS = Path(__file__).parent / "ui" / "assets"

st.set_page_config(page_title="Parallax", page_icon=str(ASSETS / "icon.png"), layout="wide")
st.logo(str(ASSETS / "logo.svg"), size="large")
cache.warm_up()
st.html(Path(__file__).parent / "ui" / "assets" / "page.css")
st.navigation(
    [
        st.Page("ui/pages/compare.py", title="Compare", default=True),
        st.Page("ui/pages/read.py", title="Read"),
        st.Page("ui/pages/articles.py", title="Articles"),
        st.Page("ui/pages/methods.py", title="Methods"),
    ],
    position="top",
).run()

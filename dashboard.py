"""Parallax, the dashboard: page settings and the list of pages, nothing else."""

from pathlib import Path

import streamlit as st

from ui import security

ASSETS = Path(__file__).parent / "ui" / "assets"


def show() -> None:
    """The page settings, the strip of pages and the page asked for."""
    st.set_page_config(page_title="Parallax", page_icon=str(ASSETS / "icon.png"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    st.html(ASSETS / "page.css")
    from ui import cache  # noqa: PLC0415  only inside a session: the server has no cache to speak of

    cache.warm_up()
    pages = [
        st.Page("ui/pages/compare.py", title="Compare", default=True),
        st.Page("ui/pages/event.py", title="Event"),
        st.Page("ui/pages/voices.py", title="Voices"),
        st.Page("ui/pages/outlets.py", title="Outlets"),
        st.Page("ui/pages/read.py", title="Read"),
        st.Page("ui/pages/frames.py", title="Frames"),
        st.Page("ui/pages/articles.py", title="Articles"),
        st.Page("ui/pages/methods.py", title="Methods"),
    ]
    here = st.navigation(pages, position="hidden")
    with st.container(horizontal=True, key="pages"):  # Streamlit's own menu stays open over the page on a phone
        for page in pages:
            st.page_link(page, width="content", label=f"**{page.title}**" if page == here else None)
    here.run()


if __name__ == "__main__":  # Streamlit runs the script so; its server imports the file for `app`
    show()
else:
    app = st.App(__file__, middleware=security.middleware())

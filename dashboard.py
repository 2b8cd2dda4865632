"""Parallax, the dashboard: page settings and the list of pages, nothing else."""

from pathlib import Path

import streamlit as st

from ui import security

ASSETS = Path(__file__).parent / "ui" / "assets"
PAGES = {
    **{"compare": "Compare", "event": "Event", "voices": "Voices", "outlets": "Outlets", "read": "Read"},
    **{"frames": "Frames", "articles": "Articles", "work": "Your work", "methods": "Methods"},
}


def show() -> None:
    """The page settings, the strip of pages and the page asked for."""
    st.set_page_config(page_title="Parallax", page_icon=str(ASSETS / "icon.png"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    st.html(ASSETS / "page.css")
    from ui import keeping  # noqa: PLC0415  only inside a session: the server has no cache to speak of
    from ui.cache import warm_up  # noqa: PLC0415
    from ui.state import address  # noqa: PLC0415

    warm_up.once()
    address.follow()
    keeping.restore()
    pages = [
        st.Page(f"ui/pages/{file}.py", title=title, default=not n) for n, (file, title) in enumerate(PAGES.items())
    ]
    here = st.navigation(pages, position="hidden")
    with st.container(horizontal=True, key="pages"):  # Streamlit's own menu stays open over the page on a phone
        for page in pages:
            st.page_link(page, width="content", label=f"**{page.title}**" if page == here else None)
    here.run()
    keeping.save()
    address.write()


if __name__ == "__main__":  # Streamlit runs the script so; its server imports the file for `app`
    show()
else:
    app = st.App(__file__, middleware=security.middleware())

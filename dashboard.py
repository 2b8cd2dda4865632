"""Parallax, the dashboard: page settings and the list of pages, nothing else."""

from pathlib import Path

import streamlit as st

from ui import security, warm_up

ASSETS = Path(__file__).parent / "ui" / "assets"
PAGES = {
    **{"compare": "Compare", "event": "Event", "voices": "Voices", "outlets": "Outlets", "read": "Read"},
    **{"frames": "Frames", "articles": "Articles", "assign": "Assignments", "task": "Your assignment"},
    **{"report": "Report", "work": "Your work", "methods": "Methods"},
}


def show() -> None:
    """The page settings, the strip of pages and the page asked for."""
    st.set_page_config(page_title="Parallax", page_icon=str(ASSETS / "icon.png"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    st.html(ASSETS / "page.css")
    from ui import keeping  # noqa: PLC0415  only inside a session: the server has no cache to speak of
    from ui.state import address, classroom  # noqa: PLC0415
    from ui.widgets import lost, page_strip  # noqa: PLC0415

    address.follow()
    keeping.restore()
    pages = [
        st.Page(f"ui/pages/{file}.py", title=title, default=not n) for n, (file, title) in enumerate(PAGES.items())
    ]
    here = st.navigation(pages, position="hidden")
    classroom.arrive(here.url_path)
    page_strip.show(pages, here)
    above = st.empty()
    here.run()
    with above.container():
        lost.show()
    keeping.save()
    address.write()


if __name__ == "__main__":  # Streamlit runs the script so; its server imports the file for `app`
    show()
else:
    app = st.App(__file__, lifespan=warm_up.lifespan, middleware=security.middleware())

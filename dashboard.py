"""Parallax, the dashboard: page settings and the pages in the order of the work, nothing else."""

from pathlib import Path

import streamlit as st

from ui import security, warm_up

ASSETS = Path(__file__).parent / "ui" / "assets"
WAY = {  # step of the way -> its pages: file and title
    "Choose": {"articles": "Articles"},
    "Compare": {"compare": "Compare", "event": "Event", "voices": "Voices", "outlets": "Outlets"},
    "Read": {"read": "Read"},
    "Judge": {"judge": "Judge", "frames": "Frames"},
    "Keep": {"report": "Report", "work": "Your work"},
    "In class": {"assign": "Assignments", "task": "Your assignment"},
    "Learn": {"methods": "Methods"},
}
FIRST = "compare"  # the page that opens: the teaching case, compared


def show() -> None:
    """The page settings, the strip of pages and the page asked for."""
    from ui import keeping  # noqa: PLC0415  only inside a session: the server has no cache to speak of
    from ui.state import address, classroom  # noqa: PLC0415
    from ui.widgets import guide, lost, way  # noqa: PLC0415

    steps = {
        step: [st.Page(f"ui/pages/{file}.py", title=title, default=file == FIRST) for file, title in files.items()]
        for step, files in WAY.items()
    }
    here = st.navigation([page for pages in steps.values() for page in pages], position="hidden")
    st.set_page_config(page_title=f"{here.title} · Parallax", page_icon=str(ASSETS / "icon.png"), layout="wide")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    st.html(ASSETS / "page.css")
    address.follow(here.url_path)
    keeping.restore()
    classroom.arrive(here.url_path)
    way.show(steps, here)
    guide.show()
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

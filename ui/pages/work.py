"""Your work: keep it on this machine, take it along as a file, open it again, delete it."""

import streamlit as st

from analysis import workspace
from analysis.errors import UnreadableInput
from analysis.report import bundle_settings
from ui import keeping, literal
from ui.state import work
from ui.widgets import change_list, choice


def keep() -> None:
    """The switch for keeping, and what it means."""
    kept = bool(work.kept_under())
    wish = st.toggle("Keep my work on this machine", value=kept, key=f"keep_{kept}")
    if wish and not kept:
        keeping.begin()
        st.rerun()
    if kept and not wish:
        keeping.stop()
        st.rerun()
    if kept:
        st.text(
            "Every change is kept. The address of this page opens it again after a reload or tomorrow: bookmark it. "
            "Whoever has the address has the work, so pass it on only if you mean to. Switching this off deletes what "
            "is kept."
        )
    else:
        st.text("Your work stays in this browser tab and is gone when you close or reload it.")


def take_along() -> None:
    """One file with everything, out and in."""
    text = workspace.write(work.workspace())
    st.download_button("Download everything as one file", text, "parallax-workspace.json", "application/json")
    file = st.file_uploader("Open a workspace file or a bundle", type=["json", "zip"], key="workspace_file")
    if file:
        st.button("Open it in place of what is here", type="primary", on_click=open_file, args=(file.getvalue(),))


def open_file(raw: bytes) -> None:
    """Open a workspace file, or say what is wrong with it."""
    try:
        opened = bundle_settings.opened(raw)
    except UnreadableInput as error:
        st.error(literal.in_markdown(str(error)))
        return
    work.open_workspace(opened.workspace, opened.event, opened.articles)
    st.success(literal.in_markdown(f"Opened. {opened.note}".strip()))


def delete() -> None:
    """Everything that this person put in, here and in the store."""
    sure = st.checkbox("I want to delete all my articles, corrections, answers and outlets", key="sure")
    st.button("Delete everything", disabled=not sure, on_click=delete_all)


def delete_all() -> None:
    """Delete what is kept and what is in this session."""
    if work.kept_under():
        keeping.stop()
    work.open_workspace(workspace.Workspace())
    st.session_state["sure"] = False
    st.success("Everything was deleted.")


st.title("Your work")
here = work.workspace()
articles = sum(len(event.drafts) for event in here.events)
st.text(f"Articles in events of your own or changed by you: {articles}.")
st.header("Your corrections")
choice.show(several=False)
change_list.show_event()
st.header("Keep")
keep()
st.header("Take along")
take_along()
st.header("Delete")
delete()

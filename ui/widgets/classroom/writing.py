"""A field for written answers that keeps what is written while it is written, so that a closed tab loses nothing."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

ASSETS = Path(__file__).parents[2] / "assets"
COMPONENT = st.components.v2.component(
    "parallax_writing",
    html='<textarea></textarea><div class="state" role="status"></div>',
    css=(ASSETS / "writing.css").read_text(encoding="utf-8"),
    js=(ASSETS / "writing.js").read_text(encoding="utf-8"),
)


def show(value: str, *, label: str, kept: str, rows: int, key: str, keep: Callable[[str], None]) -> None:
    """The field with `value`; `keep` is called with what was written. kept: what to say once it is kept."""

    def changed() -> None:
        sent = st.session_state[key].get("text")
        if isinstance(sent, str):  # a browser can send anything
            keep(sent)

    COMPONENT(key=key, data={"value": value, "label": label, "kept": kept, "rows": rows}, on_text_change=changed)

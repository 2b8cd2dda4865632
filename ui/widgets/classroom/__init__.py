"""Widgets of the pages “Assignments” and “Your assignment”."""

from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from analysis.errors import ParallaxError
from ui import literal
from ui.state import classroom

P = ParamSpec("P")


def attempt(action: Callable[P, object], done: str, *args: P.args, **told: P.kwargs) -> None:
    """Do it and have `done` said, or the reason why not."""
    try:
        action(*args, **told)
    except ParallaxError as error:
        classroom.say("error", str(error))
    else:
        if done:
            classroom.say("success", done)


def notice() -> None:
    """What the last click led to."""
    kind, sentence = classroom.said()
    if sentence:
        {"success": st.success, "error": st.error}[kind](literal.in_markdown(sentence))

"""Widgets of the pages “Assignments” and “Your assignment”."""

import time
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


def to_the_top(why: str) -> None:
    """Scroll to the beginning of the page; once, as long as `why` stays the same."""
    script = f'/* {literal.slug(why)} */ document.querySelector("[data-testid=stMain]").scrollTo(0, 0)'
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def notice() -> None:
    """What the last click led to, and the page back at its beginning, where this is said."""
    kind, sentence = classroom.said()
    if sentence:
        to_the_top(f"{time.monotonic_ns()}")
        {"success": st.success, "error": st.error}[kind](literal.in_markdown(sentence))

"""Words of an article that a person types or that stand in a list."""

import streamlit as st

from analysis.model import Article, Span

LONGEST = 90  # characters of a passage in a list
ASKED = "Its words, exactly as printed (copy them from the text)"
NOT_THERE = "These words do not stand in the article. Copy them from the text, from first to last."


def short(article: Article, span: Span) -> str:
    """The words of `span` for a list."""
    return cut(article.body[span.start : span.end])


def cut(text: str) -> str:
    """`text` for a list."""
    words = " ".join(text.split())
    return f"{words[:LONGEST].rstrip()}…" if len(words) > LONGEST else words


def typed(article: Article, key: str) -> tuple[int, int] | None:
    """Where the words typed under `key` stand, in a callback; None, and a complaint kept, where they do not.

    What was typed leaves the form where it stands in the article, and stays where it does not.
    """
    words = st.session_state[f"{key}_words"].strip()
    start = article.body.find(words) if words else -1
    st.session_state[f"{key}_problem"] = NOT_THERE if start < 0 else ""
    if start < 0:
        return None
    st.session_state[f"{key}_words"] = ""
    return start, start + len(words)


def refuse(key: str, problem: str) -> None:
    """Keep a complaint about what was typed under `key`, in a callback."""
    st.session_state[f"{key}_problem"] = problem


def complain(key: str) -> None:
    """Show the complaint about what was typed last under `key`, if there is one."""
    if problem := st.session_state.get(f"{key}_problem"):
        st.error(problem)

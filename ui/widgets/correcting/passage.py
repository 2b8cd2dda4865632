"""Words of an article that a person types or that stand in a list."""

import streamlit as st

from analysis.model import Article, Span

LONGEST = 90  # characters of a passage in a list
AROUND = 30  # characters on either side of words that can stand twice
ASKED = "Its words, exactly as printed (copy them from the text)"
NOT_THERE = "These words do not stand in the article. Copy them from the text, from first to last."


def short(article: Article, span: Span) -> str:
    """The words of `span` for a list."""
    return cut(article.body[span.start : span.end])


def beside_others(article: Article, span: Span) -> str:
    """The words of `span` with some before and behind them, for a list in which the same words can stand twice."""
    body, start, end = article.body, max(0, span.start - AROUND), span.end + AROUND
    before, behind = body[start : span.start], body[span.end : end]
    before = f"… {before.partition(' ')[2]}" if start else before
    behind = f"{behind.rpartition(' ')[0]} …" if end < len(body) else behind
    return " ".join(f"{before}[{body[span.start : span.end]}]{behind}".split())


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

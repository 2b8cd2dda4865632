"""Assignments: the keys that open them, and what is to be said after a click.

A key stands in the address of its own page only, so that a link copied on another page gives nobody away.
"""

import secrets

import streamlit as st

from ui.state import address

CODE, ME, DESK = "code", "me", "desk"  # address: join code, a student's key, an instructor's key
SHOWN = {"assign": (DESK,), "task": (CODE, ME)}  # page -> what its address may carry
SAID = "classroom_said"  # session: (kind, sentence), shown once
REVISIONS = "classroom_revisions"  # session: (task, unit) -> the revision that this tab knows
GUESSER = "classroom_guesser"  # session: a random name under which wrong codes are counted
TRIED = "classroom_tried"  # session: (task, unit) -> answer given in a preview


def arrive(page: str) -> None:
    """Take the keys from the address, and leave those in it that belong to `page`."""
    for name in (CODE, ME, DESK):
        asked = next(iter(address.values(name)), "")
        if asked:
            st.session_state[_kept(name)] = asked
        own = key(name) if name in SHOWN.get(page, ()) else ""
        address.hold(name, [own] if own else [])


def address_without_keys() -> dict[str, list[str]]:
    """What the address says, for a link to another page."""
    return {name: list(named) for name, named in address.held().items() if name not in (CODE, ME, DESK)}


def key(name: str) -> str:
    """The key of this kind that this session has; "" for none."""
    return str(st.session_state.get(_kept(name), ""))


def hold(name: str, value: str) -> None:
    """Keep a key, here and in the address; "" forgets it."""
    st.session_state[_kept(name)] = value
    address.hold(name, [value] if value else [])
    st.session_state.pop(REVISIONS, None)


def guesser() -> str:
    """A name for this session that says nothing about the person."""
    if GUESSER not in st.session_state:
        st.session_state[GUESSER] = secrets.token_hex(8)
    return str(st.session_state[GUESSER])


def say(kind: str, sentence: str) -> None:
    """Have a sentence shown once; kind: success or error."""
    st.session_state[SAID] = (kind, sentence)


def said() -> tuple[str, str]:
    """What is to be said, once; ("", "") for nothing."""
    found: tuple[str, str] = st.session_state.pop(SAID, ("", ""))
    return found


def revisions() -> dict[tuple[str, str], int]:
    """The revisions of answers as this tab knows them, to be changed in place."""
    found: dict[tuple[str, str], int] = st.session_state.setdefault(REVISIONS, {})
    return found


def tried() -> dict[tuple[str, str], str]:
    """The answers given in a preview, to be changed in place."""
    found: dict[tuple[str, str], str] = st.session_state.setdefault(TRIED, {})
    return found


def base() -> str:
    """The address of this dashboard without page and parameters."""
    return (st.context.url or "").split("?")[0].rsplit("/", 1)[0]


def _kept(name: str) -> str:
    return f"classroom_{name}"

"""Signing in with the school's own accounts (OpenID Connect), where whoever runs the server has set it up.

It only keeps strangers out: nothing of an account is read or kept, students stay with their pseudonyms.
"""

from importlib.util import find_spec

import streamlit as st


def passed() -> bool:
    """Whether the assignments are open to this person; a button to sign in where they are not."""
    if not st.secrets.load_if_toml_exists() or "auth" not in st.secrets:
        return True
    if find_spec("authlib") is None:
        st.error("Signing in is set up here, but the package Authlib is missing: see .ci/deploy/README.md.")
        return False
    if st.user.get("is_logged_in", False):
        return True
    st.text("Assignments on this server are for members of the school.")
    st.button("Sign in", type="primary", on_click=st.login)
    return False

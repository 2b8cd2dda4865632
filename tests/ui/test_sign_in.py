"""Where the school's sign-in is set up, assignments stay shut for strangers."""

from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st  # noqa: PLC0415

    from ui.widgets.classroom import sign_in  # noqa: PLC0415

    st.text("open" if sign_in.passed() else "shut")


def run(**secrets):
    app = AppTest.from_function(page)
    for name, value in secrets.items():
        app.secrets[name] = value
    app.run()
    assert not app.exception
    return app


def test_without_a_provider_nobody_is_asked():
    assert run().text[0].value == "open"


def test_a_stranger_is_asked_to_sign_in(monkeypatch):
    monkeypatch.setattr("ui.widgets.classroom.sign_in.find_spec", lambda name: object())
    app = run(auth={"client_id": "x"})
    assert app.text[-1].value == "shut"
    assert app.button[0].label == "Sign in"


def test_a_missing_package_shuts_the_pages_too(monkeypatch):
    monkeypatch.setattr("ui.widgets.classroom.sign_in.find_spec", lambda name: None)
    app = run(auth={"client_id": "x"})
    assert app.text[-1].value == "shut"
    assert "Authlib" in app.error[0].value

# ruff: noqa: PLC0415  each script runs alone and imports for itself
"""Keys stand in the address of their own page only; what the machine says is shown only where it is not hidden."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from analysis.classroom import drafting, instructing, ready_made, taking_part
from analysis.classroom.records import Answer
from analysis.settings import STORE
from analysis.store import Store
from ui import keeping


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv(STORE, str(tmp_path / "parallax.sqlite"))
    keeping.store.clear()  # the server's, kept for its whole life
    yield Store(tmp_path / "parallax.sqlite")
    keeping.store.clear()


def run(script, **told):
    app = AppTest.from_function(script, kwargs=told, default_timeout=60)
    app.run()
    assert not app.exception
    return app


def joined(store, **changes):
    made = ready_made.make("ilvane-treaty", ["meridian-wire", "tallow-post"], ["claims"])
    made = drafting.keyed(made, ())
    handed_out = instructing.hand_out(store, dataclasses.replace(made, **changes))
    return taking_part.join(store, handed_out.code, "Heron", "test")


def work(key):
    import streamlit as st

    from ui.state import classroom
    from ui.widgets.classroom import coding, own_work

    st.session_state[coding.STEP] = 1
    classroom.hold(classroom.ME, key)
    own_work.show(key)


@pytest.mark.parametrize(("hidden", "shown"), [(True, False), (False, True)])
def test_machine_and_outlets_are_shown_while_judging_only_where_they_are_not_hidden(store, hidden, shown):
    app = run(work, key=joined(store, hide_machine=hidden, hide_outlets=hidden))
    assert any("Heron" in one.value for one in app.caption)
    captions = " ".join(one.value for one in app.caption)
    assert ("The machine says" in captions) == shown
    assert ("Meridian Wire" in captions) == shown


def test_an_answer_is_kept_as_it_is_given(store):
    key = joined(store)
    app = run(work, key=key)
    app.button_group[0].set_value("reported").run()
    [kept] = taking_part.handout(store, key).answers
    assert (kept.value, kept.revision) == ("reported", 1)
    assert "1 of 8 in this part answered" in [one.value for one in app.caption]


def test_a_change_in_another_tab_is_said_and_shown(store):
    key = joined(store)
    app = run(work, key=key)
    first = app.button_group[0].key.removeprefix("coding_claims_")
    taking_part.save(store, key, Answer("claims", first, "not reported"))
    app.button_group[0].set_value("reported").run()
    assert "changed in another tab" in app.error[0].value
    assert app.session_state[f"coding_claims_{first}"] == "not reported"


def test_keys_leave_the_address_on_other_pages():
    def script():
        import streamlit as st

        from ui.state import address, classroom

        address.hold("desk", ["secret"])
        classroom.arrive("read")
        st.session_state["elsewhere"] = address.held()
        classroom.arrive("assign")
        st.session_state["there"] = address.held()

    app = run(script)
    assert "desk" not in app.session_state["elsewhere"]
    assert app.session_state["there"]["desk"] == ("secret",)

# ruff: noqa: PLC0415  each script runs alone and imports for itself
"""Keys stand in the address of their own page only; what the machine says is shown only where it is not hidden."""

import dataclasses

import pytest
from streamlit.testing.v1 import AppTest

from analysis.classroom import drafting, instructing, ready_made, taking_part, units
from analysis.classroom.records import Answer, Criterion, Points
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


def desk(key):
    import streamlit as st

    from ui.state import classroom
    from ui.widgets.classroom import desk

    classroom.hold(classroom.DESK, key)
    st.session_state.setdefault("desk_view", "Points")
    desk.show(key)


@pytest.fixture
def handed_in(store):
    """The instructor's key and the student's, of an assignment with a rubric that one student has handed in."""
    made = ready_made.make("ilvane-treaty", ["meridian-wire", "tallow-post"], ["claims"])
    rubric = (Criterion("Evidence", 10), Criterion("Style", 5))
    handed_out = instructing.hand_out(store, dataclasses.replace(made, rubric=rubric))
    me = taking_part.join(store, handed_out.code, "Heron", "test")
    taking_part.save(store, me, Answer("claims", units.find(made, "claims")[0].id, "reported"))
    taking_part.submit(store, me)
    return handed_out.key, me


def said(app):
    return " ".join(one.value if hasattr(one, "value") else one.proto.body for one in (*app.caption, *app.get("html")))


def test_points_are_kept_as_they_are_given_and_seen_by_the_student_once_released(store, handed_in):
    key, me = handed_in
    app = run(desk, key=key)
    app.number_input[0].set_value(7).run()
    app.text_area[0].set_value("Name the words.").run()
    assert instructing.room(store, key).works[0].points == Points((7, None), "Name the words.")
    before = said(run(work, key=me))
    assert "not released points yet" in before
    assert "Name the words." not in before
    app.button(key="points_release").click().run()
    after = said(run(work, key=me))
    assert "7 of 10" in after
    assert "not marked yet" in after
    assert "once all are marked" in after
    assert "Name the words." in after


def test_no_points_are_on_the_screen_without_names(store, handed_in):
    key, _ = handed_in
    app = run(desk, key=key)
    app.toggle(key="desk_unnamed").set_value(True).run()
    assert not app.number_input
    assert "seminar room" in app.info[0].value


def make(own):
    import streamlit as st

    from analysis.ingest.manuscript import Manuscript
    from analysis.workspace import Draft
    from ui.state import events
    from ui.widgets.classroom import making

    if own and "added" not in st.session_state:
        st.session_state["added"] = True
        events.add(
            [Draft("own", Manuscript("own", "Bridge opens\n\nThe toll is four coins, the mayor said on Tuesday."))]
        )
    making.show()


def test_own_articles_among_those_of_a_case_are_handed_out_and_nothing_of_the_case_with_them(store):
    app = run(make, own=True)
    assert "It needs a title" in app.warning[0].value
    app.text_input[0].set_value("The bridge").run()
    next(one for one in app.button if one.label == "Hand it out on this server").click().run()
    made = instructing.room(store, app.session_state["classroom_desk"]).assignment
    assert [one.body.split("\n")[0] for one in made.articles] == ["Bridge opens"]
    assert (made.title, made.key, made.sides) == ("The bridge", (), ())


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


def test_marking_goes_on_where_the_work_on_screen_is_withdrawn(store, handed_in):
    key, me = handed_in
    code = instructing.room(store, key).code
    other = taking_part.join(store, code, "Finch", "test")
    taking_part.save(store, other, taking_part.hand_in_file(store, me).answers[0])
    taking_part.submit(store, other)
    app = run(desk, key=key)
    app.button(key="points_next").click().run()
    assert app.selectbox(key="points_who").value == instructing.room(store, key).works[1].participant
    taking_part.withdraw(store, other)
    app.run()
    assert not app.exception
    assert app.selectbox(key="points_who").options == ["Heron"]

# ruff: noqa: PLC0415  each script runs alone and imports for itself
"""What is answered and corrected while outlets are hidden belongs to the real article."""

from streamlit.testing.v1 import AppTest


def run(script, **address):
    app = AppTest.from_function(script)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_answers_and_corrections_made_blind_are_kept_under_the_real_article():
    def script():
        import streamlit as st

        from analysis.model import Correction
        from ui.state import address, edits, events

        address.follow("")
        shown = events.chosen()[0]
        edits.answer_frame(shown, "conflict: reproach", "yes")
        edits.judge(shown, [("room", "", "about even")])
        edits.correct(shown, Correction("tone", 0, 5, "neutral", "negative", words="▇▇▇▇▇"))
        st.session_state["real"] = events.draft(shown).id
        st.session_state["shown"] = shown
        st.session_state["told"] = (list(edits.frame_answers()), [one.article for one in edits.judgements()])

    state = run(script, blind="yes").session_state
    assert state["real"] == "meridian-wire" and state["shown"] != "meridian-wire"
    assert state["told"] == ([state["shown"]], [state["shown"]])
    assert list(state["frame_answers"]["ilvane-treaty"]) == ["meridian-wire"]
    [judgement] = state["judgements"]["ilvane-treaty"]
    assert (judgement.article, judgement.when) == ("meridian-wire", "before the reveal")
    [correction] = state["events"]["ilvane-treaty"].drafts[0].corrections
    assert (correction.now, correction.words) == ("negative", "River")


def test_the_same_articles_stay_compared_when_outlets_are_hidden_and_revealed():
    def script():
        import streamlit as st

        from ui.state import address, events

        address.follow("")
        before = events.chosen()
        events.hide_outlets(True)
        hidden = address.values("articles")
        events.hide_outlets(False)
        st.session_state["told"] = (before, hidden, events.chosen())

    before, hidden, after = run(script, articles=["both-banks", "newsglim24"]).session_state["told"]
    assert before == after == ("both-banks", "newsglim24")
    assert len(hidden) == 2 and not set(hidden) & set(before)


def test_a_judgement_made_after_the_outlets_were_on_screen_says_so():
    def script():
        from ui.state import address, blind, edits, events

        address.follow("")
        blind.remember(events.here().id)
        edits.judge("both-banks", [("room", "", "about even")])
        events.hide_outlets(True)
        blind.remember(events.here().id)
        edits.judge("both-banks", [("room", "", "about even")])

    told = run(script).session_state["judgements"]["ilvane-treaty"]
    assert [one.when for one in told] == ["after the reveal", "outlets hidden, but seen earlier"]


def test_an_answer_on_frames_says_what_was_seen_before_it():
    def script():
        from ui.state import address, blind, edits, events

        address.follow("")
        article = events.chosen()[0]
        edits.answer_frame(article, "conflict: reproach", "yes")
        blind.remember_cues(events.here().id)
        edits.answer_frame(article, "conflict: two sides", "yes")
        events.hide_outlets(False)
        article = events.chosen()[0]
        edits.answer_frame(article, "conflict: reproach", "no")
        edits.answer_frame(article, "conflict: winners", "no")
        edits.answer_frame(article, "conflict: winners", "")

    told = run(script, blind="yes").session_state["frame_answers_given"]["ilvane-treaty"]
    assert [(one.question, one.answer, one.when) for one in told] == [
        ("conflict: reproach", "yes", "before the reveal"),
        ("conflict: two sides", "yes", "before the reveal, lines with cue words seen"),
        ("conflict: reproach", "no", "after the reveal, lines with cue words seen"),
    ]

"""At one passage the form offers exactly what can be put right there, and what is put right counts at once."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

PAGE = Path(__file__).with_name("form_page.py")


def opened(measure, kind=""):
    shown = AppTest.from_file(str(PAGE), default_timeout=60)
    shown.session_state["measure"], shown.session_state["kind"] = measure, kind
    return shown.run()


def labels(shown):
    return {one.label for one in shown.button} | {one.label for one in shown.selectbox}


@pytest.mark.parametrize(
    ("measure", "kind", "offered"),
    [
        (
            "quoted_voices",
            "direct",
            {"Who says it? Choose a voice, or type a name", "Set this speaker", "This is no quotation"},
        ),
        ("scare_quotes", "term", {"Confirm", "No such span"}),
        ("sentiment", "headline", {"Confirm"}),
        ("outlet_credibility", "", {"Publisher"}),
        ("labels", "", {"Whom or what do these words name?", "Set this actor", "This is no label"}),
        ("readability", "", set()),
    ],
)
def test_what_can_be_put_right_at_one_passage(measure, kind, offered):
    shown = opened(measure, kind)
    assert not shown.exception
    assert labels(shown) == offered
    if not offered:
        assert "not corrected one by one" in shown.text[0].value


def test_a_place_of_a_claim_can_be_parted_joined_or_made_the_same():
    shown = opened("claims", "statement")
    assert not shown.exception
    before = shown.session_state["claims"]
    assert labels(shown) >= {"It does not belong here", "It is reported there, too", "They are the same"}
    next(one for one in shown.button if one.label == "This is no claim").click().run()
    assert shown.session_state["claims"] == before - 1
    assert len(shown.session_state["made"]) == 1


@pytest.mark.parametrize(
    ("measure", "kind", "button", "now"),
    [
        ("quoted_voices", "direct", "This is no quotation", ""),
        ("scare_quotes", "term", "No such span", ""),
        ("scare_quotes", "term", "Confirm", "term"),
        ("sentiment", "headline", "Confirm", "negative"),
        ("labels", "", "This is no label", ""),
    ],
)
def test_a_button_makes_one_correction_with_its_words(measure, kind, button, now):
    shown = opened(measure, kind)
    next(one for one in shown.button if one.label == button).click().run()
    assert not shown.exception
    (made,) = shown.session_state["made"]
    assert (made.now, bool(made.words), bool(made.was)) == (now, True, True)


def test_a_label_is_given_to_another_actor_of_these_articles():
    shown = opened("labels")
    (box,) = shown.selectbox
    assert box.value == box.options[0]
    box.select(box.options[1]).run()
    next(one for one in shown.button if one.label == "Set this actor").click().run()
    assert not shown.exception
    (made,) = shown.session_state["made"]
    assert (made.subject, made.was, made.now) == ("label", box.options[0], box.options[1])

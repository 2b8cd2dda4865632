import time

import pytest

from analysis.text import hearsay, quotations


def kinds(body, outlet=""):
    return [(place.kind, body[place.start : place.end]) for place in hearsay.find(body, outlet)]


def test_reportedly_is_agentless():
    assert kinds("The wall reportedly fell on Monday.") == [("agentless", "reportedly")]


def test_a_passive_verb_that_reports_nothing_else_is_agentless():
    assert kinds("The wall is believed to have cost 14 million crowns.") == [("agentless", "believed")]
    assert kinds("The wall is believed by many to have cost 14 million crowns.") == []


@pytest.mark.parametrize(
    "reason",
    ["because he was not authorised to speak", "because she wasn’t authorized to discuss it", "for fear of reprisals"],
)
def test_a_reason_given_for_anonymity_is_found(reason):
    body = f"An official, who spoke on condition of anonymity {reason}, said no."
    ((kind, words),) = kinds(body)
    assert kind == "anonymity explained"
    assert words.startswith("condition of anonymity")


def test_anonymity_without_a_reason_is_unexplained():
    assert kinds("An official, who asked not to be named, said no.") == [
        ("anonymity unexplained", "asked not to be named")
    ]


def test_somebody_authorised_to_speak_is_no_anonymity():
    assert kinds("Only the mayor is authorised to speak for the town.") == []


def test_sources_that_somebody_else_cites_are_second_hand():
    assert ("second hand", "citing unnamed officials") in kinds(
        "The Tribune wrote of a leak, citing unnamed officials."
    )


def test_sources_that_told_another_paper_are_second_hand_and_our_own_are_not():
    body = "“It leaks,” the sources told The Tribune."
    assert kinds(body) == [("second hand", "the sources told The Tribune")]
    assert kinds(body, "The Tribune") == []
    assert kinds("“It leaks,” the sources told reporters.") == []


def test_time_is_linear():
    unit = "Officials said, on condition of anonymity because of fear, citing sources, that it reportedly fell. "
    seconds = []
    for size in (400, 800):
        body = unit * size
        quotations.find(body)
        start = time.perf_counter()
        hearsay.find(body)
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 4 * seconds[0] + 0.2

"""A small assignment of our own, and a class that codes it."""

import pytest

from analysis.classroom import instructing, taking_part
from analysis.classroom.records import Answer, Assignment, Claim, Question
from analysis.model import Article

FIRST = "Bridge opens\n\nThe mayor said the toll was “a fair price”. Drivers of The Quay Gazette’s town disagree."
SECOND = "Toll anger\n\nA so-called “gift to drivers” costs four coins. “We will not pay,” said Ida Morn, a baker."


@pytest.fixture
def assignment():
    return Assignment(
        id="a1",
        title="The bridge",
        instructions="Judge first.",
        articles=(
            Article("one", FIRST, outlet="The Quay Gazette (invented)", url="https://quaygazette.example/bridge"),
            Article("two", SECOND, outlet="Harbour Sun (invented)", url="https://harboursun.example/toll"),
        ),
        tasks=("spans", "tone", "claims", "questions"),
        claims=(Claim("toll", "There is a toll."), Claim("baker", "A baker will not pay.")),
        questions=(Question("q1", "Which is fairer, and why?", 5),),
        key=(Answer("claims", "A:toll", "reported"), Answer("claims", "A:baker", "not reported")),
    )


@pytest.fixture
def handed_out(any_store, assignment):
    return instructing.hand_out(any_store, assignment)


@pytest.fixture
def join(any_store, handed_out):
    """name -> the key of a student who has just joined."""
    return lambda name: taking_part.join(any_store, handed_out.code, name, session=name)

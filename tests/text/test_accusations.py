import pytest

from analysis.text import accusations


def found(body):
    return [(one.accused, one.reply.kind if one.reply else "") for one in accusations.find(body)]


@pytest.mark.parametrize(
    "body",
    [
        "Ann Vale accused Bo Storm of moving the stones.",
        "Bo Storm was accused of moving the stones.",
        "Ann Vale blamed Bo Storm for the fall of the wall.",
        "Ann Vale criticised Bo Storm for moving the stones.",
        "Ann Vale alleged that Bo Storm had moved the stones.",
    ],
)
def test_an_accusation_names_the_accused(body):
    assert found(body) == [("Bo Storm", "")]


@pytest.mark.parametrize(
    "body",
    [
        "Ann Vale did not accuse Bo Storm of anything.",
        "Ann Vale refused to accuse Bo Storm of anything.",
        "Ann Vale criticised Bo Storm.",
        "Each side accused the other of moving the stones.",
        "Ann Vale praised Bo Storm for moving the stones.",
        "The plan charged nothing.",
    ],
)
def test_what_is_no_plain_accusation_is_left_out(body):
    assert found(body) == []


def test_a_denial_of_the_accused_is_a_reply_before_and_after():
    charge, denial = "Ann Vale accused Bo Storm of moving the stones. ", "Storm denied the charge. "
    assert found(charge + denial) == [("Bo Storm", "denial")]
    assert found("Bo Storm dismissed the story. " + charge) == [("Bo Storm", "denial")]


def test_a_denial_of_somebody_else_is_no_reply():
    assert found("Ann Vale accused Bo Storm of theft. Cora Wick denied the charge.") == [("Bo Storm", "")]


def test_a_minister_replies_for_the_accused_country():
    body = "Ann Vale accused Veldania of moving the stones. Veldania’s water minister, Bo Storm, rejected the charge."
    assert found(body) == [("Veldania", "denial")]


@pytest.mark.parametrize(
    "words", ["declined to comment", "did not respond to a request for comment", "could not be reached"]
)
def test_the_accused_who_was_asked_and_gave_no_answer_is_told_apart(words):
    assert found(f"Ann Vale accused Bo Storm of moving the stones. Storm {words}.") == [("Bo Storm", "no answer")]


def test_somebody_who_did_not_deny_has_not_denied():
    assert found("Ann Vale accused Bo Storm of theft. Storm did not deny the charge.") == [("Bo Storm", "")]


def test_a_far_denial_must_be_about_the_same_matter():
    charge, filler = "Ann Vale accused Bo Storm of smuggling marble. ", "The town was calm. " * 9
    assert found(charge + filler + "Storm denied smuggling anything.") == [("Bo Storm", "denial")]
    assert found(charge + filler + "Storm denied that he would retire.") == [("Bo Storm", "")]

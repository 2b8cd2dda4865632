from analysis.measures import agentless
from analysis.model import Article

BODY = (
    "The bridge was destroyed. It was mined by rebels. The killing of Tomas Reyl was condemned.\n\n"
    "Two men were arrested, and the army’s seizure of the port was denied."
)


def result(body=BODY):
    return agentless.score(Article(id="a", body=body))


def values(body=BODY):
    return {value.part: value for value in result(body).values}


def test_passives_are_counted_by_whether_they_name_an_agent():
    found = {part: value.number for part, value in values().items()}
    assert found["passives"] == 5
    assert found["passive with agent"] == 1
    assert found["passive without agent"] == 4
    assert found["share without agent"] == 0.8


def test_nouns_of_acts_are_counted_apart():
    found = values()
    assert found["noun of an act without agent"].number == 1
    assert found["noun of an act with agent"].number == 1


def test_the_evidence_reaches_to_the_agent():
    (span,) = [span for span in result().spans if span.kind == "passive with agent"]
    assert BODY[span.start : span.end] == "was mined by rebels"
    assert span.label == "rebels"


def test_under_five_passives_there_is_no_share():
    share = values("The bridge was destroyed.")["share without agent"]
    assert share.number is None
    assert "1 passive" in share.missing


def test_a_text_without_passives_counts_zero_and_not_nothing():
    assert values("The bridge fell.")["passives"].number == 0


def test_words_in_quotation_marks_are_left_out():
    assert values("“We were beaten,” she said.")["passives"].number == 0

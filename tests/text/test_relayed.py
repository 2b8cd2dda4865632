from analysis.text import relayed

BODY = (
    "Peter Lund and Mary Hollis met on Monday.\n\n“Lund said that he would come,” Hollis said. “I said no.”\n\n"
    "“It is late,” Lund said."
)


def test_a_voice_inside_another_voices_quotation_is_relayed():
    (found,) = relayed.find(BODY)
    assert (found.voice, found.by) == ("Peter Lund", "Mary Hollis")
    assert BODY[found.start : found.end] == "Lund"


def test_speaking_of_oneself_relays_nobody():
    assert relayed.find("Mary Hollis spoke.\n\n“Hollis said no and means no,” Hollis said.") == ()


def test_a_voice_inside_a_reported_clause_is_relayed():
    body = "Mary Hollis said Peter Lund had promised to come."
    (found,) = relayed.find(body)
    assert (found.voice, found.by, body[found.start : found.end]) == ("Peter Lund", "Mary Hollis", "Peter Lund")
    assert "reported" in found.reason


def test_a_cue_behind_a_reported_clause_relays_nobody():
    assert relayed.find("Peter Lund said on Monday it would rain, Mary Hollis said.") == ()


def test_every_relayed_voice_has_a_reason():
    assert all(one.reason for one in relayed.find(BODY))

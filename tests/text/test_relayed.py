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

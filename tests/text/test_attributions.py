from analysis.text import attributions, words


def test_stretches_with_one_cue_are_one_attribution():
    (one,) = attributions.find("“Not now,” Ann Lund said, “and not here. Never.”")
    assert one.speaker == "Ann Lund"
    assert len(one.quotations) == 2
    assert one.words == 6


def test_two_cues_are_two_attributions():
    assert len(attributions.find("“No,” Ann Lund said. “Never,” Lund added.")) == 2


def test_reported_speech_counts_only_where_asked_for():
    body = "Ann Lund said the road was closed. “It is,” Lund said."
    assert [one.words for one in attributions.find(body)] == [2]
    assert len(attributions.find(body, indirect=True)) == 2


def test_a_word_is_counted_once_though_a_marked_stretch_lies_in_a_reported_clause():
    body = "Ann Lund said the plan was “a bad joke” and that “nobody at all” would laugh at it."
    assert sum(one.words for one in attributions.find(body, indirect=True)) <= words.count(body) - 3


def test_an_empty_body_has_none():
    assert attributions.find("") == ()

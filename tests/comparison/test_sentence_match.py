from analysis.comparison import sentence_match

FIRST = "The ferry ran aground with 212 passengers. The captain blamed a missing buoy. Read more."
SECOND = "A buoy was missing, the captain said. On board the grounded ferry were 212 passengers. Read more."


def log_odds():
    found = sentence_match.find((FIRST, SECOND))
    return {
        (one, other): odds
        for one, other, odds in zip(found.first.tolist(), found.second.tolist(), found.log_odds.tolist(), strict=True)
    }


def test_sentences_that_say_the_same_have_higher_odds_than_others():
    odds = log_odds()
    assert odds[0, 4] > 0.5
    assert odds[1, 3] > 0
    assert (0, 3) not in odds


def test_short_sentences_are_in_no_pair():
    assert not any(2 in pair or 5 in pair for pair in log_odds())


def test_the_span_of_a_sentence_is_in_its_own_article():
    found = sentence_match.find((FIRST, SECOND))
    assert SECOND[found.sentences[3].start : found.sentences[3].end] == "A buoy was missing, the captain said."
    assert found.sentences[3].article == 1

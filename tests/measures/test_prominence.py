import pytest

from analysis.measures import prominence
from analysis.model import Article

HEADLINE = "Okafor: wall will hold"
BODY = (
    f"{HEADLINE}\n\n“The wall in Elmstead will hold,” said Mayor Ines Okafor.\n\n"
    "“It is a shame,” said Tomas Reyl. “It was ours.”\n\n" + "The town was calm. " * 20
)


def result(body=BODY, headline=HEADLINE):
    return prominence.score(Article(id="a", body=body, headline=headline))


def values(body=BODY, headline=HEADLINE):
    return {value.part: value for value in result(body, headline).values}


def test_the_first_voice_is_named_with_its_position():
    first = values()["first voice"]
    assert first.labels == ("Ines Okafor",)
    assert first.number == 0


def test_voices_in_headline_and_lede_are_counted():
    found = values()
    assert found["voices in the headline"].number == 1
    assert found["voices in the lede"].number == 1


def test_a_pronoun_in_the_lede_names_nobody():
    found = result("He left.\n\n“It is a shame,” said Tomas Reyl.", "")
    assert not [span for span in found.spans if span.kind == "lede"]


def test_words_of_the_first_quarter_are_counted_by_voice_and_have_no_share_under_five():
    found = values()
    assert found["early: Tomas Reyl"].number == 7
    assert found["early share: Tomas Reyl"].number is None
    assert "a share needs 5" in found["early share: Tomas Reyl"].missing


def test_shares_of_the_first_quarter_add_up_to_one():
    body = "Ann Vale met Bo Storm.\n\n" + "“It is over,” Vale said.\n\n“It is not over,” Storm said.\n\n" * 3
    found = values(body + "The town was calm. " * 60, "")
    shares = [value.number for part, value in found.items() if part.startswith("early share")]
    assert sum(shares) == pytest.approx(1)


def test_a_quotation_over_the_edge_of_the_quarter_is_cut_there():
    body = "“One two three four five six seven eight nine ten eleven twelve,” Ann Vale said. It is so. No."
    assert values(body, "")["early: Ann Vale"].number == 5


def test_the_first_appearance_is_a_share_of_the_words_before_it():
    found = values()
    reyl = found["appears: Tomas Reyl"]
    assert reyl.number == pytest.approx(15 / reyl.n)


def test_an_article_that_quotes_nobody_has_no_first_voice_and_a_reason():
    first = values("The wall fell.", "")["first voice"]
    assert first.number is None
    assert first.missing

import pytest

from analysis.text import antecedents, names, ranking


def antecedent(body, pronoun=-1):
    """The words of the mention that the last pronoun stands for."""
    reader = antecedents.Reader(body)
    for _ in reader.read(ranking.load(antecedents.MODEL)):
        pass
    resolved = sorted(reader.antecedents)
    mention = reader.known.mentions[reader.antecedents[resolved[pronoun]]]
    return reader.found.text(mention.first, mention.after)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Mary Hollis met Peter Lund. She said no.", "Mary Hollis"),
        ("Mary Hollis met Peter Lund. He said no.", "Peter Lund"),
        ("Peter Lund spoke to reporters in Ostwick. He said no.", "Peter Lund"),
        ("Peter Lund asked the committee. It said no.", "the committee"),
        ("Mary Hollis met three officials. They said no.", "three officials"),
    ],
)
def test_a_pronoun_goes_to_a_voice_that_agrees_with_it(body, expected):
    assert antecedent(body) == expected


def test_a_pronoun_without_any_voice_before_it_stays_open():
    reader = antecedents.Reader("He said no.")
    assert list(reader.read(ranking.Ranking({}))) == []
    assert reader.antecedents == {}


def test_only_a_few_voices_are_remembered():
    body = " ".join(f"We met Ann {chr(65 + n // 26)}{chr(97 + n % 26)}rel." for n in range(60))
    reader = antecedents.Reader(body)
    list(reader.read(ranking.Ranking({})))
    assert len(reader.traces) == antecedents.REMEMBERED


def test_two_who_are_joined_by_with_are_partners():
    body = "Orla Venn met with Tomas Reyl on Monday."
    found = antecedents.Reader(body)
    assert antecedents.partner(found.found, names.find(body), 0) == 1

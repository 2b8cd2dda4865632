from analysis.comparison import event_voices
from analysis.model import Article


def voices(*bodies):
    articles = [Article(id=str(number), body=body) for number, body in enumerate(bodies)]
    return {voice.name: [member.speaker for member in voice.members] for voice in event_voices.compare(articles)}


def test_the_same_name_is_one_voice():
    found = voices("“It will fall,” Ines Okafor said.", "“It stands,” said Ines Okafor.")
    assert found == {"Ines Okafor": ["Ines Okafor", "Ines Okafor"]}


def test_a_last_name_joins_the_only_full_name_it_fits():
    found = voices("“It will fall,” Ines Okafor said.", "“It stands,” Okafor said.")
    assert found == {"Ines Okafor": ["Ines Okafor", "Okafor"]}


def test_a_last_name_that_fits_two_people_stays_apart():
    found = voices(
        "“It will fall,” Ines Okafor said.", "“It stands,” Okafor said.", "“It leaks,” said Tobias Okafor on Monday."
    )
    assert found["Ines Okafor"] == ["Ines Okafor"]
    assert found["Okafor"] == ["Okafor"]


def test_officials_of_two_articles_may_be_different_people():
    found = event_voices.compare(
        [Article(id="a", body="“It will fall,” officials said."), Article(id="b", body="“It stands,” officials said.")]
    )
    assert [len(voice.members) for voice in found] == [1, 1]


def test_every_joining_has_a_reason():
    found = event_voices.compare(
        [Article(id="a", body="“It will fall,” Ines Okafor said."), Article(id="b", body="“It stands,” Okafor said.")]
    )
    assert [member.reason for member in found[0].members] == [
        "the same name",
        "“Okafor” fits one fuller name of these articles",
    ]

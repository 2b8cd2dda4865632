from analysis.comparison import acts, notes
from analysis.model import Article

ONE = Article(id="one", body="Rebels seized the port on Monday. A bridge was destroyed.")
TWO = Article(id="two", body="The port was seized. Nobody was hurt. The destruction of the bridge was a blow.")
THREE = Article(id="three", body="The seizure of the port came at dawn.")


def test_an_act_is_told_by_two_articles_or_more():
    assert [one.act for one in acts.compare([ONE, TWO, THREE])] == ["seize", "destroy"]
    assert acts.compare([ONE]) == ()


def test_each_article_has_its_wording_and_its_agent():
    seize = acts.compare([ONE, TWO, THREE])[0]
    assert [(one.article, one.wording, one.agent) for one in seize.wordings] == [
        ("one", acts.ACTIVE, "Rebels"),
        ("two", acts.WITHOUT, ""),
        ("three", acts.NOUN, ""),
    ]


def test_the_sentence_around_the_words_is_given():
    seize = acts.compare([ONE, TWO])[0]
    start, end = seize.wordings[0].sentence
    assert ONE.body[start:end] == "Rebels seized the port on Monday."
    assert ONE.body[seize.wordings[0].span.start : seize.wordings[0].span.end] == "Rebels seized"


def test_what_one_names_and_another_does_not_comes_first():
    found = acts.compare([ONE, TWO])
    assert [(one.act, one.differs) for one in found] == [("seize", True), ("destroy", False)]


def test_the_same_articles_give_the_same_result():
    assert acts.compare([ONE, TWO, THREE]) == acts.compare([ONE, TWO, THREE])


def test_no_articles_and_empty_articles_share_nothing():
    assert acts.compare([]) == ()
    assert acts.compare([Article(id="a", body=""), Article(id="b", body="")]) == ()


def test_the_comparison_tells_what_it_counts_and_misses():
    assert set(notes("acts")) == {"Title", "Counts", "Unit", "Read as", "Misses", "Source"}

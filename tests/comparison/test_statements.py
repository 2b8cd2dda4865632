from analysis.comparison import statements
from analysis.model import Article

FIRST = "The harbour board will rebuild the wall for three million crowns. Divers found a crack in the old wall."
SECOND = "For three million crowns the wall will be rebuilt, the harbour board decided. Nobody was hurt in the fall."
THIRD = "Residents had asked for it for years. The board found money: three million crowns for a harbour wall, rebuilt."


def compare(*bodies):
    return statements.compare([Article(id=str(number), body=body) for number, body in enumerate(bodies)])


def test_sentences_that_say_the_same_are_one_statement():
    first, *others = compare(FIRST, SECOND)
    assert first.articles == {0, 1}
    assert [one.articles for one in others] == [{0}, {1}]


def test_an_article_that_is_near_is_perhaps_and_never_both():
    for one in compare(FIRST, SECOND, THIRD):
        assert not one.articles & one.perhaps
    first = compare(FIRST, SECOND, THIRD)[0]
    assert 2 in first.articles | first.perhaps


def test_the_best_sentence_is_one_of_the_cluster():
    for one in compare(FIRST, SECOND, THIRD):
        assert one.best in one.sentences


def test_words_within_two_sentences_count_as_held():
    articles = [Article(id="a", body=FIRST), Article(id="b", body="A wall was rebuilt. It cost three million crowns.")]
    core = frozenset(["wall", "million", "crown"])
    assert statements.holding(articles, core) == {0, 1}
    assert statements.holding(articles, frozenset()) == frozenset()


def test_no_sentences_make_no_statements():
    assert compare("", "") == ()

from analysis.comparison import duplicates
from analysis.comparison.duplicates import NEAR, SAME, Duplicate
from analysis.model import Article
from tests.timing import assert_linear

WALL = (
    "The harbour wall in Elmstead will be rebuilt, the town council decided on Tuesday night after four hours of "
    "debate. Engineers had warned for years that the old stones would not stand another winter. The work begins in "
    "spring, costs fourteen million crowns and takes three years, in which the quay will be closed at weekends."
)
FAIR = (
    "A fair on the market square drew two thousand visitors on Sunday, many of them from the villages up the river. "
    "The brass band of the fire brigade played until midnight, and the mayor opened the dance with the oldest baker "
    "in town. Next year the fair is to last three days, with a boat race on the Saturday and a service on the Sunday."
)


def articles(*bodies):
    return [Article(id=str(number), body=body) for number, body in enumerate(bodies)]


def test_the_same_words_are_one_text_whatever_their_capitals_and_paragraphs():
    found = duplicates.compare(articles(WALL, FAIR, WALL.upper().replace(". ", ".\n\n")))
    assert found == (Duplicate("0", "2", SAME, 1.0),)


def test_every_copy_is_named_with_the_first_one():
    assert [(one.first, one.second) for one in duplicates.compare(articles(WALL, WALL, WALL))] == [
        ("0", "1"),
        ("0", "2"),
    ]


def test_a_text_with_a_sentence_more_is_nearly_the_same():
    [found] = duplicates.compare(articles(WALL, f"{WALL} The fishermen are not amused at all, they told this paper."))
    assert found.kind == NEAR
    assert found.share == 1.0
    names = {"0": "Courier", "1": "Tide"}
    assert duplicates.sentence(found, names) == (
        "“Tide” is nearly the same text as “Courier” (100% of the shorter one word for word): one source, not two."
    )


def test_different_texts_and_short_ones_are_no_duplicates():
    assert duplicates.compare(articles(WALL, FAIR, "The wall fell.", "The wall fell on Monday.", "", "")) == ()


def test_short_texts_of_the_same_words_are_named():
    assert [one.kind for one in duplicates.compare(articles("The wall fell.", "The wall fell!"))] == [SAME]


def test_a_text_in_another_language_is_compared_too():
    german = "Der Stadtrat hat am Dienstag beschlossen, die alte Hafenmauer neu zu bauen, sagte die Bürgermeisterin."
    assert [one.kind for one in duplicates.compare(articles(german, german))] == [SAME]


def test_time_grows_with_the_number_of_articles_and_no_faster():
    def run(numbers):
        bodies = (f"{WALL} {' '.join(f'word{number}x{place}' for place in range(700))}" for number in numbers.split())
        assert duplicates.compare(articles(*bodies)) == ()

    assert_linear(run, "".join(f"{number:04d} " for number in range(300)))

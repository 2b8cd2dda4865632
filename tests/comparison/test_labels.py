import pytest

from analysis.comparison import labels, notes
from analysis.model import Article

ONE = Article(id="one", body="Prime Minister Anna Vale ordered an invasion. Mrs. Vale spoke. Protesters came.")
TWO = Article(id="two", body="Anna Vale, a former spy, began an operation. A mob came.")
THREE = Article(id="three", body="Then the prime minister left. The crisis went on.")


@pytest.fixture(scope="module")
def actors():
    return {actor.name: actor for actor in labels.compare([ONE, TWO, THREE])}


def named(actor, article):
    return [label.text for label in actor.labels if label.article == article]


def test_a_person_has_the_labels_of_every_article(actors):
    vale = actors["Anna Vale"]
    assert vale.kind == "person"
    assert named(vale, "one") == ["Prime Minister Anna Vale", "Mrs. Vale"]
    assert named(vale, "two") == ["Anna Vale", "former spy"]


def test_an_office_that_another_article_gives_joins_a_description(actors):
    (label,) = [label for label in actors["Anna Vale"].labels if label.article == "three"]
    assert label.text == "prime minister"
    assert label.why == "another article gives Anna Vale this office"


def test_the_words_for_one_event_are_one_actor(actors):
    war = actors["war or invasion"]
    assert war.kind == "event"
    assert [named(war, article) for article in ("one", "two", "three")] == [["invasion"], ["operation"], ["crisis"]]


def test_the_words_for_one_group_are_one_actor(actors):
    people = actors["people who protest"]
    assert (people.kind, named(people, "one"), named(people, "two")) == ("group", ["Protesters"], ["mob"])


def test_every_label_gives_its_reason_and_its_places(actors):
    bodies = {article.id: article.body for article in (ONE, TWO, THREE)}
    for actor in actors.values():
        for label in actor.labels:
            assert label.why
            for span in label.spans:
                assert bodies[label.article][span.start : span.end].lower() == label.text.lower()
                assert span.note and span.label == actor.name


def test_one_label_in_one_article_tells_nothing():
    assert labels.compare([Article(id="a", body="Anna Vale left.")]) == ()


def test_two_persons_with_one_last_name_are_not_joined():
    one = Article(id="one", body="Anna Vale left. Anna Vale slept.")
    two = Article(id="two", body="Peter Vale left. Peter Vale slept.")
    three = Article(id="three", body="Then Mr. Vale left.")
    assert {actor.name for actor in labels.compare([one, two, three]) if len(actor.articles) > 1} == set()


def test_governments_of_two_countries_are_two_actors():
    one = Article(id="one", body="The Syrian regime fell. The French government met.")
    two = Article(id="two", body="The Syrian government fell. The French administration met.")
    found = {actor.name: actor.texts for actor in labels.compare([one, two])}
    assert set(found["government (Syria)"]) == {"Syrian regime", "Syrian government"}
    assert set(found["government (France)"]) == {"French government", "French administration"}


def test_the_most_frequent_label_comes_first():
    body = "Mr. Vale left. Mr. Vale slept. Then Peter Vale woke."
    (actor,) = labels.compare([Article(id="a", body=body)])
    assert actor.texts == ("Mr. Vale", "Peter Vale")


def test_the_same_articles_give_the_same_result():
    assert labels.compare([ONE, TWO, THREE]) == labels.compare([ONE, TWO, THREE])


def test_no_articles_name_nobody():
    assert labels.compare([]) == ()
    assert labels.compare([Article(id="a", body=""), Article(id="b", body="")]) == ()


def test_the_comparison_tells_what_it_counts_and_misses():
    assert set(notes("labels")) == {"Title", "Counts", "Unit", "Read as", "Misses", "Source"}

from dataclasses import replace

import pytest

from analysis import corrections
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


def put_right(article, words, now):
    """`article` with another actor for the label `words`."""
    start = article.body.index(words)
    fix = corrections.make(article, labels.LABEL, start, start + len(words), "as found", now)
    return replace(article, corrections=(*article.corrections, fix))


def corrected(*articles):
    return {actor.name: actor for actor in labels.compare(articles)}


def test_a_label_names_the_actor_that_a_person_set():
    found = corrected(ONE, TWO, put_right(THREE, "crisis", "Anna Vale"))
    assert "crisis" in named(found["Anna Vale"], "three")
    assert named(found["war or invasion"], "three") == []
    (span,) = next(label for label in found["Anna Vale"].labels if label.text == "crisis").spans
    assert span.note.startswith("Set by a person. Found: war or invasion")


def test_words_that_a_person_calls_no_label_name_nobody(actors):
    found = corrected(ONE, TWO, put_right(THREE, "crisis", ""))
    assert "three" not in found["war or invasion"].articles
    assert found["Anna Vale"] == actors["Anna Vale"]


def test_a_label_found_with_the_help_of_another_article_can_be_put_right_too():
    found = corrected(ONE, TWO, put_right(THREE, "prime minister", "war or invasion"))
    assert named(found["war or invasion"], "three") == ["prime minister", "crisis"]
    assert named(found["Anna Vale"], "three") == []


def test_an_actor_that_is_not_named_otherwise_is_one_of_the_kind_of_the_label():
    found = {actor.name: actor for actor in labels.every([put_right(TWO, "former spy", "Peter Vale")])}
    assert (found["Peter Vale"].kind, named(found["Peter Vale"], "two")) == ("person", ["former spy"])


def test_a_person_set_by_a_fuller_name_is_the_one_these_articles_name_shortly():
    one, two = Article(id="one", body="Mr. Vale left."), Article(id="two", body="A mob came.")
    found = {actor.name: actor for actor in labels.every([one, put_right(two, "mob", "Anna Vale")])}
    assert found["Anna Vale"].articles == ("one", "two")


def test_without_the_correction_the_automatic_actors_come_back(actors):
    changed = put_right(THREE, "crisis", "Anna Vale")
    assert corrected(ONE, TWO, replace(changed, corrections=())) == actors
    assert labels.stretches([ONE, TWO, changed]) == labels.stretches([ONE, TWO, THREE])


def test_a_correction_of_words_that_are_no_label_changes_nothing(actors):
    assert corrected(ONE, TWO, put_right(THREE, "went on", "Anna Vale")) == actors

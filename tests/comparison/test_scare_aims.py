from analysis.comparison import scare_aims
from analysis.comparison.sides import Placement, Side, Sides
from analysis.model import Article

SIDES = Sides((Side("up", "Uphill"), Side("down", "Downhill")), (Placement("Bo Storm", "down", "placed by the user"),))


def article(name, *sentences):
    return Article(id=name, body="The council met. Bo Storm spoke. Uphill waited.\n\n" + "\n\n".join(sentences))


def counts(*articles):
    return {(one.article, one.actor): one for one in scare_aims.compare(articles, SIDES)}


def test_scare_quotes_are_counted_by_article_and_actor():
    found = counts(
        article("a", "The so-called “expert” Bo Storm left.", "Bo Storm’s so-called “gift” was a bill."),
        article("b", "Uphill’s so-called “help” came late."),
    )
    assert {place: one.n for place, one in found.items()} == {("a", "Bo Storm"): 2, ("b", "Uphill"): 1}


def test_an_actor_is_on_the_side_where_it_was_placed_or_is_the_side_itself():
    found = counts(article("a", "The so-called “expert” Bo Storm left.", "Uphill’s so-called “help” came late."))
    assert found["a", "Bo Storm"].side == "down"
    assert found["a", "Uphill"].side == "up"


def test_an_aim_that_is_not_clear_comes_last_on_no_side():
    last = scare_aims.compare(
        [article("a", "So-called “help” came late.", "The so-called “expert” Bo Storm left.")], SIDES
    )[-1]
    assert (last.actor, last.side, last.n, last.guessed) == ("not clear", "", 1, 0)


def test_the_nearest_name_is_counted_as_a_guess():
    found = counts(article("a", "The so-called “help” came late, and Bo Storm knew it."))
    assert found["a", "Bo Storm"].guessed == 1


def test_words_in_other_classes_are_not_counted():
    assert not counts(article("a", "Bo Storm said the plan was “a gift to the hotels” and left."))

"""The teaching cases were written without a look at the reader: what it sets aside must be what their keys list."""

import pytest

from analysis import cases
from analysis.ingest import plain_text

ARTICLES = [(case_id, article) for case_id in cases.ids() for article in cases.load(case_id).articles]
TYPED = {
    "nothing": (),
    "outlet, byline, date, address": ("outlet", "byline", "published", "url"),
    "headline too": ("outlet", "byline", "published", "url", "headline"),
}
# Lines of the keys that are read as part of the article. What is mended may be taken out here.
STILL_READ = {
    "daily-clamour": {"What do you think? Email newsdesk@dailyclamour.example"},
    "evening-lamp": {"Support local news. Become a friend of the Lamp from 3 florins a month."},
    "lorren-ledger": {"Subscribe to The Lorren Ledger to read more analysis"},
    "northmoor-courier": {"Enjoying the Courier? Subscribe from 2 florins a month and read every story."},
    "orb-regional": {
        "Listen to this article (4 minutes)",
        "The lower face of the Scarn Ridge quarry, seen from Harrowgill (file picture)",
    },
}
# Articles whose lines are misread beyond that where the user types nothing, and one whose headline is.
MISREAD_UNTYPED = {
    "cab-door": "the byline of a group is read as text",
    "ridge-not-rubble": "a byline that begins with a small letter is read as text",
    "oldmere-bulletin": "the byline of a press office is read as text",
    "orb-regional": "the byline of a newsroom is taken for boilerplate",
    "infobrisk": "the name of the site stays in the headline",
}
HEADLINE_MISREAD_UNTYPED = "infobrisk"


def read(article, fields):
    typed = {"title" if field == "headline" else field: getattr(article, field) for field in fields}
    return plain_text.read(article.text, id=article.id, **typed)[0]


def removed(stretches):
    """(line, text) -> label, without the spaces around a stretch."""
    return {(line, text.strip()): label for line, text, label in stretches}


@pytest.mark.parametrize("fields", TYPED.values(), ids=TYPED)
@pytest.mark.parametrize(("case_id", "article"), ARTICLES, ids=[article.id for _, article in ARTICLES])
class TestEveryArticleOfACase:
    def test_the_lines_of_the_key_are_set_aside_and_no_others(self, request, case_id, article, fields):
        if not fields and article.id in MISREAD_UNTYPED:
            request.applymarker(pytest.mark.xfail(reason=MISREAD_UNTYPED[article.id]))
        found = removed((cut.line, cut.text, cut.label) for cut in read(article, fields).removed)
        listed = cases.key(case_id)["articles"][article.id]["removed"]
        wanted = removed((cut["line"], cut["text"], cut["label"]) for cut in listed)
        # The name of the site behind the headline is "boilerplate" to the key and a credit to the reader.
        suffixes = {place for place in wanted if place[0] == 1 and found.get(place) == "credit"}
        wanted |= dict.fromkeys(suffixes, "credit")
        assert found.items() <= wanted.items()
        assert {text for _, text in wanted.keys() - found.keys()} <= STILL_READ.get(article.id, set())

    def test_the_headline_is_found(self, request, case_id, article, fields):
        if not fields and article.id == HEADLINE_MISREAD_UNTYPED:
            request.applymarker(pytest.mark.xfail(reason=MISREAD_UNTYPED[article.id]))
        assert read(article, fields).headline == article.headline
        assert read(article, fields).body.startswith(f"{article.headline}\n\n")


@pytest.mark.parametrize(("case_id", "article"), ARTICLES, ids=[article.id for _, article in ARTICLES])
def test_the_headline_opens_an_unchanged_text_too(case_id, article):
    [found] = plain_text.read(article.text, id=article.id, as_is=True)
    assert found.headline.startswith(article.headline)


def test_a_caption_and_an_about_box_get_their_own_reasons():
    reasons = {
        (article.id, cut.line): cut.reason
        for case_id, article in ARTICLES
        if case_id == "ilvane-treaty"
        for cut in read(article, ()).removed
    }
    assert reasons["tallow-post", 19] == "caption or credit of a picture"
    assert reasons["newsglim24", 43] == "comment, after the article's end"
    assert reasons["newsglim24", 45] == "about the outlet"
    assert reasons["newsglim24", 47] == "about the outlet, after the article's end"

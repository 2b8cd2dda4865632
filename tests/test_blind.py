"""A masked article tells nothing of its outlet, and every offset stays where it was."""

from dataclasses import replace

import pytest

from analysis import blind, cases, measures, outlets, tables
from analysis.model import Article, Correction, Publisher, Removed
from tests.timing import assert_linear

WALL = Article(
    id="tide",
    body="Wall falls\n\n“Not so,” the mayor told the Tide on Monday. The Harbour Tide asked TASS. THE HARBOUR TIDE!",
    outlet="The Harbour Tide (invented)",
    domain="tide.example",
    url="https://www.tide.example/wall",
    headline="Wall falls",
    byline="By Ines Okafor",
    credit="Harbour Tide",
    dateline="ELMSTEAD (Tide)",
    published="2026-03-14",
    removed=(Removed("By Ines Okafor", "the byline", "byline", 2),),
    source="tide.html",
)


def case(name):
    return cases.articles(name)


def secrets(article):
    plain = article.outlet.removesuffix(" (invented)")
    return {plain, plain.removeprefix("The "), article.domain, article.id, article.url, article.byline} - {""}


@pytest.mark.parametrize("name", cases.ids())
def test_nothing_of_a_masked_article_tells_its_outlet(name):
    real = {blind.name(article.id): article for article in case(name)}
    for masked in blind.masked(list(real.values())):
        everything = repr(masked)
        for secret in secrets(real[masked.id]):
            assert secret not in everything


@pytest.mark.parametrize("name", cases.ids())
def test_no_teaching_article_keeps_its_place(name):
    before = [blind.name(article.id) for article in case(name)]
    after = [article.id for article in blind.masked(case(name))]
    assert sorted(before) == sorted(after)
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_order_does_not_depend_on_the_one_given():
    given = case("ilvane-treaty")
    assert blind.masked(given) == blind.masked(given[::-1])


def test_articles_are_called_by_letters():
    many = [Article(id=str(number), body="One line.") for number in range(28)]
    names = list(tables.names(blind.masked(many)).values())
    assert names[:3] == ["Article A", "Article B", "Article C"]
    assert names[25:] == ["Article Z", "Article AA", "Article AB"]


def test_a_name_is_covered_letter_by_letter_and_others_stay():
    [masked] = blind.masked([WALL])
    assert len(masked.body) == len(WALL.body)
    assert masked.body.startswith("Wall falls\n\n“Not so,” the mayor told the ▇▇▇▇ on Monday.")
    assert "Tide" not in masked.body and "TIDE" not in masked.body
    assert "asked TASS" in masked.body
    assert masked.headline == "Wall falls"


def test_the_date_stays_and_the_rest_of_the_head_is_hidden():
    [masked] = blind.masked([WALL])
    assert masked.published == "2026-03-14"
    assert masked.byline == blind.AUTHOR
    assert not (masked.url or masked.domain or masked.credit or masked.dateline or masked.source)
    assert [cut.reason for cut in masked.removed] == ["the byline"]
    assert "Okafor" not in masked.removed[0].text


def test_a_publisher_that_a_person_chose_is_hidden_too():
    chosen = Article(id="a", body="Reuters reported it.", publisher=Publisher(outlet_id="reuters"))
    [masked] = blind.masked([chosen])
    assert outlets.name(masked) == "Article A"
    assert masked.body == "▇▇▇▇▇▇▇ reported it."


def test_what_rests_on_the_outlet_has_no_value_and_a_reason_while_it_is_hidden():
    [masked] = blind.masked([WALL])
    found = blind.held_back(masked, measures.score(masked))
    for measure in blind.ABOUT_OUTLETS:
        assert not found[measure].values and found[measure].missing == blind.HIDDEN
    assert found["quoted_voices"].values
    assert blind.held_back(WALL, measures.score(WALL)) == measures.score(WALL)


def test_counts_of_the_words_stay_as_they_were():
    for name in cases.ids():
        for article in case(name):
            [masked] = blind.masked([article])
            counted = {value.part: value.number for value in measures.score(article)["quoted_voices"].values}
            blind_counted = {value.part: value.number for value in measures.score(masked)["quoted_voices"].values}
            assert abs(blind_counted["quotations"] - counted["quotations"]) <= 1


def test_a_correction_keeps_its_place_and_covers_its_words():
    place = WALL.body.index("Tide")
    made = Correction("speaker", place, place + 4, "", "the mayor", words="Tide")
    [masked] = blind.masked([replace(WALL, corrections=(made,))])
    assert masked.corrections[0].words == "▇▇▇▇"
    assert blind.unmasked(WALL.body, masked.corrections[0]) == made


def test_a_correction_that_names_the_author_does_not_tell_it():
    made = Correction("speaker", 0, 4, "The Harbour Tide", "Ines Okafor", note="see @HarbourTide")
    [masked] = blind.masked([replace(WALL, corrections=(made,))])
    told = masked.corrections[0]
    assert (told.was, told.now, told.note) == ("▇▇▇ ▇▇▇▇▇▇▇ ▇▇▇▇", "▇▇▇▇ ▇▇▇▇▇▇", "see @▇▇▇▇▇▇▇▇▇▇▇")


def body_beside(text):
    """`text` of another article, as it reads while the outlet of WALL is hidden too."""
    other = Article(id="b", body=text)
    return next(one.body for one in blind.masked([WALL, other]) if one.id == blind.name("b"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("As the Harbour Tide reported,", "As the ▇▇▇▇▇▇▇ ▇▇▇▇ reported,"),
        ("He told the Tide so.", "He told the ▇▇▇▇ so."),
        ("Write to desk@tide.example.", "Write to desk@▇▇▇▇.▇▇▇▇▇▇▇."),
        ("See https://www.tide.example/wall now", "See https://▇▇▇.▇▇▇▇.▇▇▇▇▇▇▇/wall now"),
        ("Follow @HarbourTide or #tidewatch.", "Follow @▇▇▇▇▇▇▇▇▇▇▇ or #▇▇▇▇▇▇▇▇▇."),
        ("At high tide, says @lowtide.", "At high tide, says @lowtide."),
        ("Ines Okafor waited.", "Ines Okafor waited."),
        ("The U.S. paid 3.5 million at 9 a.m.", "The U.S. paid 3.5 million at 9 a.m."),
    ],
)
def test_the_outlet_of_another_article_is_covered_and_its_words_are_not(text, read):
    assert body_beside(text) == read


def test_a_name_of_two_capitals_is_covered():
    [masked, _] = sorted(
        blind.masked([Article(id="a", body="AP said so. Apt.", outlet="AP"), WALL]), key=lambda one: len(one.body)
    )
    assert masked.body == "▇▇ said so. Apt."


@pytest.mark.parametrize(("outlet", "short"), [("ORB Regional", "ORB"), ("The Northern Harbour Tide", "NHT")])
def test_capitals_that_stand_for_a_name_are_covered(outlet, short):
    bodies = [one.body for one in blind.masked([WALL, Article(id="b", body=f"He told {short} so.", outlet=outlet)])]
    assert "He told ▇▇▇ so." in bodies


def test_an_institution_that_publishes_stays_an_actor_in_the_text_of_others():
    house = Article(id="a", body="The White House said so.", publisher=Publisher(outlet_id="white-house"))
    other = Article(id="b", body="The White House said so.")
    bodies = {one.id: one.body for one in blind.masked([house, other])}
    assert bodies[blind.name("a")] == "▇▇▇ ▇▇▇▇▇ ▇▇▇▇▇ said so."
    assert bodies[blind.name("b")] == other.body


@pytest.mark.parametrize("name", cases.ids())
def test_no_masked_article_tells_the_outlet_of_another(name):
    real = case(name)
    told = " ".join(one.body + one.headline for one in blind.masked(real)).lower()
    for article in real:
        for secret in (article.outlet.removesuffix(" (invented)"), article.domain):
            assert secret.lower() not in told


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-03-14T09:00:00+03:00", "2026-03-14T06:00:00+00:00"),
        ("2026-03-14T09:00:00", "2026-03-14T09:00:00"),
        ("2026-03-14", "2026-03-14"),
        ("last week", "last week"),
    ],
)
def test_the_time_zone_of_a_page_is_not_told(published, shown):
    [masked] = blind.masked([replace(WALL, published=published)])
    assert masked.published == shown


@pytest.mark.parametrize("unit", ["-", "a-", "a.", "@", "www.", "@tide"])
def test_addresses_are_looked_for_in_linear_time(unit):
    assert_linear(lambda body: blind.masked([replace(WALL, body=body)]), unit * 50_000)


def test_an_article_of_a_million_letters_is_masked_at_once():
    [masked] = blind.masked([Article(id="a", body="Tide the " * 120_000, outlet="The Tide")])
    assert "Tide" not in masked.body

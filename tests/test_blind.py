"""A masked article tells nothing of its outlet, and every offset stays where it was."""

from dataclasses import replace

import pytest

from analysis import blind, cases, measures, outlets, tables
from analysis.model import Article, Correction, Publisher, Removed

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
    assert masked.byline == blind.HIDDEN
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
    made = Correction("speaker", place, place + 4, "", "Ines Okafor", words="Tide")
    [masked] = blind.masked([replace(WALL, corrections=(made,))])
    assert masked.corrections[0].words == "▇▇▇▇"
    assert blind.unmasked(WALL.body, masked.corrections[0]) == made


def test_an_article_of_a_million_letters_is_masked_at_once():
    [masked] = blind.masked([Article(id="a", body="Tide the " * 120_000, outlet="The Tide")])
    assert "Tide" not in masked.body

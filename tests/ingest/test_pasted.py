"""Pasted text: one article or several, with what stands above them."""

import pytest

from analysis.ingest import pasted
from tests.ingest import inputs
from tests.ingest.inputs import HEADLINE, PARAGRAPHS, TEXT


@pytest.mark.parametrize("divider", ["---", "-----", "--------------------", "=====", "———", "__________", "*****"])
def test_a_line_of_dashes_divides_articles(divider):
    found = pasted.read(f"{TEXT}\n{divider}\n{TEXT}\n{divider}\n").manuscripts
    assert [one.id for one in found] == ["pasted-1", "pasted-2"]
    assert [one.text.strip() for one in found] == [TEXT.strip()] * 2


def test_text_without_a_divider_is_one_article_as_it_is():
    [found] = pasted.read(TEXT).manuscripts
    assert (found.id, found.text) == ("pasted", TEXT)


def test_a_break_inside_an_article_divides_nothing():
    [found] = pasted.read(f"{TEXT}\n---\nThree short words.\n").manuscripts
    assert "Three short words." in found.text


def test_what_stands_above_an_article_is_taken_as_its_facts():
    [article] = pasted.read(
        f"Outlet: Elmstead Courier\nURL: https://courier.example/wall\nDate: 14 March 2026\nBy: Tomas Reyl\n\n{TEXT}"
    ).articles
    assert (article.outlet, article.url) == ("Elmstead Courier", "https://courier.example/wall")
    assert (article.published, article.byline) == ("2026-03-14", "Tomas Reyl")
    assert article.body.split("\n\n") == [HEADLINE, *PARAGRAPHS]


def test_an_address_alone_above_an_article_is_its_address():
    [first, second] = pasted.read(
        f"https://courier.example/wall\n{TEXT}\n-----\nhttps://post.example/wall\n{TEXT}"
    ).articles
    assert (first.url, second.url) == ("https://courier.example/wall", "https://post.example/wall")
    assert first.body == second.body


def test_a_first_line_with_a_colon_is_no_field():
    [found] = pasted.read(f"Harbour: council votes\n\n{TEXT}").manuscripts
    assert found.text.startswith("Harbour: council votes")


def test_what_a_person_typed_wins():
    [found] = pasted.read(f"Outlet: Courier\n\n{TEXT}", typed={"outlet": "Elmstead Courier", "url": ""}).manuscripts
    assert found.outlet == "Elmstead Courier"


def test_a_pasted_export_gives_its_articles():
    assert len(pasted.read(inputs.NEXIS).manuscripts) == 2


@pytest.mark.parametrize("text", ["", "  \n\n\t", "\u00a0"])
def test_nothing_pasted_is_nothing_to_analyse(text):
    [problem] = pasted.read(text).problems
    assert "Nothing to analyse yet" in str(problem)


def test_too_much_pasted_is_refused_by_its_limit():
    [problem] = pasted.read("x" * 20_000_001).problems
    assert "20 MB" in str(problem)


def test_a_list_of_addresses_is_a_list_of_references():
    batch = pasted.read("https://courier.example/wall\n\nhttps://post.example/wall\n")
    assert [one.url for one in batch.references] == ["https://courier.example/wall", "https://post.example/wall"]
    assert batch.manuscripts == ()

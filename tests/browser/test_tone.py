"""Tone on screen: the strip of sentences, the accuracy card, and the sentences about an actor."""

from playwright.sync_api import expect

from tests.browser.test_main_job import settle


def test_the_strip_and_the_accuracy_card_stand_beside_the_tone(page, address):
    page.goto(f"{address}/?measure=sentiment")
    expect(page.get_by_role("figure", name="Each sentence in order")).to_be_visible()
    settle(page)
    page.get_by_text("How accurate is it?").click()
    card = page.get_by_role("table").filter(has_text="correlation with the mean of 20 readers")
    expect(card).to_contain_text("VADER, whole sentence")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_count_of_an_actor_has_its_sentences(page, address):
    page.goto(f"{address}/event")
    page.get_by_text("Tone toward actors", exact=True).click()
    expect(page.get_by_role("figure", name="Sentences by tone")).to_be_visible()
    settle(page)
    expect(page.locator(".px-passage").first).to_be_visible()
    expect(page.locator(".px-note", has_text="toward “").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

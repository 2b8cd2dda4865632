"""The address names what is on screen: it can be shared, reloaded, gone back to; what it names in vain is said."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle


def pill(page, name):
    return page.get_by_test_id("stButtonGroup").get_by_text(name, exact=True)


def test_back_and_forward_go_through_what_was_looked_at(page):
    start = page.url
    pill(page, "Readability").click()
    expect(page).to_have_url(re.compile("measure=readability"))
    settle(page)
    go(page, "Event")
    pill(page, "Words").click()
    expect(page).to_have_url(re.compile("finding=distinctive_words"))
    expect(page).to_have_title("Event · Parallax")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Not reported here")).to_be_visible()
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Readability")).to_be_visible()
    expect(page).to_have_title("Compare · Parallax")
    settle(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Outlet accountability")).to_be_visible()
    assert page.url == start
    settle(page)
    page.go_forward()
    expect(page.get_by_role("heading", name="Readability")).to_be_visible()


def test_a_shared_link_opens_the_same_on_another_machine(page, address):
    link = f"{address}/event?event=scarn-quarry&articles=orb-regional&articles=infobrisk&finding=reuse&measure=sourcing"
    page.goto(link)
    for _ in ("shared", "reloaded"):
        expect(page.get_by_role("figure", name="Share of text that two articles have in common")).to_be_visible()
        settle(page)
        page.reload()
    for name in ("Voices", "Frames", "Compare"):
        go(page, name)
        expect(page.get_by_role("combobox", name="Event")).to_have_value("Eight votes for the quarry")
        expect(page.get_by_test_id("stButtonGroup").first.locator("[data-selected=true]")).to_have_count(2)
    expect(page.get_by_role("columnheader")).to_have_text(["ORB Regional (invented)", "InfoBrisk Daily (invented)"])
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    expect(page).to_have_url(re.compile("articles=orb-regional&articles=infobrisk"))


def test_a_link_that_names_something_unknown_says_so_and_follows_the_rest(page, address):
    page.goto(f"{address}/?event=tarrowick-buses&articles=the-tide&measure=charm&blind=perhaps")
    said = page.get_by_role("alert")
    expect(said).to_contain_text("This link names what is not here")
    for unknown in ("articles “the-tide”", "measure “charm”", "blind “perhaps”"):
        expect(said).to_contain_text(unknown)
    expect(page.get_by_role("button", name=re.compile("^Halyard Wire.*Show why")).first).to_be_visible()
    settle(page)
    expect(page).not_to_have_url(re.compile("charm|the-tide|perhaps"))
    go(page, "Methods")
    expect(said).to_have_count(0)

"""Reading blind: no page tells who wrote what until the reader asks, and what was judged before stays."""

import re

from playwright.sync_api import expect

from analysis import cases
from tests.browser.test_main_job import HEADINGS, go, settle

CASE = cases.load("ilvane-treaty")
SECRETS = [word for one in CASE.articles for word in (one.id, one.domain, one.outlet.removesuffix(" (invented)"))]


def switch(page):
    page.locator("label", has_text="Hide the outlets").click()
    settle(page)


def test_no_page_tells_the_outlets_before_the_reveal(page, address):
    page.goto(f"{address}/?blind=yes&event={CASE.id}")
    for name in HEADINGS:
        go(page, name)
        everything = page.url + page.content()
        assert [secret for secret in SECRETS if secret.lower() in everything.lower()] == [], name
    expect(page).to_have_url(re.compile("blind=yes"))


def test_a_judgement_made_blind_stands_beside_the_count_after_the_reveal(page, address):
    page.goto(f"{address}/judge?blind=yes&event={CASE.id}")
    settle(page)
    page.get_by_role("radio", name="about even").or_(page.get_by_text("about even", exact=True)).first.click()
    page.get_by_label("Why? One sentence").fill("Both are heard.")
    page.get_by_role("button", name="Keep this judgement").click()
    table = page.get_by_role("table")
    expect(table).to_contain_text("hidden until you reveal the outlets")
    settle(page)
    switch(page)
    expect(table).to_contain_text("before the reveal")
    expect(table).to_contain_text("Both are heard.")
    expect(table).to_contain_text(re.compile("Words: Veldania [0-9]+"))
    expect(table).to_contain_text(re.compile("(invented)"))
    expect(page).not_to_have_url(re.compile("blind"))

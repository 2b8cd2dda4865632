"""The two-minute guide: from its first step to the reader's own articles, and closed again."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import HEADINGS, settle

STEPS = ["Compare", "Event", "Event", "Compare", "Compare", "Judge"]


def test_the_way_into_the_guide_stands_in_line_with_the_pages(desktop):
    strip = desktop.locator(".st-key-pages")
    link = strip.get_by_role("link", name="Methods").bounding_box()
    start = strip.get_by_role("button", name="Two-minute guide").bounding_box()
    assert abs(link["y"] - start["y"]) <= 1
    assert abs(link["height"] - start["height"]) <= 1


def test_the_guide_leads_through_the_case_and_ends_at_the_own_articles(page):
    guide = page.locator(".st-key-guide")

    def press(name):
        guide.get_by_role("link", name=name).or_(guide.get_by_role("button", name=name)).click()

    page.get_by_role("button", name="Two-minute guide").click()
    for number, name in enumerate(STEPS, start=1):
        expect(guide).to_contain_text(f"Guide, {number} of {len(STEPS)}")
        expect(page.get_by_role("heading", level=1, name=HEADINGS[name])).to_be_visible()
        settle(page)
        if number < len(STEPS):
            press("Next step")
    expect(page.get_by_text("You are reading blind").first).to_be_visible()
    page.go_back()
    expect(guide).to_contain_text("Guide, 5 of 6")
    expect(page.get_by_role("heading", name=re.compile("Scare quotes"))).to_be_visible()
    settle(page)
    guide.get_by_text("Compare your answer").click()
    expect(guide.get_by_text(re.compile("three of four"))).to_be_visible()
    press("Close the guide")
    expect(guide).to_have_count(0)
    expect(page).not_to_have_url(re.compile("guide="))

"""A reader answers the questions on frames; the answers stay and are drawn."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go


def test_answers_are_kept_and_counted(page):
    go(page, "Frames")
    group = page.get_by_role("radiogroup", name=re.compile("disagreement between parties"))
    group.get_by_text("yes", exact=True).click()
    expect(page.get_by_text("1/4")).to_be_visible()
    expect(page.locator(".px-note", has_text="When you answered")).to_contain_text("1 answer after the reveal")
    go(page, "Compare")
    go(page, "Frames")
    expect(page.get_by_text("1/4")).to_be_visible()


def test_cue_lines_wait_until_they_are_asked_for(page):
    go(page, "Frames")
    expect(page.get_by_text(re.compile("lines with cue words. They decide nothing"))).to_have_count(0)
    page.get_by_text(re.compile("Show lines with cue words")).click()
    expect(page.get_by_text(re.compile("lines with cue words. They decide nothing")).first).to_be_visible()

"""Whose words: the sides are suggested, changed by the user, and every figure follows."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go


def test_the_sides_are_suggested_and_the_user_decides_how_many_are_possible(page):
    go(page, "Voices")
    expect(page.get_by_text(re.compile(r"^\d possible sides"))).to_be_visible()
    page.get_by_text("Change the sides and who is on them").click()
    sides = page.get_by_label("Possible sides, one a line")
    expect(sides).to_have_value(re.compile("Veldania"))
    sides.fill("Veldania\nSoruma\nThe river itself")
    sides.press("Control+Enter")
    page.get_by_role("button", name="Use these sides").click()
    expect(page.get_by_text(re.compile("^3 possible sides"))).to_be_visible()
    page.get_by_role("button", name="Back to the suggestion").click()
    expect(page.get_by_text(re.compile("^3 possible sides"))).not_to_be_visible()


def test_a_share_opens_the_words_it_was_counted_from(page):
    go(page, "Voices")
    page.get_by_role("button", name=re.compile("Meridian.*, Veldania: .*Show why")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Veldania").first).to_be_visible()
    expect(dialog.get_by_text(re.compile(r"^\d+ % share of attributed words · .* · n = \d+ words$"))).to_be_visible()
    expect(dialog.locator("mark").first).to_be_visible()


def test_the_sentence_on_false_balance_stands_beside_the_figures(page):
    go(page, "Voices")
    expect(page.get_by_text(re.compile("Even shares are no duty"))).to_be_visible()


def test_the_charts_have_words_for_those_who_do_not_see_them(page):
    go(page, "Voices")
    expect(page.get_by_role("figure", name="Who speaks where, from first to last line")).to_be_visible()
    expect(page.get_by_role("figure", name="Share of each side, speakers inside")).to_be_visible()
    swatch = page.locator(".st-key-chart_sides .legendpoints path").first.bounding_box()
    assert swatch["width"] >= 20  # pixels; on fewer, hatching cannot be told apart
    assert swatch["height"] >= 14

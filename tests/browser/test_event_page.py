"""The same event, compared: the verdict stands first, and every finding opens its words."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle


def look_at(page, finding):
    page.get_by_text(finding, exact=True).first.click()
    settle(page)


def test_the_verdict_on_the_event_comes_first_with_its_reasons(page):
    go(page, "Event")
    expect(page.get_by_text("These articles report the same event.")).to_be_visible()
    expect(page.get_by_text(re.compile("All 5 name Veldania"))).to_be_visible()


def test_every_article_shows_its_words_for_an_actor(page):
    go(page, "Event")
    look_at(page, "Names and labels")
    expect(page.get_by_role("figure", name="The labels of each actor, one column per article")).to_be_visible()
    expect(page.locator("mark.px-labels", has_text="treaty").first).to_be_visible()


def test_altered_words_inside_quotation_marks_are_flagged(page):
    go(page, "Event")
    look_at(page, "Quotations")
    expect(page.get_by_text(re.compile("with other words inside the marks"))).to_be_visible()
    expect(page.locator("mark.px-versions.px-altered", has_text="first light")).to_be_visible()


def test_a_rewritten_copy_is_one_source_and_not_two(page):
    go(page, "Event")
    look_at(page, "Same text")
    expect(page.get_by_text(re.compile("they count as one source, not two"))).to_be_visible()


def test_acts_show_who_is_named_as_having_done_them(page):
    go(page, "Event")
    look_at(page, "Who did it")
    expect(page.locator("mark.px-agentless").first).to_be_visible()


def test_what_is_not_reported_opens_the_sentences_of_the_others(page):
    go(page, "Event")
    expect(page.get_by_role("heading", name="Not reported here")).to_be_visible()
    expect(page.get_by_role("figure", name="Gap of each article")).to_be_visible()
    expect(page.get_by_text("The Tallow Post (invented): 16")).to_be_visible()  # the widest gap is opened first
    settle(page)
    entry = page.locator("details.px-details").first
    entry.locator("summary").click()
    expect(entry.locator("mark").first).to_be_visible()
    expect(entry.get_by_text("reported by", exact=False)).to_be_visible()

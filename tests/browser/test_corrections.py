"""People correct the machine: everything recounts at once, the automatic value stays beside, and it can be undone."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle


def test_a_speaker_is_set_counted_shown_beside_the_automatic_one_and_taken_back(page):
    go(page, "Read")
    page.get_by_text("Not right? Correct it").first.click()
    settle(page)
    box = page.get_by_role("combobox", name=re.compile("Who says it. Choose")).first
    box.click()
    box.press_sequentially("Ingrit Paloume", delay=30)
    page.get_by_role("listbox").get_by_text("Ingrit Paloume").first.click()
    expect(box).to_have_value("Ingrit Paloume")
    settle(page)
    page.get_by_role("button", name="Set this speaker").first.click()
    settle(page)
    listed = page.get_by_text(re.compile("speaker: each government → Ingrit Paloume"))
    expect(listed).to_be_attached()  # in the tab behind
    settle(page)
    page.get_by_role("button", name="This is no quotation").first.click()
    expect(page.get_by_text(re.compile("^quotation: .* → taken out"))).to_be_attached()
    settle(page)
    go(page, "Compare")
    changed = page.get_by_role("button", name=re.compile("^Meridian Wire.*corrected; automatic"))
    expect(changed.first).to_be_visible()
    go(page, "Read")
    page.get_by_text("Not right? Correct it").first.click()
    settle(page)
    undo = page.get_by_role("button", name="Undo", include_hidden=True)
    expect(undo).to_have_count(2)
    for left in (1, 0):
        settle(page)
        page.get_by_role("tab", name="What you changed").first.click()
        undo.first.click()
        expect(undo).to_have_count(left)
    settle(page)
    go(page, "Compare")
    expect(page.get_by_role("button", name=re.compile("^Meridian Wire")).first).to_be_visible()
    expect(changed).to_have_count(0)


def test_words_that_are_not_in_the_text_are_refused_and_stay_typed(page):
    go(page, "Read")
    page.get_by_text("Not right? Correct it").first.click()
    settle(page)
    page.get_by_role("tab", name="Add one that was missed").first.click()
    words = page.get_by_label(re.compile("Its words, exactly as printed")).first
    words.fill("Nobody ever said this.")
    page.get_by_role("button", name="Add it").first.click()
    expect(page.get_by_text(re.compile("These words do not stand in the article"))).to_be_visible()
    expect(words).to_have_value("Nobody ever said this.")


def test_the_class_of_a_short_span_is_confirmed_or_set(page):
    go(page, "Read")
    page.get_by_text("Not right? Correct it").nth(1).click()
    settle(page)
    page.get_by_role("tab", name="Short quoted spans").first.click()
    page.get_by_role("button", name="Confirm").first.click()
    settle(page)
    page.get_by_role("tab", name="What you changed").first.click()
    expect(page.get_by_text(re.compile("^class: .* confirmed"))).to_be_visible()

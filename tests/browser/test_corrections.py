"""People correct the machine: everything recounts at once, the automatic value stays beside, and it can be undone."""

import csv
import io
import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle
from tests.browser.test_work_page import keep


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
    expect(changed(page, "speaker", "each government", "Ingrit Paloume")).to_be_attached()  # in the tab behind
    settle(page)
    page.get_by_role("button", name="This is no quotation").first.click()
    expect(changed(page, "quotation", "", "taken out")).to_be_attached()
    settle(page)
    go(page, "Compare")
    corrected = page.get_by_role("button", name=re.compile("^Meridian Wire.*corrected; automatic"))
    expect(corrected.first).to_be_visible()
    go(page, "Read")
    page.get_by_text("Not right? Correct it").first.click()
    settle(page)
    undo = page.get_by_role("button", name="Undo", include_hidden=True)
    expect(undo).to_have_count(2)
    for left in (1, 0):
        settle(page)
        page.get_by_role("tab", name="Changed").first.click()
        undo.first.click()
        expect(undo).to_have_count(left)
    settle(page)
    go(page, "Compare")
    expect(page.get_by_role("button", name=re.compile("^Meridian Wire")).first).to_be_visible()
    expect(corrected).to_have_count(0)


def test_every_kind_of_correction_is_listed_kept_exported_and_taken_back_from_one_place(page):
    put_a_sentence_right(page)
    confirm_a_short_span(page)
    add_a_short_span(page)
    part_a_claim(page)
    take_a_label_from_its_actor(page)
    choose_a_publisher(page)
    keep(page)
    page.reload()
    settle(page)
    subjects = ("tone", "class", "claim", "label", "publisher")
    for subject in subjects:
        expect(changed(page, subject)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the corrections of all events").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert {row["subject"] for row in rows} == set(subjects)
    assert all(row["event"] and row["outlet"] and row["automatic"] and row["corrected"] for row in rows)
    for left in (5, 4, 3, 2, 1, 0):
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator(".px-change")).to_have_count(left)
        settle(page)
    go(page, "Compare")
    expect(page.get_by_role("button", name=re.compile("^Meridian Wire")).first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("corrected; automatic"))).to_have_count(0)


def changed(page, subject, was="", now=""):
    rows = page.locator(".px-change").filter(has=page.locator("b", has_text=re.compile(f"^{subject}$")))
    return rows.filter(has_text=f"automatic: {was}").filter(has_text=re.compile(f"yours: .*{now}")).first


def open_form(page, tab):
    go(page, "Read")
    page.get_by_text("Not right? Correct it").first.click()
    settle(page)
    page.get_by_role("tab", name=tab).first.click()


def put_a_sentence_right(page):
    open_form(page, "Tone")
    page.get_by_role("tabpanel", name="Tone").get_by_text("positive", exact=True).click()
    expect(changed(page, "tone", "negative", "positive")).to_be_attached()
    settle(page)


def confirm_a_short_span(page):
    page.get_by_role("tab", name="Short quoted spans").first.click()
    page.get_by_role("button", name="Confirm").locator("visible=true").first.click()
    expect(changed(page, "class", "", "confirmed")).to_be_attached()
    settle(page)


def add_a_short_span(page):
    words = page.get_by_label(re.compile("without the marks")).first
    add = page.get_by_role("button", name="Add this span").first
    words.fill("Nobody ever said this.")
    add.click()
    expect(page.get_by_text(re.compile("These words do not stand in the article"))).to_be_visible()
    expect(words).to_have_value("Nobody ever said this.")
    settle(page)
    words.fill("million people")
    add.click()
    expect(changed(page, "class", "not found", "speech")).to_be_attached()
    settle(page)


def part_a_claim(page):
    go(page, "Event")
    page.get_by_text("Not right? Correct this claim").click()
    settle(page)
    page.get_by_role("button", name="It does not belong here").click()
    expect(changed(page, "claim", "", "does not belong to this claim")).to_be_visible()
    expect(page.get_by_text(re.compile("Without your changes: [0-9]+ claims"))).to_be_visible()
    expect(page.get_by_text(re.compile("with your changes, gap .* without")).first).to_be_visible()
    settle(page)


def take_a_label_from_its_actor(page):
    page.get_by_role("radio", name="Names and labels").or_(
        page.get_by_text("Names and labels", exact=True)
    ).last.click()
    settle(page)
    page.get_by_text("Not right? Correct a label of this actor").click()
    settle(page)
    page.get_by_role("button", name="This is no label").click()
    expect(changed(page, "label", "agreement", "no label")).to_be_visible()
    settle(page)


def choose_a_publisher(page):
    go(page, "Outlets")
    page.get_by_text("Not right? Correct the publisher").first.click()
    settle(page)
    box = page.get_by_role("combobox", name=re.compile("Publisher")).first
    box.click()
    page.get_by_role("option", name="unknown: none of these").first.click()
    settle(page)

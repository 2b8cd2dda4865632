"""A person's work: kept only when asked, opened again from the address or a file, deleted when asked."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import WALL, go, paste, settle


def keep(page):
    go(page, "Your work")
    page.locator("label", has_text="Keep my work on this machine").click()
    expect(page.get_by_text(re.compile("Every change is kept"))).to_be_visible()
    settle(page)
    expect(page).to_have_url(re.compile("workspace="))


def test_work_that_is_kept_survives_a_reload(page):
    paste(page, WALL, "The Tide")
    keep(page)
    go(page, "Read")
    page.reload()
    expect(page.get_by_role("region", name="Text of The Tide")).to_be_visible()


def test_work_that_nobody_asked_to_keep_is_gone_after_a_reload(page):
    paste(page, WALL, "The Tide")
    go(page, "Read")
    expect(page.get_by_role("region", name="Text of The Tide")).to_be_visible()
    page.reload()
    expect(page.get_by_role("region", name=re.compile("Text of Meridian"))).to_be_visible()
    expect(page.get_by_role("region", name="Text of The Tide")).to_have_count(0)


def test_what_is_deleted_cannot_be_opened_again(page):
    paste(page, WALL, "The Tide")
    keep(page)
    kept = page.url
    page.locator("label", has_text="I want to delete all").click()
    settle(page)
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Everything was deleted.")).to_be_visible()
    page.goto(kept)
    expect(page.get_by_text(re.compile("is not kept on this machine"))).to_be_visible()


def test_a_workspace_file_brings_everything_back(page):
    paste(page, WALL, "The Tide")
    go(page, "Your work")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download everything as one file").click()
    file = download.value.path().read_bytes()
    page.goto(page.url.split("?")[0].rsplit("/", 1)[0])
    go(page, "Your work")
    page.locator("input[type=file]").set_input_files(
        {"name": "work.json", "mimeType": "application/json", "buffer": file}
    )
    page.get_by_role("button", name="Open it in place of what is here").click()
    expect(page.get_by_text("Opened.")).to_be_visible()
    go(page, "Read")
    expect(page.get_by_role("region", name="Text of The Tide")).to_be_visible()


def test_a_file_of_another_kind_changes_nothing(page):
    go(page, "Your work")
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    page.get_by_role("button", name="Open it in place of what is here").click()
    expect(page.get_by_text(re.compile("is not one of Parallax. Nothing was changed"))).to_be_visible()

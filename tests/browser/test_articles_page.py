"""The check screen: everything that was read can be seen and changed, and nothing that was typed is lost."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import WALL, check_last, go, paste, settle

GOOD = "Pier falls into the sea\n\nThe old pier of Elmstead fell into the sea on Monday night, the coast guard said.\n"

GERMAN = """Stadtrat beschließt neue Hafenmauer

Der Stadtrat von Elmstead hat am Dienstagabend beschlossen, die alte Hafenmauer neu zu bauen.

„Wir haben neun Jahre auf diesen Tag gewartet“, sagte Bürgermeisterin Ines Okafor nach der Sitzung.
"""


def retype(page, label, text):
    box = page.get_by_label(re.compile(rf"^{label} \("))
    box.fill(text)
    box.press("Enter")
    settle(page)


def test_what_was_read_can_be_changed_and_stays_changed(page):
    paste(page, WALL, "The Tide")
    check_last(page)
    expect(page.get_by_label("Outlet (typed)")).to_have_value("The Tide")
    expect(page.get_by_label("Byline (not found)")).to_be_visible()
    retype(page, "Headline", "Old wall to go")
    retype(page, "Date", "14 March 2026")
    expect(page.get_by_label("Date (typed)")).to_have_value("2026-03-14")
    page.locator("label", has_text="Change the text").click()
    text = page.get_by_label("Text before clean-up")
    text.fill(WALL.replace("Fishermen in Elmstead", "Fishermen of the old quay"))
    page.get_by_role("button", name="Read this text").click()
    settle(page)
    go(page, "Read")
    region = page.get_by_role("region", name="Text of The Tide")
    expect(region).to_contain_text("Fishermen of the old quay")
    expect(region).to_contain_text("Old wall to go")
    go(page, "Articles")
    check_last(page)
    page.get_by_role("button", name="Back to what was found").click()
    expect(page.get_by_text(re.compile("Publisher unknown: Town “betrayed”")).first).to_be_visible()


def test_an_article_in_another_language_is_left_out_and_says_why(page):
    go(page, "Articles")
    page.get_by_label("Text of the article").fill(GERMAN)
    page.get_by_role("button", name="Add this article").click()
    reason = page.get_by_text(re.compile("left out of the comparison: The article is written in German"))
    expect(reason).to_be_visible()
    for name in ("Event", "Voices", "Read"):
        go(page, name)
        expect(reason).to_be_visible()
    go(page, "Compare")
    expect(page.get_by_role("table")).to_be_visible()


def test_a_bad_file_leaves_the_good_one_and_what_was_typed(page):
    go(page, "Articles")
    typed = page.get_by_label("Text of the article")
    typed.fill("Typed and not added yet.")
    page.get_by_role("tab", name="Upload").click()
    page.get_by_test_id("stFileUploader").locator("input").set_input_files(
        [
            {"name": "cut.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"},
            {"name": "pier.txt", "mimeType": "text/plain", "buffer": GOOD.encode()},
        ]
    )
    page.get_by_role("button", name="Add these files").click()
    expect(page.get_by_text(re.compile("cut.pdf: .*damaged PDF"))).to_be_visible()
    expect(page.get_by_text("pier.txt: “Pier falls into the sea” was added.")).to_be_visible()
    page.get_by_role("tab", name="From the web").click()
    page.get_by_label("Addresses of articles, one a line").fill("http://127.0.0.1/wall\nhttp://[::1]/pier")
    page.get_by_role("button", name="Fetch", exact=True).click()
    expect(page.get_by_text(re.compile(r"127\.0\.0\.1/wall: this address is not on the public"))).to_be_visible()
    expect(page.get_by_label("Addresses of articles, one a line")).to_have_value(re.compile("wall\nhttp"))
    expect(page.get_by_text("Publisher unknown: Pier falls into the sea").first).to_be_visible()
    go(page, "Read")
    go(page, "Articles")
    expect(typed).to_have_value("Typed and not added yet.")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")

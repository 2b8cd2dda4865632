"""Who publishes: what is known, what is unknown, and how a person puts it right."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go

OWN = "\n".join(
    [
        "name,domain,component,value,source_url,checked_on,note",
        "Norholm Gazette,gazette.example,corrections,yes,https://gazette.example/c,2026-03-14,read",
        "Norholm Gazette,gazette.example,ethics,perhaps,https://gazette.example/c,2026-03-14,",
    ]
)


def test_an_invented_outlet_has_the_point_that_its_case_tells(page):
    go(page, "Outlets")
    expect(page.get_by_text(re.compile(r"^95\s*of 100\.$"))).to_be_visible()  # no band where nothing is unknown
    expect(page.get_by_text(re.compile("^9 of 9 questions answered"))).to_be_visible()


def test_a_corrected_publisher_brings_its_facts_and_ratings(page):
    go(page, "Outlets")
    page.get_by_text("Not right? Correct the publisher").click()
    choose(page, "Al Jazeera")
    expect(page.get_by_text(re.compile("^state-controlled, State Media Monitor")).first).to_be_visible()
    expect(page.get_by_text(re.compile("who decides what is printed"))).to_be_visible()
    expect(page.get_by_text(re.compile("Other weights would put the point"))).to_be_visible()
    page.get_by_text("The nine questions").click()
    expect(page.get_by_role("rowheader", name=re.compile("corrections policy"))).to_be_visible()
    choose(page, "as found by itself")
    expect(page.get_by_text(re.compile(r"^95\s*of 100\.$"))).to_be_visible()  # no band where nothing is unknown
    expect(page.get_by_text(re.compile("^9 of 9 questions answered"))).to_be_visible()
    expect(page.get_by_text(re.compile("^state-controlled, State Media Monitor"))).to_have_count(0)


def test_outlets_of_ones_own_come_in_as_a_file_and_bad_rows_are_named(page):
    go(page, "Outlets")
    file = {"name": "own.csv", "mimeType": "text/csv", "buffer": OWN.encode()}
    page.get_by_test_id("stFileUploader").first.locator("input").set_input_files(file)
    page.get_by_role("button", name="Add these outlets").click()
    expect(page.get_by_text("Outlets added: 1.")).to_be_visible()
    expect(page.get_by_text(re.compile("Row 3 .Norholm Gazette.: The answer “perhaps”"))).to_be_visible()


def choose(page, name):
    box = page.get_by_role("combobox", name=re.compile("Publisher"))
    box.click()
    box.fill(name)
    expect(page.get_by_role("option", name=re.compile(name)).first).to_be_attached()
    box.press("Enter")

"""How it is counted: formulas, terms with examples of the articles on screen, word lists that can be searched."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle


def turn_to(page, part):
    page.get_by_test_id("stButtonGroup").get_by_text(part, exact=True).click()
    settle(page)


def test_a_reader_looks_up_formula_term_word_and_limit(page):
    go(page, "Methods")
    expect(page.get_by_text("What it does not tell", exact=True)).to_be_visible()
    turn_to(page, "Glossary")
    expect(page).to_have_url(re.compile("part=glossary"))
    page.get_by_label("Search the glossary").fill("scare")
    page.keyboard.press("Enter")
    term = page.locator(".px-term", has_text="scare quote")
    expect(term.locator("mark").first).to_be_visible()
    expect(term).to_contain_text("(invented)")
    turn_to(page, "Word lists")
    every = page.get_by_text(re.compile(r"^(\d+) of \1 rows"))
    expect(every).to_be_visible()
    page.get_by_label("Search", exact=True).fill("insist")
    page.get_by_label("Search", exact=True).press("Enter")
    expect(every).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^[1-9]\d* of \d+ rows"))).to_be_visible()
    turn_to(page, "Limits")
    expect(page.get_by_text("no overall bias score")).to_be_visible()


def test_a_measure_leads_to_its_terms(page):
    page.get_by_role("link", name=re.compile("^Glossary: ")).click()
    expect(page.get_by_label("Search the glossary")).to_be_visible()

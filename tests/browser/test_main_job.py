"""The main job as a newcomer does it: open, see scores, ask why, add an article, read."""

import re

from playwright.sync_api import expect

WALL = """Town “betrayed” by harbour plan

Fishermen in Elmstead are furious about the so-called “improvement” of the harbour wall.

The council waved it through on Tuesday night after a short and bad-tempered debate.

“We waited nine years for this day,” Mayor Ines Okafor said. “Nobody will miss the old wall.”

Tomas Reyl, who speaks for the fishermen, told the council that the plan was “a gift to the hotels”.

Leave a reply
"""


def cell(page, outlet, row):
    return page.get_by_role("button", name=re.compile(f"^{re.escape(outlet)}, {re.escape(row)}:"))


HEADINGS = {
    "Your work": "Your work",
    "Event": "The same event, compared",
    "Frames": "Which frame?",
    "Outlets": "Who publishes?",
    "Compare": "How was it framed?",
    "Voices": "Whose words?",
    "Read": "Read side by side",
    "Articles": "Articles",
    "Report": "Report",
    "Judge": "Your judgement first",
    "Methods": "Methods",
}


def go(page, name):
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=HEADINGS[name])).to_be_visible()
    settle(page)


def settle(page):
    """Wait until the page is complete: a click on a half-drawn page goes astray."""
    for _ in range(2):  # a run that a click asked for begins a little later
        page.wait_for_timeout(120)
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def each_page(page):
    """Open every page of the strip in turn; its name once it is complete."""
    strip = page.locator(".st-key-pages")
    for name in strip.locator("a:not([href*='guide='])").all_inner_texts():
        strip.get_by_role("link", name=name, exact=True).click()
        expect(strip.locator("strong")).to_have_text([name])
        settle(page)
        yield name


def pressed_in_turn(page, group):
    """Press each button of the group named `group`, and stop at each."""
    for name in page.get_by_role("radiogroup", name=group).get_by_role("radio").all():
        name.click()
        settle(page)
        yield name.inner_text()


def paste(page, text, outlet):
    go(page, "Articles")
    page.get_by_label("Text of the article").fill(text)
    page.get_by_label("Outlet, if you know it").fill(outlet)
    page.get_by_role("button", name="Add this article").click()
    expect(page.get_by_text(f"{outlet}: Town “betrayed”")).to_be_visible()


def check_last(page):
    """Open the check of the article that came last."""
    page.get_by_text("Check and change").last.click()
    expect(page.get_by_label(re.compile(r"^Headline \("))).to_be_visible()
    settle(page)


def test_a_newcomer_sees_the_teaching_case_scored(page):
    expect(page.get_by_role("table")).to_be_visible()
    assert page.get_by_role("columnheader").count() >= 4
    expect(cell(page, "", "").or_(page.get_by_role("button", name=re.compile("Show why"))).first).to_be_visible()


def test_a_value_opens_the_words_it_was_counted_from(page):
    page.get_by_role("button", name=re.compile("Quotations: [1-9].*Show why")).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark").first).to_be_visible()
    passages = int(re.search(r"(\d+) passages?, highlighted", dialog.inner_text()).group(1))
    assert passages >= 1
    assert dialog.locator("mark").count() >= passages


def test_the_share_of_the_largest_voice_says_whose_it_is_and_is_told_as_in_the_table(page):
    cell(page, "The Tallow Post (invented)", "Largest voice").click()
    told = page.get_by_role("dialog").get_by_text(re.compile("share of quoted words: Amadi Solkesh"))
    expect(told).to_contain_text(re.compile(r"45 % .* 19 % to 76 % · n = 78 quoted words"))


def test_the_measure_looked_at_stays_in_the_address(page):
    page.get_by_role("radio", name="Readability").or_(page.get_by_text("Readability", exact=True)).last.click()
    expect(page.get_by_role("heading", name="Readability", level=2)).to_be_visible()
    expect(page).to_have_url(re.compile("measure=readability"))
    page.reload()
    expect(page.get_by_role("heading", name="Readability", level=2)).to_be_visible()


def test_an_added_article_is_scored_and_its_evidence_highlighted(page):
    paste(page, WALL, "The Tide")
    go(page, "Compare")
    cell(page, "The Tide", "Scare quotes found").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark", has_text="improvement").first).to_be_visible()


def test_a_line_that_was_set_aside_is_shown_and_can_be_put_back(page):
    paste(page, WALL, "The Tide")
    check_last(page)
    line = page.get_by_label(re.compile("Leave a reply"))
    expect(line).not_to_be_checked()
    page.locator("label", has_text=re.compile("Leave a reply")).click()
    expect(line).to_be_checked()
    go(page, "Read")
    text = page.get_by_role("region", name="Text of The Tide")
    expect(text).to_contain_text("Leave a reply")
    go(page, "Articles")
    check_last(page)
    expect(line).to_be_checked()
    settle(page)
    page.locator("label", has_text=re.compile("Leave a reply")).click()
    expect(line).not_to_be_checked()
    go(page, "Read")
    expect(text).to_be_visible()
    expect(text).not_to_contain_text("Leave a reply")


def test_an_empty_paste_is_refused_in_words_and_nothing_is_lost(page):
    go(page, "Articles")
    page.get_by_label("Outlet, if you know it").fill("The Tide")
    page.get_by_role("button", name="Add this article").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing")
    expect(page.get_by_label("Outlet, if you know it")).to_have_value("The Tide")


def test_hostile_text_stays_text(page):
    hostile = "<img src=x onerror=alert(1)> **bold** $x$ :red[y]\n\n<script>alert(1)</script> “<b>Yes</b>,” he said."
    go(page, "Articles")
    page.get_by_label("Text of the article").fill(hostile)
    page.get_by_label("Outlet, if you know it").fill("<u>Tide</u>")
    page.get_by_role("button", name="Add this article").click()
    expect(page.get_by_text("<u>Tide</u>").first).to_be_visible()
    go(page, "Read")
    region = page.get_by_role("region", name="Text of <u>Tide</u>")
    expect(region).to_contain_text("<script>alert(1)</script>")
    assert region.locator("b, img, script").count() == 0

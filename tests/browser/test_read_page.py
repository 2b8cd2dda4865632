"""Articles side by side: layers, rules behind highlights, looking for something in all, adding what was missed."""

import re

from playwright.sync_api import expect

from tests.browser.test_main_job import go, settle

HOSTILE = """Wall “falls” <script>document.title='gone'</script>

<style>body{display:none}</style> <img src="https://tracker.example/x.png" onerror="document.title='gone'"> 😀😀

<form action="https://evil.example"><input name="secret"></form> “<b>Nobody</b> will miss it,” Ines Okafor said.

"""


def texts(page):
    return page.get_by_role("region", name=re.compile("^Text of"))


def look_for(page, words):
    box = page.get_by_role("combobox", name="Find in every article")
    box.click()
    box.press_sequentially(words, delay=20)
    page.get_by_role("listbox").get_by_text(re.compile(f"Voice: .*{words}")).first.click()
    settle(page)


def scrolled(page):
    return [text.evaluate("text => text.scrollTop") for text in texts(page).all()]


def test_layers_what_a_highlight_says_and_looking_for_a_voice(page):
    go(page, "Read")
    expect(texts(page)).to_have_count(5)
    first = texts(page).first
    loaded = texts(page).get_by_role("button", name=re.compile("loaded word")).first
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    # a layer is switched on: other highlights, the same place in the text, and the address says so
    first.evaluate("text => { text.scrollTop = 300 }")
    top = first.locator("p").evaluate_all("all => all.findIndex(p => p.getBoundingClientRect().bottom > 0)")
    page.get_by_role("button", name="Loaded words", exact=True).click()
    expect(loaded).to_be_attached()
    expect(page).to_have_url(re.compile("layer=quoted_voices&layer=loaded_words"))
    assert abs(first.evaluate("text => text.scrollTop") - 300) < 40
    assert top == first.locator("p").evaluate_all("all => all.findIndex(p => p.getBoundingClientRect().bottom > 0)")

    # a voice: every text that quotes it scrolls there, the others say that it is not there
    look_for(page, "Radko Teluvar")
    expect(first.locator(".here").first).to_be_in_viewport()
    found = [text.locator(".here").count() for text in texts(page).all()]
    status = page.get_by_role("status").filter(has_text=re.compile("found"))
    expect(status.filter(has_text="not found here")).to_have_count(found.count(0))
    assert sum(place > 0 for place in scrolled(page)) == sum(count > 0 for count in found) > 2
    page.get_by_role("button", name=re.compile("^Next place")).first.click()
    expect(status.first).to_contain_text("found: 2 of")

    page.reload()  # layers and what is looked for stay
    settle(page)
    expect(first.locator(".here").first).to_be_attached()
    assert sum(place > 0 for place in scrolled(page)) > 2
    expect(loaded).to_be_attached()


def test_a_highlight_opens_its_rule_and_its_correction_by_mouse_and_keyboard(page):
    go(page, "Read")
    mark = texts(page).first.get_by_role("button", name=re.compile("^quotation, speaker Amadi Solkesh")).first
    mark.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Quotation, direct, Amadi Solkesh")
    expect(dialog).to_contain_text("Quoted voices")  # the measure
    expect(dialog.get_by_text("How accurate is it?")).to_be_visible()
    expect(dialog.get_by_role("combobox", name=re.compile("Who says it"))).to_have_value("Amadi Solkesh")
    expect(dialog.get_by_role("button", name="Find in every article: Amadi Solkesh")).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    settle(page)
    expect(mark).to_have_attribute("aria-current", "true")

    mark.focus()  # arrow keys go on from here
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("Somebody had turned"))
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Somebody had turned")
    dialog.get_by_role("button", name="This is no quotation").click()
    expect(dialog).to_have_count(0)
    expect(texts(page).first.get_by_role("button", name=re.compile("Somebody had turned"))).to_have_count(0)


def test_selected_words_are_marked_as_what_was_missed(page):
    go(page, "Read")
    first = texts(page).first
    first.locator("p").nth(1).evaluate(
        """p => { const text = p.querySelector("span").firstChild
                  document.getSelection().setBaseAndExtent(text, 4, text, 23) }"""
    )
    page.get_by_role("button", name="Mark as …").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text("Veldanian delegatio")
    settle(page)
    dialog.get_by_role("button", name="Add it").click()
    expect(dialog).to_have_count(0)
    said = "^reported speech, speaker no speaker named.*Veldanian delegatio$"  # no marks stand around these words
    expect(first.get_by_role("button", name=re.compile(said))).to_be_attached()


def test_hostile_text_stays_text_in_the_columns(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    go(page, "Articles")
    page.get_by_label("Text of the article").fill(HOSTILE + "x" * 10_000)
    page.get_by_label("Outlet, if you know it").fill("<i>Tide</i>")
    page.get_by_role("button", name="Add this article").click()
    expect(page.get_by_text("<i>Tide</i>").first).to_be_visible()
    go(page, "Read")
    text = page.get_by_role("region", name="Text of <i>Tide</i>")
    expect(text).to_contain_text("<style>body{display:none}</style>")
    assert text.locator("[data-at] *, b, i, img, script, style, form, input").count() == 0
    assert "gone" not in page.title()
    assert not [url for url in asked if "example" in url]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    mark = text.get_by_role("button", name=re.compile("^quotation, speaker Ines Okafor"))
    mark.click()  # offsets are right behind emoji
    expect(page.get_by_role("dialog").locator("mark").first).to_have_text("<b>Nobody</b> will miss it,")


def test_a_link_that_names_what_is_not_here_says_so(page, address):
    page.goto(f"{address}/read?layer=claims&layer=moods&find=voice-nobody-at-all")
    settle(page)
    expect(page.get_by_role("alert").filter(has_text="“moods”")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="“voice-nobody-at-all”")).to_be_visible()
    expect(page).to_have_url(re.compile("layer=claims(&|$)"))
    assert "find=" not in page.url

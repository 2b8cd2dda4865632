"""What axe-core finds on every page, in both themes and both sizes; and the way through without a mouse.

What is Streamlit's own, not ours, stands in axe_known.csv by rule and selector, with the reason.
"""

import csv
import re
from importlib import resources
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.test_main_job import each_page, go, pressed_in_turn, settle

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
KNOWN = list(csv.DictReader((Path(__file__).parent / "axe_known.csv").open(encoding="utf-8")))
WHOLE = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast"]}  # the one rule that the theme changes
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOOKS = [(DESKTOP, "light", WHOLE), (DESKTOP, "dark", COLOURS), (PHONE, "dark", WHOLE), (PHONE, "light", COLOURS)]
RUN = """async ([what, known]) => {
    const found = await axe.run(document, {runOnly: what, resultTypes: ['violations']})
    const ours = (rule, node) => !known.some(one => one.rule === rule
        && document.querySelector(node.target.flat()[0])?.closest(one.selector))
    return found.violations.flatMap(({id, nodes}) => nodes.filter(node => ours(id, node))
        .map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary.split('\\n')[1]}`))
}"""

# groups are one stop with arrow keys inside; a field's own arrow opens with the arrow keys, too
ONE_STOP = "[role=radiogroup], [role=tablist], [role=presentation], .modebar, "
ONE_STOP += "[data-testid=stElementToolbar], [data-testid=stSelectbox], [data-testid=stMultiSelect], "
ONE_STOP += "[data-testid=stDateInput]"  # its day, month and year are reached; the hidden field behind them need not be
OUT_OF_REACH = """one_stop => [...document.querySelectorAll('[data-testid=stMain] :is(button, a, input, summary)')]
    .filter(one => one.checkVisibility() && !one.disabled && one.tabIndex < 0 && !one.closest(one_stop))
    .map(one => one.outerHTML.slice(0, 160))"""
FOCUSED = """() => {
    let one = document.activeElement
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
    return one?.getAttribute('aria-label') || one?.innerText || ''
}"""


def violations(page, what):
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 400)))")  # colours fade over
    return page.evaluate(RUN, [what, KNOWN])


def test_axe_finds_nothing_on_any_page_in_both_themes_and_sizes(desktop):
    desktop.evaluate(AXE)
    found = {}
    for name in each_page(desktop):
        for size, theme, rules in LOOKS:
            desktop.set_viewport_size(size)
            desktop.emulate_media(color_scheme=theme)
            found[f"{name}, {size['width']}, {theme}"] = violations(desktop, rules)
        desktop.set_viewport_size(DESKTOP)
    assert {where: what for where, what in found.items() if what} == {}


def test_axe_finds_nothing_in_the_dialog_behind_a_value_and_in_what_opens(desktop):
    desktop.evaluate(AXE)
    desktop.get_by_role("button", name=re.compile("Quotations: [1-9].*Show why")).first.click()
    expect(desktop.get_by_role("dialog").locator("mark").first).to_be_visible()
    found = {"dialog": violations(desktop, WHOLE)}
    desktop.keyboard.press("Escape")
    for summary in desktop.locator("[data-testid=stExpander] summary").all():
        summary.click()
        settle(desktop)
    found["opened"] = violations(desktop, WHOLE)
    assert {where: what for where, what in found.items() if what} == {}


def test_axe_finds_nothing_in_any_finding_and_part(desktop):
    desktop.evaluate(AXE)
    found = {}
    for name, group in (("Event", "Compare"), ("Methods", "Part")):
        go(desktop, name)
        for part in pressed_in_turn(desktop, group):
            found[f"{name}, {part}"] = violations(desktop, WHOLE)
    assert {where: what for where, what in found.items() if what} == {}


def test_the_way_to_the_words_behind_a_value_needs_no_mouse(desktop):
    desktop.get_by_role("link", name="Compare").focus()
    asked = tab_to(desktop, re.compile("Quotations: .*Show why"))
    desktop.keyboard.press("Enter")
    dialog = desktop.get_by_role("dialog")
    expect(dialog.locator("mark").first).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert asked


def test_every_button_and_field_is_in_the_tab_order(desktop):
    for name in each_page(desktop):
        assert desktop.evaluate(OUT_OF_REACH, ONE_STOP) == [], name


def tab_to(page, name, most=120):
    """Press Tab until what has the focus is named `name`; whether it was reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name.search(page.evaluate(FOCUSED)):
            return True
    return False

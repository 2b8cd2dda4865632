"""A report from the first draft to the finished files, and the bundle opened again; a chart saved from its menu."""

import re
import zipfile
from io import BytesIO

from docx import Document
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.test_main_job import go, settle

MINE = "I read both of them twice."


def download(page, name):
    with page.expect_download(timeout=120_000) as found:
        page.get_by_role("button", name=name, exact=True).click()
    return found.value.suggested_filename, found.value.path().read_bytes()


def two_articles(page):
    """Compare two articles only: fewer are drawn faster."""
    for name in ("The Ostrel Sentinel", "Both Banks", "NewsGlim24"):
        page.get_by_role("button", name=re.compile(name)).first.click()
        settle(page)


def test_a_student_drafts_edits_and_hands_in_a_report(page):
    go(page, "Report")
    two_articles(page)
    page.get_by_role("button", name="Start from a draft").click()
    expect(page.get_by_label(re.compile("^Your text")).first).to_be_visible()
    settle(page)
    page.get_by_label("Your name").fill("Ann Student")
    page.get_by_label(re.compile("^Your text")).first.fill(f"#Opening\n{MINE}")
    page.get_by_label("Your name").click()
    settle(page)
    page.get_by_role("button", name="Remove", exact=True).nth(1).click()
    expect(page.get_by_text("Event match", exact=True)).to_have_count(0)
    settle(page)
    expect(page.get_by_label(re.compile("^Your text")).first).to_have_value(f"#Opening\n{MINE}")
    name, raw = download(page, "HTML")
    told = raw.decode()
    assert name.endswith(".html")
    for wanted in (MINE, "<h2>Opening</h2>", "Ann Student", "Methods", "Claims</h3>"):
        assert wanted in told
    assert "Event match</h3>" not in told
    go(page, "Compare")
    go(page, "Report")
    expect(page.get_by_label("Your name")).to_have_value("Ann Student")
    if page.viewport_size["width"] > 1000:  # the other files are the same on a phone
        the_files_open_and_bring_it_all_back(page)


def the_files_open_and_bring_it_all_back(page):
    assert MINE in [one.text for one in Document(BytesIO(download(page, "Word (DOCX)")[1])).paragraphs]
    pdf = PdfReader(BytesIO(download(page, "PDF")[1]))
    assert MINE in pdf.pages[0].extract_text()
    bundle = download(page, "Bundle (ZIP)")[1]
    assert zipfile.ZipFile(BytesIO(bundle)).testzip() is None
    page.goto(page.url.split("?")[0].rsplit("/", 1)[0])
    settle(page)
    go(page, "Your work")
    file = {"name": "handed-in.zip", "mimeType": "application/zip", "buffer": bundle}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Open it in place of what is here").click()
    expect(page.get_by_text("Opened.")).to_be_visible()
    expect(page).to_have_url(re.compile("articles=meridian-wire&articles=tallow-post"))
    go(page, "Report")
    expect(page.get_by_label(re.compile("^Your text")).first).to_have_value(f"#Opening\n{MINE}")


def test_a_chart_is_saved_from_its_menu_with_an_alternative_text_of_ones_own(page):
    expect(page.locator(".js-plotly-plot").first).to_be_visible()  # the page moves until its chart is there
    settle(page)
    page.get_by_text("Save", exact=True).first.click()
    settle(page)
    alt = page.get_by_label(re.compile("for those who cannot see it"))
    expect(alt).to_have_value(re.compile("Outlet accountability"))
    alt.fill("How accountable the outlets are")
    alt.blur()
    expect(page.get_by_text(re.compile("The text above is your own"))).to_be_visible()
    settle(page)
    name, raw = download(page, "SVG")
    assert name == "outlet_credibility.svg"
    assert b"<desc>How accountable the outlets are</desc>" in raw
    assert download(page, "PNG")[1].startswith(b"\x89PNG")
    assert download(page, "Data")[1].startswith(b"\xef\xbb\xbf")

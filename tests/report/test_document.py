"""A report says the same in HTML, DOCX and PDF: what was chosen, with its passages, methods, limits and references."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from lxml import html
from pypdf import PdfReader

from analysis import __version__, cases, lexicons, measures
from analysis.model import Correction, Value
from analysis.report import chart, document, findings, html_page, methods, outline, pdf_file, word_file
from analysis.report.blocks import Grid, Heading, Paragraph, Passages
from analysis.report.compared import Compared
from analysis.workspace import Part, Report

MADE = date(2026, 11, 22)
NAMES = "Łukasz, Čapek и Путин"
HOSTILE = "<script>alert(1)</script> & \x07=1+1"


@pytest.fixture(scope="module", params=cases.ids())
def found(request, read_case):
    return Compared(tuple(read_case(request.param)))


@pytest.fixture(scope="module")
def report():
    parts = (
        Part("text", text=f"#My view\nI compared them. {HOSTILE}"),
        Part("finding", "quoted_voices/quoted words", "They quote a lot."),
        Part("finding", "claims"),
        Part("chart", "readability", "Mark the grades."),
        Part("table", "omissions"),
    )
    return Report(NAMES, "Ann Student", parts, "mla", {"readability": "How hard they are to read"})


def words(blocks):
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


def text_of_html(raw):
    tree = html.fromstring(raw.decode())
    for style in tree.iter("style"):
        style.drop_tree()
    return " ".join(tree.text_content().split())


def text_of_docx(raw):
    opened = docx.Document(BytesIO(raw))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(one.text for one in opened.paragraphs), *cells]).split())


def text_of_pdf(raw):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(raw)).pages).split())


FILES = {"html": (html_page, text_of_html), "docx": (word_file, text_of_docx), "pdf": (pdf_file, text_of_pdf)}


@pytest.mark.parametrize("kind", FILES)
def test_each_file_has_what_was_chosen_and_what_belongs_to_it(found, report, kind):
    writer, text_of = FILES[kind]
    told = text_of(writer.build(document.build(found, report, MADE)))
    for wanted in (NAMES, "Ann Student", "22 November 2026", "My view", "They quote a lot.", "Mark the grades."):
        assert wanted in told
    assert "<script>alert(1)</script> &" in told
    assert f"Parallax {__version__}" in told
    assert lexicons.fingerprint() in told
    assert "no result was corrected by hand" in told
    for heading in ("Methods", "Accuracy and limits", "Left out of this report", "References"):
        assert heading in told
    assert "Accessed 22 Nov. 2026." in told
    assert ", paragraph 1" in told


def test_the_html_file_needs_no_network_and_runs_nothing(found, report):
    raw = html_page.build(document.build(found, report, MADE)).decode()
    tree = html.fromstring(raw)
    assert not tree.xpath("//script | //link | //iframe | //*[@href]")
    assert all(image.get("src").startswith("data:image/svg+xml") for image in tree.iter("img"))
    assert [image.get("alt") for image in tree.iter("img")] == ["How hard they are to read"]


def test_the_word_file_carries_headings_alternative_texts_and_an_author(found, report):
    opened = docx.Document(BytesIO(word_file.build(document.build(found, report, MADE))))
    assert {"Title", "Heading 1", "Heading 2", "Quote"} <= {one.style.name for one in opened.paragraphs}
    [shape] = opened.inline_shapes
    assert shape._inline.docPr.get("descr") == "How hard they are to read"
    assert (opened.core_properties.title, opened.core_properties.author) == (NAMES, "Ann Student")


def test_the_pdf_carries_alternative_texts_language_and_title(found, report):
    reader = PdfReader(BytesIO(pdf_file.build(document.build(found, report, MADE))))
    assert reader.metadata.title == NAMES
    assert reader.trailer["/Root"]["/Lang"].startswith("en")
    alts = re.findall(r"/Alt'?: '([^']*)'", str([one.get_object() for one in _objects(reader)]))
    assert "How hard they are to read" in alts


def _objects(reader):
    return [reader.get_object(number) for number in range(1, reader.trailer["/Size"])]


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_an_empty_report_still_says_how_it_was_made(found, kind):
    writer, text_of = FILES[kind]
    told = text_of(writer.build(document.build(found, Report(), MADE)))
    assert document.UNTITLED in told
    assert "Methods" in told


def test_every_statement_has_passages_with_source_and_place(found):
    built = document.build(found, outline.build(found), MADE)
    places = [source for block in built.blocks if isinstance(block, Passages) for _, source in block.items]
    assert len(places) > 15
    for source in places:
        assert re.fullmatch(r".+, (paragraph \d+|headline)", source)


def test_a_statement_shows_no_sentence_twice_and_the_report_no_group_of_them(found):
    parts = tuple(Part("finding", key) for key in document.drafts(found))
    groups = [
        block.items for block in document.build(found, Report(parts=parts), MADE).blocks if isinstance(block, Passages)
    ]
    for items in groups:
        told = [(one.article, one.paragraph, one.text) for one, _ in items]
        assert len(told) == len(set(told))
    assert len(groups) == len(set(groups))
    twice = document.build(found, Report(parts=(Part("finding", "claims"), Part("finding", "claims"))), MADE)
    assert "Its passages stand above." in words(twice.blocks)


def test_no_passage_is_longer_than_a_short_span_unless_the_text_may_be_reproduced(found):
    most = lexicons.threshold("short_span") + 2  # the signs of the cuts
    built = document.build(found, outline.build(found), MADE)
    for block in built.blocks:
        for excerpt, _ in block.items if isinstance(block, Passages) else ():
            assert len(f"{excerpt.before} {excerpt.marked} {excerpt.after}".split()) <= most + 2
    article = found.articles[0]
    last = article.body.split("\n")[-1].strip()
    whole = document.build(found, Report(full_texts=frozenset([article.id])), MADE)
    assert last in words(whole.blocks)
    assert last not in words(built.blocks)


def test_a_value_that_is_not_there_is_told_with_its_reason(found):
    drafts = document.drafts(found)
    for key in ("outlet_credibility/accountability", "agentless/share without agent"):
        measure, part = key.split("/")
        values = [found.results[one.id][measure] for one in found.articles]
        reasons = {value.missing for result in values for value in result.values if value.part == part}
        for reason in filter(None, reasons):
            assert f"there is no value: {reason.rstrip('.')}." in drafts[key].text
    for finding in drafts.values():
        assert "nan" not in finding.text.lower().split()
        assert "None" not in finding.text
        assert "{" not in finding.text


def test_under_five_cases_a_share_is_given_as_a_count():
    row = next(row for row in lexicons.rows("overview.csv") if row["part"] == "quoted words")
    few = Value("quoted words", 0.5, "share of all words", 4)
    assert findings._said("The Tide", few, 0.5, row) == "In The Tide, 2 of 4 words stand inside quotation marks."
    assert findings._said("The Tide", few, 0.5, row, is_first=False) == "The Tide: 2 of 4"


def test_the_first_article_gets_a_sentence_and_the_others_their_number_in_falling_order(found):
    told = document.drafts(found)["quoted_voices/quoted words"].text
    assert told.count("stand inside quotation marks") == 1
    shares = [int(share) for share in re.findall(r"(\d+) % of \d+", told)]
    assert len(shares) == len(found.articles)
    assert shares == sorted(shares, reverse=True)


def test_every_drafted_number_is_a_number_of_the_results(found):
    for key, finding in document.drafts(found).items():
        measure, _, part = key.partition("/")
        if measure not in measures.MEASURES:
            continue
        for article in found.articles:
            value = next((one for one in found.results[article.id][measure].values if one.part == part), None)
            if value and value.number is not None and value.number > 1 and float(value.number).is_integer():
                assert re.search(rf"\b{int(value.number)}\b", finding.text), key


def test_corrections_are_counted_in_the_methods(read_case):
    first, *others = read_case(cases.ids()[0])
    fix = Correction("quotation", 0, 4, "", "")
    found = Compared((replace(first, corrections=(fix,)), *others))
    told = " ".join(words(document.build(found, Report(), MADE).blocks))
    assert "1 of its results were corrected by hand" in told or "1 result was corrected by hand" in told


def test_methods_are_those_of_what_stands_in_the_report(found, report):
    assert methods.used(report) == ("quoted_voices", "readability", "claims", "omissions")
    assert methods.used(Report()) == ()
    assert methods.used(Report(parts=(Part("table", "omissions"), Part("table", "scores")))) == ("omissions",)
    assert methods.used(Report(parts=(Part("chart", chart.FLOOR),))) == ("quoted_voices",)


def test_a_finding_that_is_gone_keeps_the_words_of_its_author(found):
    parts = (Part("finding", "labels/Nobody", "I wrote this."), Part("finding", "labels/Nobody"), Part("chart", "none"))
    told = words(document.build(found, Report(parts=parts), MADE).blocks)
    assert told[:2] == ["I wrote this.", document.GONE]


def test_a_table_on_a_page_says_where_the_rest_is(found):
    built = document.build(found, Report(parts=(Part("table", "evidence"),)), MADE)
    [grid] = [block for block in built.blocks[:3] if isinstance(block, Grid)]
    assert len(grid.rows) == lexicons.threshold("report_rows")
    assert any("data/evidence.csv has all" in told for told in words(built.blocks))


def test_the_same_report_gives_the_same_html_and_pdf(found, report):
    for writer in (html_page, pdf_file):
        assert writer.build(document.build(found, report, MADE)) == writer.build(document.build(found, report, MADE))


def test_one_article_alone_gives_a_report(read_case):
    alone = Compared(tuple(read_case(cases.ids()[0])[:1]))
    html_page.build(document.build(alone, outline.build(alone), MADE))


def test_a_word_in_two_styles_is_not_torn_apart_at_the_end_of_a_line(found):
    parts = tuple(Part("finding", key) for key in document.drafts(found) if key.startswith(("attribution", "labels")))
    told = text_of_pdf(pdf_file.build(document.build(found, Report(parts=parts), MADE)))
    shown = [one for key, one in document.drafts(found).items() if key.startswith("attribution")]
    for passage in shown[0].passages:
        for word in re.findall(r"[A-Za-z]{8,}", f"{passage.before}{passage.marked}{passage.after}"):
            assert word in told


def test_methods_and_limits_speak_of_nothing_that_the_report_leaves_out(found):
    draft = outline.build(found)
    told = words(document.build(found, draft, MADE).blocks)
    limits = told[told.index("Accuracy and limits") + 1 : told.index("References")]
    assert len(limits) == len(methods.used(draft))
    for key, paragraph in zip(methods.used(draft), limits, strict=True):
        assert paragraph.startswith(f"{methods.title(key)}. ")
        assert "Misses: " in paragraph
    [left] = [one for one in told if one.startswith("Left out of this report")]
    for key in set(methods.KNOWN) - set(methods.ANSWERED):
        assert (methods.title(key) in left) == (key not in methods.used(draft)), key
    assert "bundle" in left

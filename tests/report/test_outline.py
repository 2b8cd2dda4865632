"""A first draft is short: what is reported, and where the articles differ by more than chance."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from analysis import cases, lexicons, measures
from analysis.model import Article, Result, Value
from analysis.report import document, gaps, outline, pdf_file
from analysis.report.compared import Compared

MADE = date(2026, 11, 22)


@pytest.fixture(scope="module", params=cases.ids())
def found(request, read_case):
    return Compared(tuple(read_case(request.param)))


def keys(report, kind):
    return [part.key for part in report.parts if part.kind == kind]


def test_the_draft_on_a_teaching_case_has_at_most_ten_pages(found):
    raw = pdf_file.build(document.build(found, outline.build(found), MADE))
    assert 4 <= len(PdfReader(BytesIO(raw)).pages) <= 10


def test_a_draft_says_what_is_reported_and_has_a_handful_of_charts_each_behind_its_finding(found):
    draft = outline.build(found)
    assert {"event_match", "claims"} <= set(keys(draft, "finding"))
    assert [part.text for part in draft.parts if part.kind == "text"] == [outline.REPORTED, outline.TOLD]
    assert "claims" in keys(draft, "chart")
    assert len(keys(draft, "chart")) <= lexicons.threshold("report_charts")
    about = document.drafts(found)
    for before, part in zip(draft.parts, draft.parts[1:], strict=False):
        if part.kind == "chart":
            assert part.key == outline.FIRST_CHART.get(about[before.key].about, about[before.key].about)


def test_the_numbers_of_a_draft_are_the_widest_gaps_and_one_of_each_measure(found):
    drafted = [key for key in keys(outline.build(found), "finding") if key.split("/")[0] in measures.MEASURES]
    sizes = {f"{gap.measure}/{gap.part}": gap.size for gap in gaps.find(found)}
    assert 0 < len(drafted) <= lexicons.threshold("report_numbers")
    assert [sizes[key] for key in drafted] == sorted((sizes[key] for key in drafted), reverse=True)
    assert min(sizes[key] for key in drafted) >= lexicons.threshold("report_gap")
    assert len({key.split("/")[0] for key in drafted}) == len(drafted)


class Told:
    """Articles with one number each, in place of a comparison."""

    def __init__(self, measure, *values):
        self.articles = [Article(id=str(at), body="") for at in range(len(values))]
        self.results = {
            str(at): {key: Result(key, str(at), (value,) if key == measure else ()) for key in measures.MEASURES}
            for at, value in enumerate(values)
        }

    def gaps(self):
        return [round(gap.size, 2) for gap in gaps.find(self)]


def share(number, n):
    return Value("quoted words", number, "share of all words", n)


def test_a_gap_needs_enough_cases_on_both_sides():
    assert Told("quoted_voices", share(0.5, 200), share(0.1, 200)).gaps() == [0.4]
    assert Told("quoted_voices", share(0.5, 8), share(0.1, 8)).gaps() == []
    assert Told("quoted_voices", share(1.0, 200), share(0.0, 4)).gaps() == []
    assert Told("quoted_voices", share(0.5, 200)).gaps() == []


def test_a_gap_within_the_intervals_is_none():
    wide = [Value("accountability", number, "points", 9, number - 30, number + 30) for number in (90, 60)]
    narrow = [Value("accountability", number, "points", 9, number - 5, number + 5) for number in (90, 60)]
    assert Told("outlet_credibility", *wide).gaps() == []
    assert Told("outlet_credibility", *narrow).gaps() == [0.3]


def test_counted_words_are_compared_by_the_length_of_the_text():
    few, many = (Value("words to look at", number, "words", 400) for number in (0, 8))
    assert Told("loaded_words", few, many).gaps() == [1.0]
    long = Value("words to look at", 8, "words", 8000)
    assert Told("loaded_words", few, long).gaps() == []


def test_one_article_alone_has_a_draft_without_differences(read_case):
    alone = Compared(tuple(read_case(cases.ids()[0])[:1]))
    assert keys(outline.build(alone), "chart") == []

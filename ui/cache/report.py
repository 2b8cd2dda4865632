"""The comparison that a report and the pictures of charts are made from."""

from collections.abc import Mapping
from datetime import date

from analysis.comparison.claim_edits import ClaimEdits
from analysis.comparison.sides import Edits
from analysis.report import chart as charts
from analysis.report import data, document
from analysis.report.chart import Chart
from analysis.report.compared import Compared
from analysis.workspace import Report, Workspace
from ui.cache import Articles, kept


@kept
def found(
    articles: Articles, edits: Edits, answers: Mapping[str, Mapping[str, str]], changed_claims: ClaimEdits
) -> Compared:
    """Everything that the articles show, with what the person laid over it."""
    return Compared(articles, edits, answers, changed_claims)


@kept
def in_words(
    articles: Articles, edits: Edits, answers: Mapping[str, Mapping[str, str]], changed_claims: ClaimEdits, key: str
) -> str:
    """What a chart shows, for those who cannot see it."""
    return charts.build(found(articles, edits, answers, changed_claims), key).alt


@kept
def table_names(articles: Articles) -> tuple[str, ...]:
    """The names of all tables of a comparison; what a person laid over it changes none of them."""
    return tuple(data.build(found(articles, Edits(), {}, ())))


def page(shown: Compared, report: Report) -> bytes:
    """The report as HTML."""
    from analysis.report import html_page  # noqa: PLC0415  matplotlib and the makers of files take two seconds to load

    return html_page.build(document.build(shown, report, date.today()))


def word(shown: Compared, report: Report) -> bytes:
    """The report as DOCX."""
    from analysis.report import word_file  # noqa: PLC0415

    return word_file.build(document.build(shown, report, date.today()))


def paper(shown: Compared, report: Report) -> bytes:
    """The report as PDF."""
    from analysis.report import pdf_file  # noqa: PLC0415

    return pdf_file.build(document.build(shown, report, date.today()))


def everything(shown: Compared, report: Report, work: Workspace | None, event: str) -> bytes:
    """The bundle, with the work that opens it again or without."""
    from analysis.report import bundle  # noqa: PLC0415

    return bundle.build(shown, report, date.today(), work, event)


def picture(drawn: Chart, shown: Compared, kind: str) -> bytes:
    """One chart as SVG or PNG."""
    from analysis.report import picture as pictures  # noqa: PLC0415

    return pictures.build(drawn, document.caption(shown, date.today()), kind)

"""A report as a list of blocks, the same for HTML, DOCX and PDF: what is said, in which order, with what behind it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pandas as pd

from analysis import lexicons
from analysis.model import Article
from analysis.report import chart, data, findings, joint_findings, methods, references
from analysis.report.album import Album, Caption
from analysis.report.blocks import Block, Document, Grid, Heading, Paragraph, Passages, Picture, References
from analysis.report.compared import Compared
from analysis.report.excerpts import Excerpt
from analysis.report.findings import Finding
from analysis.report.references import Reference
from analysis.workspace import Part, Report

MOST_COLUMNS = 6  # of a table on a page
HIDDEN = {"event", "article", "url", "start", "end", "unit", "measure", "label"}  # they stand in the data
UNTITLED = "How an event was reported"
GONE = "This finding is not in the comparison any more: the articles or the word lists have changed."


def build(found: Compared, report: Report, made: date, album: Album | None = None) -> Document:
    """The report on the comparison: what the author chose and wrote, then how it was made and from what.

    album: pictures of the same comparison, where some are drawn already.
    """
    blocks = (
        *_chosen(found, report),
        *methods.build(found, report),
        *_works(found, report, made),
        *_full_texts(found, report),
    )
    title, author = report.title.strip() or UNTITLED, report.author.strip()
    return Document(title, author, made, blocks, album or Album(caption(found, made)))


def caption(found: Compared, made: date) -> Caption:
    """What stands below every chart of the comparison."""
    return Caption(found.names, {one.id: one.published[:10] for one in found.articles}, day(made))


def day(made: date) -> str:
    """A day as a reader writes it: 22 November 2026."""
    return f"{made.day} {references.MONTHS[made.month - 1]} {made.year}"


def drafts(found: Compared) -> Mapping[str, Finding]:
    """Every finding that can be put into a report, by key."""
    return {finding.key: finding for finding in (*findings.build(found), *joint_findings.build(found))}


def _chosen(found: Compared, report: Report) -> Iterator[Block]:
    """What the author chose and wrote, in the author's order."""
    known, charts = drafts(found), chart.keys(found)
    tables = data.build(found, report.full_texts) if any(part.kind == "table" for part in report.parts) else {}
    drawn = [at for at, part in enumerate(report.parts) if part.kind == "chart" and part.key in charts]
    figures = {at: number for number, at in enumerate(drawn, start=1)}
    shown: set[Excerpt] = set()
    for at, part in enumerate(report.parts):
        if part.kind == "text":
            yield from _own_words(part.text)
        elif part.kind == "finding":
            see = f" See Figure {figures[at + 1]}." if at + 1 in figures else ""
            yield from _finding(found, part, known.get(part.key), shown, see)
        elif at in figures:
            described = chart.build(found, part.key).described(report.alts.get(part.key, ""))
            yield Picture(described, figures[at])
            yield from _own_words(part.text)
        elif part.kind == "table" and part.key in tables:
            yield from _table(part.key, tables[part.key])
            yield from _own_words(part.text)


def _own_words(text: str) -> Iterator[Block]:
    """The author's paragraphs; a line that begins with # is a heading."""
    for line in text.split("\n"):
        if line.startswith("#"):
            yield Heading(line.lstrip("# ").strip())
        elif line.strip():
            yield Paragraph(line.strip())


def _finding(found: Compared, part: Part, drafted: Finding | None, shown: set[Excerpt], see: str) -> Iterator[Block]:
    """The statement and its passages, which are not printed again where all stand above; `see`: its figure."""
    if drafted is None:
        yield Paragraph(part.text or GONE)
        return
    yield Heading(drafted.title, 2)
    yield from _own_words(part.text or f"{drafted.text}{see}")
    passages = {(one.article, one.paragraph, one.text): one for one in drafted.passages}.values()
    if shown.issuperset(passages) and passages:
        yield Paragraph("Its passages stand above.", note=True)
    elif passages:
        yield Passages(tuple((one, f"{found.names[one.article]}, {one.place}") for one in passages))
    shown.update(passages)


def _table(name: str, table: pd.DataFrame) -> Iterator[Block]:
    """The first rows of a table in its telling columns; the data have the rest."""
    most = int(lexicons.threshold("report_rows"))
    telling = [name for name in table.columns if name not in HIDDEN and not name.endswith((" url", "published"))]
    columns = telling[:MOST_COLUMNS]
    rows = tuple(tuple(_cell(value) for value in row) for row in table[columns].head(most).itertuples(index=False))
    yield Heading(f"Table: {name.replace('_', ' ')}", 2)
    yield Grid(tuple(str(column).replace("_", " ") for column in columns), rows)
    if len(table) > most:
        yield Paragraph(f"The first {most} of {len(table)} rows; the file data/{name}.csv has all.", note=True)


def _cell(value: object) -> str:
    if pd.isna(value):
        return "–"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _works(found: Compared, report: Report, made: date) -> Iterator[Block]:
    style = report.style if report.style in references.STYLES else "apa"
    yield Heading("References")
    works = sorted((references.build(one, style, made) for one in found.articles), key=_sorted_as)
    items = (*works, references.to_parallax(style, made))
    yield References(items, code=style == "bibtex")


def _sorted_as(reference: Reference) -> str:
    """A reference as lists of works are sorted: letters only."""
    return "".join(char for char in references.plain(reference).casefold() if char.isalnum() or char == " ").strip()


def _full_texts(found: Compared, report: Report) -> Iterator[Block]:
    """The articles that the author may reproduce."""
    whole: Sequence[Article] = [one for one in found.articles if one.id in report.full_texts]
    if whole:
        yield Heading("The articles in full")
    for article in whole:
        yield Heading(f"{found.names[article.id]}: {article.headline or 'no headline'}", 2)
        for line in article.body[article.headline_end :].split("\n"):
            if line.strip():
                yield Paragraph(line.strip())

"""Any file a person may have: what is read from it, and what is said of it where nothing can be."""

import gzip
import json
from itertools import chain
from textwrap import wrap

import pytest

from analysis.ingest import files, manuscript
from tests.ingest import inputs
from tests.ingest.inputs import HEADLINE, PARAGRAPHS, TEXT
from tests.ingest.test_web_page import LEAD, MORE, page

PAGE = page(LEAD, *MORE)
MARKDOWN = f"# {HEADLINE}\n\n" + "\n\n".join(PARAGRAPHS)
TABLE = [["Title", "Date", "Text"], [HEADLINE, "2026-03-14", "\n\n".join(PARAGRAPHS)]]
CSV = 'Title,Date,Text\n"{}",2026-03-14,"{}"\n'.format(HEADLINE, "\n\n".join(PARAGRAPHS)).encode()
LINE = json.dumps({"id": "a", "headline": HEADLINE, "text": "\n\n".join(PARAGRAPHS)}).encode()


def articles(name, raw, **options):
    batch = files.read(name, raw, **options)
    assert batch.problems == ()
    return batch.articles


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("wall.txt", TEXT.encode()),
        ("wall", TEXT.encode()),
        ("wall.txt", TEXT.encode("cp1252")),
        ("wall.txt", TEXT.encode("utf-16")),
        ("wall.md", MARKDOWN.encode()),
        ("wall.docx", inputs.docx()),
        ("wall.doc", inputs.docx()),
        ("wall.rtf", inputs.rtf(TEXT)),
        ("wall.doc", inputs.rtf(TEXT)),
        ("wall.csv", CSV),
        ("wall.tsv", CSV.replace(b"Title,Date,Text", b"Title\tDate\tText").replace(b",2026-03-14,", b"\t2026-03-14\t")),
        ("wall.csv", CSV.replace(b"Title,Date,Text", b"Title;Date;Text").replace(b",2026-03-14,", b";2026-03-14;")),
        ("wall.xlsx", inputs.xlsx(TABLE)),
        ("wall.jsonl", LINE),
        ("wall.json", b"[" + LINE + b"]"),
        ("wall.json", b'{"articles": [' + LINE + b"]}"),
        ("wall.txt.gz", gzip.compress(TEXT.encode())),
        ("wall.zip", inputs.archive({"folder/wall.txt": TEXT})),
        ("wall.pdf", inputs.pdf([[*chain(*((*wrap(text, 60), "") for text in (HEADLINE, *PARAGRAPHS)))]])),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_article_is_the_same_in_every_format(name, raw):
    [article] = articles(name, raw)
    assert article.headline == HEADLINE
    assert article.body.split("\n\n") == [HEADLINE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("wall.html", PAGE),
        ("wall.htm", PAGE),
        ("wall.txt", PAGE),
        ("wall", PAGE),
        ("wall.html.gz", gzip.compress(PAGE)),
        ("wall.mhtml", inputs.mhtml(PAGE, "https://courier.example/wall")),
        ("saved.zip", inputs.archive({"wall.html": PAGE})),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_page_is_read_as_a_page_whatever_its_name(name, raw):
    [article] = articles(name, raw)
    assert article.body.split("\n\n")[1:] == [LEAD, *MORE]


def test_a_page_saved_with_its_pictures_says_where_it_is_from():
    [article] = articles("wall.mhtml", inputs.mhtml(PAGE, "https://courier.example/wall"))
    assert article.url == "https://courier.example/wall"
    assert article.domain == "courier.example"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("nexis.docx", inputs.docx(inputs.NEXIS.split("\n"))),
        ("nexis.rtf", inputs.rtf(inputs.NEXIS)),
        ("nexis.txt", inputs.NEXIS.encode()),
        ("nexis.pdf", inputs.pdf([inputs.NEXIS.split("\n")[:30], inputs.NEXIS.split("\n")[30:]])),
        ("lexis.txt", inputs.LEXIS.encode()),
        ("factiva.rtf", inputs.rtf(inputs.FACTIVA)),
        ("factiva.txt", inputs.FACTIVA.encode()),
        (
            "factiva.html",
            f"<html><body><p>{'</p><p>'.join(inputs.FACTIVA.splitlines())}</p>factiva</body></html>".encode(),
        ),
        ("proquest.txt", inputs.PROQUEST.encode()),
        ("proquest.docx", inputs.docx(inputs.PROQUEST.split("\n"))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_export_of_a_database_gives_every_article_with_its_facts(name, raw):
    first, second = articles(name, raw)
    assert (first.headline, first.outlet, first.published) == (HEADLINE, "Elmstead Courier", "2026-03-14")
    assert "Reyl" in first.byline or "REYL" in first.byline
    assert "The harbour wall will be rebuilt, the council decided." in first.body
    assert "We waited nine years" in first.body
    assert not any(word in first.body for word in ("Load", "LOAD", "Copyright", "Length", "Document", "Links", "Title"))
    assert (second.headline, second.outlet, second.published) == ("Harbour fees rise", "The Daily Ostrel", "2026-03-13")
    assert second.body.endswith("Fees rise by a tenth in spring, the port said on Friday.")
    assert (first.id, second.id) == (f"{name.split('.')[0]}-1", f"{name.split('.')[0]}-2")


def test_an_export_of_a_hundred_articles_gives_a_hundred_articles():
    entry = (
        inputs.NEXIS.split("Documents (2)\n")[1].split("\n\n", 1)[1].split("End of Document")[0] + "End of Document\n"
    )
    batch = files.read("nexis.docx", inputs.docx("\n".join(entry for _ in range(100)).split("\n")))
    assert len(batch.manuscripts) == 100
    assert {one.outlet for one in batch.manuscripts} == {"Elmstead Courier"}


@pytest.mark.parametrize(
    ("name", "raw"),
    [("wall.bib", inputs.BIBTEX), ("wall.ris", inputs.RIS), ("zotero.json", inputs.CSL), ("wall.txt", inputs.RIS)],
)
def test_references_give_their_facts_and_no_text(name, raw):
    batch = files.read(name, raw.encode())
    [found] = batch.references
    assert batch.manuscripts == ()
    assert found.title.startswith("Harbour")
    assert "{" not in found.title and "\\" not in found.title
    assert (found.outlet, found.published) == ("Elmstead Courier", "2026-03-14")
    assert found.url == "https://courier.example/wall"
    assert found.byline.startswith("Ines Okafor")


def test_a_feed_gives_whole_texts_as_articles_and_teasers_as_references():
    batch = files.read("feed.xml", inputs.RSS.encode())
    [reference], [article] = batch.references, batch.articles
    assert (reference.title, reference.url) == ("Harbour wall: council votes", "https://courier.example/wall")
    assert reference.published == "2026-03-14T08:00:00Z"
    assert "first lines: The council voted" in reference.notes[0]
    assert article.outlet == "Elmstead Courier"
    assert [article.body[s.start : s.end] for s in article.blocks] == [PARAGRAPHS[1]]


def test_a_table_with_addresses_and_no_text_gives_references():
    batch = files.read("list.csv", b"Title,Url\nHarbour wall,https://courier.example/wall\n")
    assert [one.url for one in batch.references] == ["https://courier.example/wall"]


def test_broken_rows_are_named_and_the_others_are_read():
    raw = b'title,text\nA,"One text here."\nB,"An open mark\nC,"Another text."\nD,One,too,many\nE,Last text.\n'
    batch = files.read("list.csv", raw)
    assert [one.title for one in batch.manuscripts] == ["A", "C", "E"]
    assert [str(problem).split(":")[1].strip() for problem in batch.problems] == ["row 3", "row 5"]


def test_a_table_without_a_column_of_texts_names_the_columns_it_has():
    batch = files.read("list.csv", b"Heading,Story text here\nA,Short one\n")
    assert "Heading, Story text here" in str(batch.problems[0])
    [article] = articles("list.csv", b"Heading,Story text here\nA,Short one\n", text_column="Story text here")
    assert article.body == "Short one"


def test_the_only_column_of_long_values_is_taken_as_the_text():
    raw = "nr,was\n1,{}\n2,{}\n".format(*[" ".join(PARAGRAPHS).replace(",", ";") * 2] * 2)
    assert len(articles("list.csv", raw.encode())) == 2


def test_a_hidden_sheet_is_named_and_not_read():
    batch = files.read("list.xlsx", inputs.xlsx(TABLE, hidden=[["text"], ["Secret text."]]))
    assert len(batch.manuscripts) == 1
    assert "“Old” is hidden" in str(batch.problems[0])


def test_dates_and_formulas_of_a_sheet_come_as_their_values():
    from datetime import date  # noqa: PLC0415

    rows = [["Title", "Date", "Text"], ["=1+1", date(2026, 3, 14), "A text."]]
    [found] = files.read("list.xlsx", inputs.xlsx(rows)).manuscripts
    assert found.published == "2026-03-14T00:00:00"
    assert found.title == ""  # the value was never calculated, and the formula is no title


def test_styles_of_a_word_document_are_kept():
    styles = ("Title", None, "Quote", "Heading 2", "List Bullet", None)
    passages = (HEADLINE, PARAGRAPHS[0], "We waited nine years for it.", "What is next", "A first point", PARAGRAPHS[2])
    [article] = articles("wall.docx", inputs.docx(passages, styles=styles))
    assert article.headline == HEADLINE
    kinds = {article.body[span.start : span.end]: span.kind for span in article.blocks}
    assert kinds["We waited nine years for it."] == "block quotation"
    assert kinds["What is next"] == "subheading"
    assert kinds["A first point"] == "list item"


def test_the_owner_of_a_computer_is_no_byline():
    [article] = articles("wall.docx", inputs.docx(properties={"author": "School PC 7", "title": "Untitled"}))
    assert article.byline == ""
    assert article.headline == HEADLINE


def test_a_paragraph_of_a_pdf_is_joined_and_running_heads_are_set_aside():
    column = (
        "The {} wall in Elmstead will be rebuilt, the town council de-",
        "cided on Tuesday night after a debate that took four hours and in",
        "which both camps spoke for {} minutes.",
    )
    joined = (
        "The {} wall in Elmstead will be rebuilt, the town council decided on Tuesday night after a debate that took "
        "four hours and in which both camps spoke for {} minutes."
    )
    names = (("northern", "ten"), ("southern", "six"), ("western", "two"))
    pages = [
        ["Elmstead Courier, 14 March 2026", "", column[0].format(a), column[1], column[2].format(b), "", f"Page {n}"]
        for n, (a, b) in enumerate(names, start=1)
    ]
    [found] = files.read("wall.pdf", inputs.pdf(pages)).manuscripts
    [article] = manuscript.read(found)
    assert found.text.split("\n")[:3] == [joined.format(*pair) for pair in names]
    assert [cut.text for cut in article.removed if cut.label == "running head"] == [
        "Elmstead Courier, 14 March 2026",
        "Page 3",
    ]


def test_markdown_loses_its_marks_and_keeps_what_they_mark():
    raw = (
        "---\ntitle: Harbour wall\nauthor: Tomas Reyl\ndate: 2026-03-14\nurl: https://courier.example/wall\n---\n\n"
        "## What *happened*\n\n**The wall** in [Elmstead](https://x.example/a) will be\nrebuilt, the council said. "
        "![Picture](a.png)\n\n> We waited nine years.\n\n- One `point` here\n- Two points here\n\n***\n\n"
        "Snake_case_words and 3 * 4 * 5 stay.\n"
    )
    [article] = articles("wall.md", raw.encode())
    assert (article.headline, article.byline) == ("Harbour wall", "Tomas Reyl")
    assert (article.published, article.url) == ("2026-03-14", "https://courier.example/wall")
    assert article.body.split("\n\n")[1:] == [
        "What happened",
        "The wall in Elmstead will be rebuilt, the council said.",
        "\u2003We waited nine years.",
        "One point here",
        "Two points here",
        "Snake_case_words and 3 * 4 * 5 stay.",
    ]


def test_the_file_is_named_as_the_source():
    batch = files.read("saved.zip", inputs.archive({"a/wall.txt": TEXT, "b/fees.txt": TEXT}))
    assert [one.source for one in batch.manuscripts] == ["saved.zip/a/wall.txt", "saved.zip/b/fees.txt"]
    assert [one.id for one in batch.manuscripts] == ["wall", "fees"]


def test_a_name_that_is_not_what_the_file_is_is_noted():
    [article] = articles("wall.txt", inputs.docx())
    assert "it was read as that" in article.notes[0]

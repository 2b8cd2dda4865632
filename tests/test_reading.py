"""From files, folders and addresses to records, on the command line and from Python."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import reading
from analysis.__main__ import main
from analysis.fetching import Visits
from tests.ingest import inputs
from tests.ingest.inputs import HEADLINE, PARAGRAPHS, TEXT
from tests.ingest.test_web_page import LEAD, MORE, page

ROOT = Path(__file__).resolve().parent.parent
KEYS = [
    "id",
    "source",
    "headline",
    "outlet",
    "byline",
    "published",
    "url",
    "language",
    "text",
    "removed",
    "problems",
]


def run(capsys, command, *arguments):
    status = main([command, *map(str, arguments)])
    captured = capsys.readouterr()
    return status, [json.loads(line) for line in captured.out.splitlines()], captured.err.splitlines()


def write(folder, name, content):
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_a_record_has_the_agreed_keys(tmp_path, capsys):
    file = write(tmp_path, "wall.txt", TEXT + "\nSubscribe to our newsletter\n")
    status, [record], errors = run(capsys, "read", file)
    assert (status, errors) == (0, [])
    assert list(record) == KEYS
    assert (record["id"], record["source"], record["headline"]) == ("wall", str(file), HEADLINE)
    assert record["language"] == "en"
    assert record["text"] == "\n\n".join(PARAGRAPHS)
    assert record["removed"] == [{"text": "Subscribe to our newsletter", "reason": "newsletter sign-up"}]
    assert record["problems"] == []


def test_records_are_written_to_the_file_named(tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert run(capsys, "read", write(tmp_path, "wall.html", page(LEAD, *MORE)), "--out", out) == (0, [], [])
    [record] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert record["text"] == "\n\n".join([LEAD, *MORE])


def test_what_read_writes_read_and_score_take(tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    run(capsys, "read", write(tmp_path, "wall.txt", TEXT), "--out", out)
    _, [again], _ = run(capsys, "read", out)
    assert (again["headline"], again["text"]) == (HEADLINE, "\n\n".join(PARAGRAPHS))
    status, [scored], _ = run(capsys, "score", out)
    assert (status, scored["title"]) == (0, HEADLINE)
    assert scored["quotations"][0]["speaker"] == "Ines Okafor"


@pytest.mark.parametrize("name", ["wall.docx", "wall.rtf", "wall.zip", "wall.md"])
def test_score_takes_what_read_takes(tmp_path, capsys, name):
    content = {
        "wall.docx": inputs.docx(),
        "wall.rtf": inputs.rtf(TEXT),
        "wall.zip": inputs.archive({"wall.txt": TEXT}),
        "wall.md": f"# {TEXT}",
    }[name]
    _, [plain], _ = run(capsys, "score", write(tmp_path, "wall.txt", TEXT))
    status, [scored], _ = run(capsys, "score", write(tmp_path, name, content))
    assert status == 0
    assert scored == plain


def test_articles_of_one_name_get_ids_of_their_own(tmp_path, capsys):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write(tmp_path / "a", "wall.txt", TEXT)
    write(tmp_path / "b", "wall.txt", "The wall stood. " * 20)
    _, records, _ = run(capsys, "read", tmp_path / "a", tmp_path / "b")
    assert [record["id"] for record in records] == ["wall", "wall-2"]


def test_the_same_text_twice_is_kept_and_named(tmp_path, capsys):
    _, records, _ = run(capsys, "read", write(tmp_path, "a.txt", TEXT), write(tmp_path, "b.txt", TEXT))
    assert [record["problems"] for record in records] == [[], ["The same text as a."]]


def test_an_article_in_another_language_is_named(tmp_path, capsys):
    german = "Die Hafenmauer wird neu gebaut, entschied der Rat der Stadt am Dienstagabend nach langer Debatte.\n\n" * 4
    _, [record], _ = run(capsys, "read", write(tmp_path, "mauer.txt", german))
    assert record["language"] == "de"
    assert "in German" in record["problems"][0]


def test_a_second_language_in_a_text_is_named_with_its_share(tmp_path, capsys):
    russian = "Шторм разрушил старую стену в гавани города, и совет решил построить новую."
    english = "The storm broke the old wall of the harbour, and the council decided to build a new one."
    _, [record], _ = run(
        capsys, "read", write(tmp_path, "wall.txt", f"{english}\n\n{russian}\n\n{english}\n\n{russian}")
    )
    assert "of the text is in Russian" in record["problems"][0]


def test_references_come_with_their_facts_and_score_names_them(tmp_path, capsys):
    file = write(tmp_path, "list.bib", inputs.BIBTEX)
    status, [record], errors = run(capsys, "read", file)
    assert (status, errors) == (0, [])
    assert (record["text"], record["url"]) == ("", "https://courier.example/wall")
    assert "Only the reference is known" in record["problems"][0]
    status, records, errors = run(capsys, "score", file)
    assert (status, records) == (1, [])
    assert "Only the reference is known" in errors[0]


def mixed(folder, each, padding=0):
    """A folder with `each` good files of five kinds and ten that are hostile or broken; the names of these."""
    good = {
        "html": lambda n: page(f"{LEAD} Number {n}.", *MORE, body=f"<!-- {'x' * padding} -->"),
        "txt": lambda n: f"{TEXT}\nNumber {n} of all.",
        "docx": lambda n: inputs.docx((HEADLINE, *PARAGRAPHS, f"Number {n} of all.")),
        "rtf": lambda n: inputs.rtf(f"{TEXT}\nNumber {n} of all."),
        "md": lambda n: f"# {TEXT}\n\nNumber {n} of all.",
    }
    bad = {
        "bomb.docx": inputs.docx(parts={"word/pad.xml": b" " * 40_000_000}),
        "laughs.docx": inputs.docx(parts={"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "macro.docm": inputs.docx(parts={"word/vbaProject.bin": b"x"}),
        "cut.pdf": inputs.pdf([["A line"]])[:150],
        "fake.pdf": b"No PDF at all.",
        "picture.html": b"\x89PNG\r\n\x1a\n\x00\x00",
        "locked.zip": inputs.encrypted(inputs.archive({"a.txt": TEXT})),
        "climb.zip": inputs.archive({"../a.txt": TEXT}),
        "empty.txt": b"",
        "wall.exe": b"MZ\x90\x00\x03\x00\x00\x00",
    }
    folder.mkdir(exist_ok=True)
    for number in range(each):
        for ending, make in good.items():
            write(folder, f"a{number:02}.{ending}", make(number))
    for name, content in bad.items():
        write(folder, name, content)
    return list(bad)


def test_a_mixed_batch_is_read_to_its_end_with_a_line_for_each_bad_file(tmp_path, capsys):
    bad = mixed(tmp_path, 38)
    status, records, errors = run(capsys, "read", tmp_path)
    assert status == 1
    assert len(records) == 190
    assert len(errors) == 10
    assert all(any(name in error for error in errors) for name in bad)
    assert len({record["id"] for record in records}) == 190


MEASURED = """
import resource, sys
from analysis.__main__ import main
main(["read", sys.argv[1], "--out", sys.argv[2]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the most memory that a process took")
def test_two_hundred_files_take_no_more_memory_than_twenty(tmp_path):
    peaks = []
    for each in (2, 38):
        mixed(folder := tmp_path / f"of{each}", each, padding=1_000_000)
        command = [sys.executable, "-c", MEASURED, folder, tmp_path / "out.jsonl"]
        peaks.append(int(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout))
    unit = 1 if sys.platform == "darwin" else 1024
    assert (peaks[1] - peaks[0]) * unit < 20_000_000  # 36 more of the files have a megabyte each


@pytest.fixture
def session(loopback):
    return Visits(network=loopback)


def test_a_page_is_read_from_its_address(server, session):
    server.redirect("/short", server.url("/2026/03/14/harbour-wall"))
    server.page("/2026/03/14/harbour-wall", page(LEAD, *MORE))
    batch = reading.read_url(server.url("/short"), session)
    [article] = batch.articles
    assert article.source == server.url("/short")
    assert article.url == server.url("/2026/03/14/harbour-wall")
    assert article.id == "harbour-wall"
    assert article.published == "2026-03-14"


def test_several_addresses_give_one_result_each(server, session):
    server.page("/wall", page(LEAD, *MORE))
    server.page("/picture", b"x", Content_Type="image/png")
    urls = [server.url("/wall"), server.url("/picture"), server.url("/gone"), server.url("/wall")]
    found = dict(reading.read_urls(urls, session))
    assert set(found) == set(urls)
    assert len(found[server.url("/wall")].manuscripts) == 1
    assert "image/png" in str(found[server.url("/picture")].problems[0])
    assert "no page at this address" in str(found[server.url("/gone")].problems[0])


def test_a_document_is_read_from_its_address(server, session):
    server.page("/files/wall.pdf", inputs.pdf([[HEADLINE, "", PARAGRAPHS[0]]]), Content_Type="application/pdf")
    [article] = reading.read_url(server.url("/files/wall.pdf"), session).articles
    assert article.url == server.url("/files/wall.pdf")
    assert PARAGRAPHS[0] in article.body


def test_the_texts_that_references_point_to_are_fetched_on_request(server, session, tmp_path):
    server.page("/wall", page(LEAD, *MORE))
    file = write(tmp_path, "list.csv", f"Title,Outlet,Url\nThe wall,Courier,{server.url('/wall')}\n")
    [article] = list(reading.read([file], follow=True, visits=session))
    assert LEAD in article.body
    assert (article.outlet, article.source) == ("Courier", str(file))


def test_a_wall_in_front_of_a_fetched_page_is_named(server, session):
    server.page("/wall", b"<html><body><p>Checking your browser before you go on.</p></body></html>")
    [problem] = reading.read_url(server.url("/wall"), session).problems
    assert str(problem).startswith(f"{server.url('/wall')}: the page asks whether you are a robot")


def test_an_address_on_the_command_line_is_refused_inside(capsys):
    status, records, errors = run(capsys, "read", "http://127.0.0.1/wall")
    assert (status, records) == (1, [])
    assert "not on the public internet" in errors[0]

"""Files made to break a reader, and files that are simply broken: one clear sentence each, in little time."""

import gzip
import time
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from analysis.ingest import files
from tests.ingest import inputs
from tests.ingest.inputs import TEXT

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}'
    "</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)
XXE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def locked_pdf():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(inputs.pdf([["A line of text"]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def gzip_bomb():
    return gzip.compress(b"a" * 40_000_000)


def many_members():
    return inputs.archive({f"{number}.txt": "" for number in range(2_000)})


def two_hundred_megabytes():
    return inputs.archive({f"{number}.txt": " " * 9_000_000 for number in range(25)})


HOSTILE = [
    ("a.pdf", TEXT.encode, "not a PDF: it holds plain text"),
    ("a.pdf", lambda: b"<html><body>Log in</body></html>", "not a PDF: it holds a web page"),
    ("a.docx", TEXT.encode, "not a Word document"),
    ("a.docx", lambda: inputs.archive({"a.txt": TEXT}), "not a Word document: it holds a zip archive"),
    ("a.xlsx", inputs.docx, "not an Excel file: it holds a Word document"),
    ("a.zip", TEXT.encode, "not a zip archive"),
    ("a.rtf", TEXT.encode, "not an RTF document"),
    ("a.pdf", lambda: inputs.pdf([["A line"]])[:200], "damaged PDF"),
    ("a.pdf", lambda: b"%PDF-1.7\n%%EOF", "damaged PDF"),
    ("a.pdf", lambda: b"%PDF-1.7\n" + b"<<" * 50_000, "damaged PDF"),
    ("a.pdf", locked_pdf, "password-protected"),
    ("a.pdf", lambda: inputs.pdf([[]]), "no text in this PDF"),
    ("a.pdf", inputs.flate_bomb, "a.pdf: "),
    ("a.pdf", lambda: inputs.pdf([["x"]] * 301), "more than 300 pages"),
    ("a.docx", lambda: inputs.docx()[:2000], "damaged or cut off"),
    ("a.docx", lambda: inputs.docx(parts={"word/document.xml": b"<w:document"}), "damaged"),
    ("a.docx", lambda: inputs.docx(parts={"word/document.xml": DOCUMENT.format("")}), "no text in it"),
    ("a.docx", lambda: inputs.docx(parts={"word/pad.xml": b" " * 300_000_000}), "unpacks to more than 20 MB"),
    ("a.docx", lambda: inputs.docx(parts={"word/document.xml": LAUGHS + "]>" + DOCUMENT.format("&j;")}), "unsafe XML"),
    ("a.docx", lambda: inputs.docx(parts={"word/document.xml": XXE + DOCUMENT.format("&f;")}), "unsafe XML"),
    (
        "a.docx",
        lambda: inputs.docx(parts={"word/document.xml": (XXE + DOCUMENT.format("&f;")).encode("utf-16")}),
        "unsafe XML",
    ),
    ("a.docx", lambda: inputs.docx(parts={"word/vbaProject.bin": b"\xd0\xcf"}), "holds macros"),
    ("a.docm", lambda: inputs.docx(parts={"word/vbaProject.bin": b"\xd0\xcf"}), "holds macros"),
    ("a.docx", lambda: inputs.encrypted(inputs.docx()), "password-protected"),
    (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password-protected",
    ),
    ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "before 2007"),
    ("a.xlsx", lambda: inputs.repacked(inputs.xlsx([["text"], ["A"]]), {"xl/workbook.xml": b"<x"}), "damaged"),
    (
        "a.xlsx",
        lambda: inputs.repacked(inputs.xlsx([["text"], ["A"]]), {"xl/sharedStrings.xml": LAUGHS + "]><a>&j;</a>"}),
        "unsafe XML",
    ),
    ("a.xlsx", lambda: inputs.xlsx([]), "no row in this table"),
    ("a.odt", lambda: inputs.archive({"mimetype": "x", "content.xml": "<x/>"}), "OpenDocument"),
    ("a.epub", lambda: inputs.archive({"META-INF/container.xml": "<x/>"}), "e-book"),
    ("a.pptx", lambda: inputs.archive({"[Content_Types].xml": "<x/>"}), "Office file without a document"),
    ("a.zip", lambda: inputs.archive({"../../etc/a.txt": TEXT}), "leads out of the archive"),
    ("a.zip", lambda: inputs.archive({"/etc/a.txt": TEXT}), "leads out of the archive"),
    ("a.zip", lambda: inputs.archive({"C:\\a.txt": TEXT}), "leads out of the archive"),
    ("a.zip", lambda: inputs.archive({"a.txt": "/etc/passwd"}, links=("a.txt",)), "a link to another file"),
    ("a.zip", lambda: inputs.archive({"b.zip": inputs.archive({"a.txt": TEXT})}), "an archive inside an archive"),
    ("a.zip", lambda: inputs.archive({"b": inputs.archive({"a.txt": TEXT})}), "an archive inside an archive"),
    ("a.zip", lambda: inputs.encrypted(inputs.archive({"a.txt": TEXT})), "password-protected"),
    ("a.zip", lambda: inputs.archive({"a.txt": " " * 11_000_000}), "unpacks to more than 10 MB"),
    ("a.zip", lambda: inputs.archive({"a.txt": " " * 9_000_000}), "packed so tightly"),
    ("a.zip", two_hundred_megabytes, "unpacks to more than 200 MB"),
    ("a.zip", many_members, "2,000 files, more than 500"),
    ("a.zip", lambda: inputs.archive({}), "no file in this archive"),
    ("a.zip", lambda: inputs.archive({"a.txt": TEXT})[:80], "damaged or cut off"),
    ("a.txt.gz", gzip_bomb, "unpacks to more than 10 MB"),
    ("a.txt.gz", lambda: gzip.compress(TEXT.encode())[:40], "damaged or cut off"),
    ("a.txt.gz", lambda: b"\x1f\x8bgarbage", "damaged or cut off"),
    ("a.rtf", lambda: b"{\\rtf1}", "no text in it"),
    ("a.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "it is a picture"),
    ("a.html", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 100, "it is a picture"),
    ("a.txt", lambda: b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 100, "it is a program"),
    ("a", lambda: b"\x7fELF\x02\x01\x01" + b"\x00" * 100, "it is a program"),
    ("a.7z", lambda: b"7z\xbc\xaf\x27\x1c\x00\x04" + b"\x00" * 100, "unpack it"),
    ("a.warc", lambda: b"WARC/1.0\r\nWARC-Type: response\r\n", "web archive"),
    ("a.bin", lambda: bytes(range(256)) * 40, "binary data"),
    ("a.xml", lambda: b"<?xml version='1.0'?><nitf><body/></nitf>", "XML file of a kind"),
    ("a.xml", lambda: b"<?xml version='1.0'?><rss><channel></channel></rss>", "no article in this feed"),
    ("a.xml", lambda: b"<?xml version='1.0'?>" + LAUGHS.encode() + b"]><rss><channel>&j;</channel></rss>", "a.xml: "),
    ("a.bib", lambda: b"@article{", "no reference in it"),
    ("a.ris", lambda: b"no reference at all", "no reference in it"),
    ("a.json", lambda: b"{", "not valid JSON"),
    ("a.json", lambda: b"[" * 100_000, "nested too deeply"),
    ("a.json", lambda: b"[]", "no list of articles"),
    ("a.json", lambda: b'[{"a": 1}]', "entry 1"),
    ("a.csv", lambda: b"a,b\n1,2\n", "none of its columns (a, b)"),
    ("a.csv", lambda: b"text\n" + b'"\n' * 201, "row 202"),
    ("a.csv", lambda: b"text,title\n" + b'"a"b\n' * 60, "row 2"),
    ("a.csv", lambda: b"text\n\n\n", "no row with text"),
    ("a.mhtml", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", "no page in it"),
    ("a.html", lambda: b"", "the file is empty"),
    ("a.txt", lambda: b"   \n\n ", "the file is empty"),
    ("a.html", lambda: b"<html>" + b"<div>" * 200_000, "no article was found"),
    ("a.html", lambda: b"<html>" + b"x" * 10_100_000, "larger than 10 MB"),
    ("a.txt", lambda: b"x " * 10_100_000, "larger than 20 MB"),
]


@pytest.mark.parametrize(("name", "make", "sentence"), HOSTILE, ids=[f"{n}-{s}" for n, _, s in HOSTILE])
def test_a_hostile_or_broken_file_gives_one_clear_sentence(name, make, sentence):
    raw = make()
    started = time.monotonic()
    batch = files.read(name, raw)
    assert time.monotonic() - started < 12
    assert batch.manuscripts == ()
    [problem] = batch.problems[:1]
    assert sentence in str(problem)
    assert str(problem).startswith(name)
    assert str(problem).endswith(".")
    assert "Traceback" not in str(problem) and "passwd" not in str(problem)


def test_a_zip_with_one_bad_member_gives_the_others():
    batch = files.read(
        "a.zip", inputs.archive({"good.txt": TEXT, "../bad.txt": TEXT, "more.txt": TEXT, "x.png": b"\x89PNG\x00"})
    )
    assert [one.id for one in batch.manuscripts] == ["good", "more"]
    assert len(batch.problems) == 2


def test_what_a_system_puts_beside_the_files_is_passed_over():
    batch = files.read(
        "a.zip", inputs.archive({"a.txt": TEXT, "__MACOSX/._a.txt": b"\x00", ".DS_Store": b"\x00", "Thumbs.db": b"x"})
    )
    assert (len(batch.manuscripts), batch.problems) == (1, ())


def test_a_member_that_lies_about_its_size_does_no_harm():
    raw = bytearray(inputs.archive({"a.txt": TEXT * 2_000}))
    size = len(TEXT.encode() * 2_000).to_bytes(4, "little")
    lie = (50).to_bytes(4, "little")
    batch = files.read("a.zip", bytes(raw).replace(size, lie))
    assert sum(len(one.text) for one in batch.manuscripts) <= 50
    assert batch.problems or batch.manuscripts


def test_a_document_keeps_its_pictures_out_of_the_way():
    picture = zlib.compress(bytes(range(256)) * 1000)
    batch = files.read("a.docx", inputs.docx(parts={"word/media/image1.png": picture}))
    assert len(batch.manuscripts) == 1

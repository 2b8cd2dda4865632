"""What kind of file a file is, by its content first and by its name where the content may be several things."""

import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from analysis.errors import UnreadableInput
from analysis.ingest.repair import marked_encoding

HEAD = 4096  # bytes that are looked at

SIGNATURES = (  # first bytes of files that hold no article, and what to say of them
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"RIFF", "a picture, a sound or a video"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"\x00\x00\x00\x1cftyp", "a video"),
    (b"\x00\x00\x00\x20ftyp", "a video"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a video"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ", "an xz archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a web archive (WARC); open the page and save it as HTML"),
    (b"bplist", "a property list or Safari web archive; save the page as HTML"),
)
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MAIL = re.compile(rb"\A(?:[A-Za-z][\w-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.IGNORECASE)
MULTIPART = re.compile(rb"^content-type:\s*(?:multipart/|text/html|message/)", re.IGNORECASE | re.MULTILINE)
MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
FEED = re.compile(r"\s*(?:<\?xml.{0,3000}?)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)
XML = re.compile(r"\s*<\?xml\b")
BIBTEX = re.compile(
    r"^\s{0,3}@\s?(?:article|online|misc|news\w*|book|inproceedings|electronic|unpublished)\s?[{(]", re.I | re.M
)
RIS = re.compile(r"\A\s*(?:[^\n]{0,200}\n\s*){0,3}?TY  - ")
JSON = re.compile(r"\s*[\[{]")

PROMISED = {  # endings that leave no doubt, with what a reader calls such a file
    ".pdf": ("pdf", "a PDF"),
    ".docx": ("docx", "a Word document"),
    ".xlsx": ("xlsx", "an Excel file"),
    ".zip": ("zip", "a zip archive"),
    ".rtf": ("rtf", "an RTF document"),
}
TEXTS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".html": "web_page",
    ".htm": "web_page",
    ".xhtml": "web_page",
}
MAILS = frozenset({".mht", ".mhtml", ".eml"})
REFERENCES = frozenset({".bib", ".ris"})
NAMES = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "xlsx": "an Excel file",
    "zip": "a zip archive",
    "gzip": "a gzip archive",
    "rtf": "an RTF document",
    "web_page": "a web page",
    "mhtml": "a web page saved with its pictures",
    "feed": "a feed",
    "references": "a list of references",
    "plain_text": "plain text",
}


def find(name: str, raw: bytes) -> str:
    """The kind of the file, named after the reader that reads it.

    Raises UnreadableInput where no reader reads such files, or where the name promises what the content is not.
    """
    ending = PurePath(name.lower()).suffix
    found = _by_signature(raw) or _by_text(raw, ending)
    promised, called = PROMISED.get(ending, (found, ""))
    if promised != found:
        raise UnreadableInput(
            f"the name ends in {ending}, but the file is not {called}: it holds {NAMES.get(found, 'text')}. "
            "Give it its right ending, or save it again"
        )
    return found


def is_archive(raw: bytes) -> bool:
    """Whether the file is a zip or gzip archive, and not a document that is one underneath."""
    if raw.startswith(b"\x1f\x8b"):
        return True
    try:
        return raw.startswith(ZIPPED) and _in_zip(raw) == "zip"
    except UnreadableInput:
        return False  # an archive that cannot be opened is named when it is read


def note(name: str, kind: str) -> str:
    """A sentence where the file is of another kind than its name says; "" otherwise."""
    ending = PurePath(name.lower()).suffix
    is_binary = kind in {"pdf", "docx", "xlsx", "zip", "rtf", "mhtml", "web_page"}
    if not is_binary or ending not in {".txt", ".md", ".csv", ".tsv", ".html", ".htm", ".doc", ".xls"}:
        return ""
    if kind == "web_page" and ending in {".html", ".htm"}:
        return ""
    return f"The name ends in {ending}, but the file is {NAMES[kind]}; it was read as that."


def _by_signature(raw: bytes) -> str:
    """The kind of a binary file; "" for text."""
    head = raw[:HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(ZIPPED):
        return _in_zip(raw)
    if head.startswith(OLE):
        if ENCRYPTED in raw:
            raise UnreadableInput("it is password-protected; save it without a password")
        raise UnreadableInput("it is a Word, Excel or PowerPoint file of before 2007; save it as .docx or .xlsx")
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return "rtf"
    is_binary = any(byte < 9 for byte in head[:512])
    what = next((what for first, what in SIGNATURES if head.startswith(first)), "")
    if what and (is_binary or head.startswith(b"WARC/")):  # a text may begin with BMW
        raise UnreadableInput(f"it is {what}, and holds no article")
    if is_binary and not marked_encoding(raw) and _is_noise(head):
        raise UnreadableInput("it holds binary data and no text; save the article as plain text, HTML, PDF or .docx")
    return ""


def _is_noise(head: bytes) -> bool:
    """Whether one byte in twenty is a control character; single ones are only damage, zeros alone an empty file."""
    found = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return found > max(4, len(head) // 20) and head.strip(b"\x00") != b""


def _in_zip(raw: bytes) -> str:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            names = frozenset(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError) as error:
        raise UnreadableInput("it is damaged or cut off; download or save it again") from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableInput("it is an OpenDocument file; save it as .docx or .xlsx")
    if "META-INF/container.xml" in names:
        raise UnreadableInput("it is an e-book (EPUB); save the article as PDF, .docx or plain text")
    if "[Content_Types].xml" in names:
        raise UnreadableInput("it is an Office file without a document or a table in it; save the text as .docx")
    return "zip"


def _by_text(raw: bytes, ending: str) -> str:
    """The kind of a text file: by how it begins, then by its ending."""
    encoding = marked_encoding(raw[:HEAD]) or "latin-1"
    head = raw[:HEAD].decode(encoding, errors="replace").lstrip("\ufeff")
    is_json = ending == ".json" or (ending in {"", ".csl"} and JSON.match(head))
    signs = (
        ("mhtml", ending in MAILS or (MAIL.match(raw[:HEAD]) and MULTIPART.search(raw[: 4 * HEAD]))),
        ("web_page", MARKUP.match(head)),
        ("feed", FEED.match(head)),
        ("xml", XML.match(head)),
        (TEXTS.get(ending, ""), ending in TEXTS),
        ("references", ending in REFERENCES or BIBTEX.search(head) or RIS.match(head)),
        ("json", is_json),
    )
    found = next((kind for kind, stands in signs if stands), "plain_text")
    if found == "xml":
        raise UnreadableInput("it is an XML file of a kind that is not read; save the article as HTML or plain text")
    return found

"""Makes the files that the tests read: documents, archives and exports, good and hostile."""

import stat
import zlib
from io import BytesIO
from itertools import chain, repeat
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from openpyxl import Workbook

HEADLINE = "Council votes to rebuild harbour wall"
PARAGRAPHS = (
    "The harbour wall in Elmstead will be rebuilt, the town council decided on Tuesday night after four hours.",
    "“We have waited nine years for this day,” Mayor Ines Okafor said. “Nobody will miss the old wall at all.”",
    "Engineers had warned for years that the old stones would not stand another winter on this open coast.",
)
TEXT = "\n\n".join((HEADLINE, *PARAGRAPHS)) + "\n"


def docx(passages=None, *, styles=(), properties=None, parts=None):
    """A Word document; `parts` adds or replaces members of the archive afterwards."""
    document = Document()
    for text, style in zip(passages or (HEADLINE, *PARAGRAPHS), chain(styles, repeat(None)), strict=False):
        document.add_paragraph(text, style=style)
    for name, value in (properties or {}).items():
        setattr(document.core_properties, name, value)
    out = BytesIO()
    document.save(out)
    return repacked(out.getvalue(), parts) if parts else out.getvalue()


def xlsx(rows, *, hidden=()):
    """An Excel file with one shown sheet and, if asked for, a hidden one."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if hidden:
        sheet = book.create_sheet("Old")
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def repacked(raw, parts):
    """The archive `raw` with members added or replaced."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def archive(members, *, links=()):
    """A zip archive of {name: content}; names in `links` become symbolic links."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, content in members.items():
            info = ZipInfo(name)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = (stat.S_IFLNK if name in links else stat.S_IFREG) << 16
            new.writestr(info, content)
    return out.getvalue()


def encrypted(raw):
    """The archive with the mark of a password on every member."""
    marked = bytearray(raw)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = marked.find(signature)
        while place >= 0:
            marked[place + offset] |= 1
            place = marked.find(signature, place + 4)
    return bytes(marked)


def pdf(pages, *, stream=None, extra=b"", trailer=b""):
    """A PDF with the given lines on each page ("" leaves a gap); `stream` replaces the content of every page."""
    count = len(pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count)), count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(
            b"1 0 0 1 72 %d Tm (%s) Tj\n" % (760 - 16 * place, _escaped(line))
            for place, line in enumerate(lines)
            if line
        )
        content = stream or (b"BT /F1 11 Tf\n" + drawn + b"ET", b"")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content[0]), content[1], content[0]))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    out += extra
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            trailer,
            len(out),
        )
    )


def _escaped(line):
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def flate_bomb():
    """A PDF whose one page unpacks to 400 MB."""
    packed = zlib.compressobj(9)
    content = b"".join(packed.compress(b" " * 1_000_000) for _ in range(400)) + packed.flush()
    return pdf([[]], stream=(content, b"/Filter /FlateDecode"))


def rtf(text):
    """An RTF document."""
    coded = "".join(f"\\u{ord(char)}?" if ord(char) > 127 else "\\par\n" if char == "\n" else char for char in text)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\\f0\\fs24 " + coded + "}").encode("ascii")


def mhtml(page, address):
    """A page as Chrome saves it in one file."""
    return (
        (
            f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: Wall\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="--b--"\r\n\r\n'
            "----b--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
            f"Content-Location: {address}\r\n\r\n"
        ).encode()
        + page
        + (
            b"\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            b"Content-Location: https://x.example/a.png\r\n\r\niVBORw0KGgo=\r\n----b----\r\n"
        )
    )


NEXIS = """Date and Time: Saturday, March 14, 2026
Job Number: 1
Documents (2)
1. Council votes to rebuild harbour wall
Client/Matter: -None-
2. Harbour fees rise

Council votes to rebuild harbour wall
Elmstead Courier
March 14, 2026 Saturday
Copyright 2026 Elmstead Courier All Rights Reserved
Section: NEWS; Pg. 1
Length:\xa0321 words
Byline:\xa0Tomas Reyl
Body

The harbour wall will be rebuilt, the council decided.
“We waited nine years,” the mayor said.
Load-Date: March 15, 2026

End of Document

Harbour fees rise
The Daily Ostrel
13 March 2026
Length:\xa0120 words
Body

Fees rise by a tenth in spring, the port said on Friday.

End of Document
"""
LEXIS = """                               1 of 2 DOCUMENTS

                              Elmstead Courier

                            March 14, 2026 Saturday

Council votes to rebuild harbour wall

BYLINE: TOMAS REYL

SECTION: NEWS; Pg. 1

LENGTH: 321 words

  The harbour wall will be rebuilt,
the council decided.

  "We waited nine years," the mayor said.

LOAD-DATE: March 15, 2026

                               2 of 2 DOCUMENTS

                              The Daily Ostrel

                            March 13, 2026

Harbour fees rise

LENGTH: 120 words

  Fees rise by a tenth in spring, the port said on Friday.
"""
FACTIVA = """HD
Council votes to rebuild harbour wall
BY
By Tomas Reyl
WC
321 words
PD
14 March 2026
SN
Elmstead Courier
SC
ELMC
LA
English
LP
The harbour wall will be rebuilt, the council decided.
TD
“We waited nine years,” the mayor said.
It costs fourteen million.
CO
elmst : Elmstead
AN
Document ELMC000020260314em3e00002

Harbour fees rise
By Ada Lund
120 words
13 March 2026
07:30
The Daily Ostrel
OSTREL
English
Copyright 2026. The Daily Ostrel.
Fees rise by a tenth in spring, the port said on Friday.
Document OSTREL0020260313em3d00001
"""
RULE = "_" * 60
PROQUEST = f"""{RULE}

Council votes to rebuild harbour wall

Title: Council votes to rebuild harbour wall

Author: Reyl, Tomas

Publication info: Elmstead Courier ; Elmstead [Elmstead]. 14 Mar 2026: A.1.

Abstract: None available.

Links: http://link.example

Full text: The harbour wall will be rebuilt, the council decided.

“We waited nine years,” the mayor said.

Title: Council votes to rebuild harbour wall

Publication title: Elmstead Courier

Publication date: Mar 14, 2026

Document URL: https://www.proquest.example/docview/1

Copyright: Copyright 2026

{RULE}

Harbour fees rise

Title: Harbour fees rise

Full text: Fees rise by a tenth in spring, the port said on Friday.

Publication title: The Daily Ostrel

Publication date: Mar 13, 2026

{RULE}

Contact us at: http://about.proquest.example
"""
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Elmstead Courier</title>
<item><title>Harbour wall: council votes</title><link>https://courier.example/wall</link>
<pubDate>Sat, 14 Mar 2026 08:00:00 GMT</pubDate><description>The council &lt;b&gt;voted&lt;/b&gt; …</description></item>
<item><title>Whole text</title><link>https://courier.example/whole</link>
<content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p><blockquote>{PARAGRAPHS[1]}</blockquote><p>{PARAGRAPHS[2]}</p>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[2]}</p>]]></content:encoded></item></channel></rss>"""
BIBTEX = """@article{wall, title={Harbour {W}all \\& quay}, author={Okafor, Ines and Reyl, Tomas}, date={2026-03-14},
  journaltitle={Elmstead Courier}, url={https://courier.example/wall}}
"""
RIS = """TY  - NEWS
TI  - Harbour wall rebuilt
AU  - Okafor, Ines
T2  - Elmstead Courier
DA  - 2026/03/14/
UR  - https://courier.example/wall
ER  -
"""
CSL = """[{"id": 1, "type": "article-newspaper", "title": "Harbour wall", "container-title": "Elmstead Courier",
"URL": "https://courier.example/wall", "issued": {"date-parts": [[2026, 3, 14]]},
"author": [{"family": "Okafor", "given": "Ines"}]}]"""

"""Everything of one comparison in one zip file, for a learning platform, a shared folder or the teacher's inbox.

The report in three formats, every chart as SVG and PNG, every table as CSV, JSON and one XLSX, the codebook, the word
lists and thresholds, the references in four styles, and the settings: version, fingerprint of the data and all that a
person put in. `bundle_settings` opens it again; with the same version and data every number comes out the same.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis import __version__, lexicons, workspace
from analysis.report import chart, codebook, data, document, files, html_page, methods, pdf_file, references, word_file
from analysis.report.album import MEDIA, Album
from analysis.report.bundle_settings import FORMAT, SETTINGS, SETTINGS_FILE, WORKSPACE, Settings
from analysis.report.compared import Compared
from analysis.workspace import Report, Workspace

BY_EVENT = ("sides", "claims", "frames", "frames_given", "reports", "judgements")  # what a workspace holds by event id
DAY = (1980, 1, 1, 0, 0, 0)  # in every entry: the same work gives the same bytes
README = """This file was made by Parallax {version}, word lists and data {data}, on {made}.

report/      the report as HTML (opens in any browser, without a network), DOCX and PDF
figures/     every chart as SVG (sharp at any size) and PNG, with title, legend, caption and alternative text
data/        every table as CSV (UTF-8) and JSON; tables.xlsx holds them all; codebook.csv says what each column means
methods/     the word lists with their length and fingerprint, and every threshold with its reason
references/  the articles and Parallax in APA, MLA, Chicago and BibTeX
{settings}
Passages of articles are cut to short spans{full}.
"""
WITH_TEXTS = """settings.json, workspace.json
             what was compared and changed. Parallax opens this zip file again on its page "Your work": the numbers are
             the same where version and data are. workspace.json holds the articles in full: hand it to those who study
             them, and publish it only where you may.
"""
WITHOUT_TEXTS = """settings.json
             what was compared, with which version and data. The articles themselves are not in this file.
"""


def build(found: Compared, report: Report, made: date, kept: Workspace | None, event: str = "") -> bytes:
    """The bundle as the bytes of a zip file.

    kept: what is needed to open it again, with the articles in full; None leaves them out. event: its id in `kept`.
    """
    told = dict(_files(found, report, made))
    if kept is not None:
        told[WORKSPACE] = workspace.write(_only(kept, event)).encode()
    settings = WITH_TEXTS if kept is not None else WITHOUT_TEXTS
    full = ", but for the articles that their author may reproduce" if report.full_texts else ""
    words = {"version": __version__, "data": lexicons.fingerprint(), "made": document.day(made), "full": full}
    told["README.txt"] = README.format(settings=settings, **words).encode()
    told[SETTINGS] = _settings(found, made, event, told)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, content in sorted(told.items()):
            entry = ZipInfo(name, DAY)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            zipped.writestr(entry, content)
    return out.getvalue()


def _files(found: Compared, report: Report, made: date) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file but the settings."""
    album = Album(document.caption(found, made))
    for key in chart.keys(found):
        drawn = chart.build(found, key).described(report.alts.get(key, ""))
        for kind in MEDIA:
            yield f"figures/{key}.{kind}", album.picture(drawn, kind)
    written = document.build(found, report, made, album)
    yield "report/report.html", html_page.build(written)
    yield "report/report.docx", word_file.build(written)
    yield "report/report.pdf", pdf_file.build(written)
    tables = data.build(found, report.full_texts)
    book = codebook.build(tables)
    for name, table in tables.items():
        yield f"data/{name}.csv", files.csv_bytes(table)
        yield f"data/{name}.json", files.json_bytes(table)
    for name, table in methods.tables().items():
        yield f"methods/{name}.csv", files.csv_bytes(table)
    yield "data/codebook.csv", files.csv_bytes(book)
    yield "data/tables.xlsx", files.xlsx_bytes({**tables, "codebook": book})
    for style in references.STYLES:
        works = [*(references.build(one, style, made) for one in found.articles), references.to_parallax(style, made)]
        ending = "bib" if style == "bibtex" else "txt"
        yield f"references/{style}.{ending}", "\n\n".join(map(references.plain, works)).encode("utf-8", "replace")


def _settings(found: Compared, made: date, event: str, told: dict[str, bytes]) -> bytes:
    sums = {name: sha256(content).hexdigest() for name, content in sorted(told.items())}
    articles = tuple(one.id for one in found.articles)
    settings = Settings(FORMAT, __version__, lexicons.fingerprint(), made.isoformat(), event, articles, sums)
    return json.dumps(SETTINGS_FILE.dump_python(settings, mode="json"), indent=1, ensure_ascii=False).encode()


def _only(kept: Workspace, event: str) -> Workspace:
    """The workspace with this event alone, and what was laid over it."""
    laid_over: dict[str, Any] = {name: _of(event, getattr(kept, name) or {}) for name in BY_EVENT}
    return replace(kept, events=tuple(one for one in kept.events if one.id == event), **laid_over)


def _of(event: str, by_event: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told for name, told in by_event.items() if name == event}

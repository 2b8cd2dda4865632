"""The front door for files: any file a person may have, by its content, into manuscripts and named problems.

    batch = files.read("export.docx", content)
    batch.articles, batch.references, batch.problems

Formats that libraries read are opened in a process of their own (see isolation); archives one member at a time.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import archive, batch, exports, isolation, json_lines, kinds, markdown
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.repair import decode_leniently

ISOLATED = {  # kind -> reader
    "docx": "word",
    "feed": "feed",
    "json": "json_list",
    "mhtml": "mail",
    "pdf": "pdf",
    "references": "references",
    "rtf": "rich_text",
    "table": "spreadsheet",
    "web_page": "web_page",
    "xlsx": "spreadsheet",
}
LONGER = frozenset({"plain_text", "json_lines"})  # kinds whose limit is that of typed text
Found = Iterator[Manuscript | UnreadableInput]


def read(name: str, raw: bytes, **options: str) -> Batch:
    """Everything in one file.

    name: the file's name, for messages, ids and endings. options: `url` of a page or mail, `text_column` of a table.
    """
    return batch.gathered(each(name, raw, **options))


def each(name: str, raw: bytes, **options: str) -> Found:
    """The manuscripts of one file and, in their places, what could not be read; never raises UnreadableInput."""
    try:
        kind = _kind(name, raw)
        if kind == "zip":
            yield from _members(name, raw, options)
        elif kind == "gzip":
            yield from each(name.removesuffix(".gz"), archive.unpacked(raw), **options)
        else:
            note = kinds.note(name, kind)
            for found in _read(kind, name, raw, options):
                yield _named(found, name, note)
    except UnreadableInput as error:
        yield _named(error, name, "")


def id_of(name: str) -> str:
    """The id of the article in the file: its name without folders and endings."""
    path = PurePath(name.replace("\\", "/"))
    return path.name.removesuffix("".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix) or "article"


def _kind(name: str, raw: bytes) -> str:
    if not raw.strip():
        raise UnreadableInput("Nothing to analyse: the file is empty")
    kind = kinds.find(name, raw)
    limit = int(lexicons.threshold("input_limit" if kind in LONGER else "file_limit"))
    if len(raw) > limit * 1_000_000:
        raise UnreadableInput(f"it is larger than {limit} MB; split it into single articles and read those")
    return kind


def _read(kind: str, name: str, raw: bytes, options: dict[str, str]) -> Found:
    id = id_of(name)
    if kind in ISOLATED:
        taken = {"web_page": ("url", "charset"), "mhtml": ("url",), "table": ("text_column",), "xlsx": ("text_column",)}
        asked = {option: options[option] for option in taken.get(kind, ()) if option in options}
        yield from isolation.read(ISOLATED[kind], raw, id=id, **asked)
    elif kind == "json_lines":
        yield from json_lines.manuscripts(raw, name=name)
    elif kind == "markdown":
        yield from markdown.read(raw, id=id)
    else:
        yield from _text(raw, id)


def _text(raw: bytes, id: str) -> Found:
    """One article, or those of a database export saved as text."""
    text, note = decode_leniently(raw, "it")
    yield from exports.find(text, id) or [Manuscript(id=id, text=text, notes=(note,) if note else ())]


def _members(name: str, raw: bytes, options: dict[str, str]) -> Found:
    for member, content in archive.members(raw):
        where = f"{name}/{member}"
        if isinstance(content, UnreadableInput):
            yield _named(content, where, "")
        elif kinds.is_archive(content):
            yield _named(UnreadableInput(archive.NESTED_REASON), where, "")
        else:
            yield from each(where, content, **options)


def _named(found: Manuscript | UnreadableInput, name: str, note: str) -> Manuscript | UnreadableInput:
    """`found` with the name of its file: as the source of a manuscript, before the sentence of a problem."""
    if isinstance(found, UnreadableInput):
        text = str(found).rstrip(".")
        return UnreadableInput(f"{text}." if text.startswith(name) else f"{name}: {text}.")
    return replace(found, source=found.source or name, notes=(note, *found.notes) if note else found.notes)

"""Reads articles in: one reader per kind of input, each with the verb `read`.

`read_path` takes files and folders, `files.read` an uploaded file, `pasted.read` typed text, `plain_text.read` one
article.
"""

from collections.abc import Iterator
from pathlib import Path

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import files, json_lines, manuscript, plain_text
from analysis.ingest.archive import is_litter
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article

REFERENCE = "Only the reference is known; the text has to be fetched from its address, or pasted."


def read_path(path: str | Path, *, as_is: bool = False) -> Iterator[Article | UnreadableInput]:
    """The articles of a file, or of all files in a folder, in the order of their names.

    What cannot be read comes as an UnreadableInput in its place, not raised, so that the rest goes on. The id of a
    file's only article is the file's name without its ending. A reference without a text comes as an article without
    a body, which says so in its notes.
    """
    path = Path(path)
    if not path.is_dir():
        yield from _read_file(path, as_is)
        return
    for file in files_in(path):
        yield from [file] if isinstance(file, UnreadableInput) else read_listed(file, as_is=as_is)


def files_in(folder: Path) -> list[Path | UnreadableInput]:
    """The files of a folder in the order of their names; where it holds none, only the problem."""
    found = sorted(file for file in folder.iterdir() if file.is_file() and not is_litter(file.name))
    return [*found] or [UnreadableInput(f"Nothing to analyse: the folder {folder} holds no file.")]


def read_listed(file: Path, *, as_is: bool = False) -> Iterator[Article | UnreadableInput]:
    """The articles of one file of a folder; nothing of a .json without a single article, which has another purpose."""
    if file.suffix.lower() != ".json":
        yield from _read_file(file, as_is)
        return
    found = list(_read_file(file, as_is))
    if not all(isinstance(one, UnreadableInput) for one in found):
        yield from found


def with_text(found: Article | UnreadableInput) -> Article | UnreadableInput:
    """`found`, or the problem where only the reference of an article is known and there is no text to score."""
    if isinstance(found, UnreadableInput) or REFERENCE not in found.notes:
        return found
    return UnreadableInput(f"{found.source}: “{found.headline}”: {REFERENCE}")


def manuscripts(path: str | Path) -> Iterator[Manuscript | UnreadableInput]:
    """What `read_path` reads before it is cleaned: the raw texts, which can be kept and read again."""
    path = Path(path)
    inside = sorted(file for file in path.iterdir() if file.is_file()) if path.is_dir() else [path]
    for file in inside:
        if not is_litter(file.name):
            raw = _content(file)
            yield from [raw] if isinstance(raw, UnreadableInput) else files.each(str(file), raw)


def article_of(found: Manuscript, *, as_is: bool = False) -> Article | UnreadableInput:
    """The article of a manuscript, or the reason why there is none, with its source."""
    if not found.text.strip() and (found.url or found.title):
        return Article(
            id=found.id,
            body="",
            outlet=found.outlet or found.site,
            domain=plain_text.domain(found.url),
            headline=found.title,
            byline=found.byline,
            published=found.published,
            url=found.url,
            source=found.source,
            notes=(*found.notes, REFERENCE),
        )
    try:
        return manuscript.read(found, as_is=as_is)[0]
    except UnreadableInput as error:
        return UnreadableInput(f"{found.source}: {error}")


def _read_file(file: Path, as_is: bool) -> Iterator[Article | UnreadableInput]:
    ending = file.suffix.lower()
    if not file.exists():
        yield UnreadableInput(f"{file} does not exist; check the path and try again.")
    elif ending == ".jsonl":
        yield from json_lines.read(file, as_is=as_is)
    elif as_is and ending == ".txt":
        yield from _read_unchanged(file)
    else:
        raw = _content(file)
        if isinstance(raw, UnreadableInput):
            yield raw
            return
        for found in files.each(str(file), raw):
            yield found if isinstance(found, UnreadableInput) else article_of(found, as_is=as_is)


def _read_unchanged(file: Path) -> Iterator[Article | UnreadableInput]:
    raw = _content(file)
    try:
        yield from [raw] if isinstance(raw, UnreadableInput) else plain_text.read(raw, id=file.stem, as_is=True)
    except UnreadableInput as error:
        yield UnreadableInput(f"{file}: {error}")


def _content(file: Path) -> bytes | UnreadableInput:
    """The bytes of the file, where it is not too large to be looked at."""
    limit = int(lexicons.threshold("input_limit"))
    try:
        if file.stat().st_size > limit * 1_000_000:
            return UnreadableInput(f"{file} is larger than {limit} MB; split it into single articles and read those.")
        return file.read_bytes()
    except OSError as error:
        return UnreadableInput(f"{file} cannot be opened ({error.strerror}); check that you may read it and try again.")

"""Reads articles in: one reader per kind of input, each with the verb `read`."""

from collections.abc import Iterator
from pathlib import Path

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import json_lines, plain_text
from analysis.model import Article

ENDINGS = (".txt", ".jsonl")


def read_path(path: str | Path, *, as_is: bool = False) -> Iterator[Article | UnreadableInput]:
    """The articles of a .txt or .jsonl file, or of all such files in a folder, in the order of their names.

    What cannot be read comes as an UnreadableInput in its place, not raised, so that the rest goes on.
    The id of a .txt file's article is the file's name without its ending.
    """
    path = Path(path)
    if not path.is_dir():
        yield from _read_file(path, as_is)
        return
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in ENDINGS and file.is_file())
    if not files:
        yield UnreadableInput(f"Nothing to analyse: the folder {path} holds no .txt or .jsonl file.")
    for file in files:
        yield from _read_file(file, as_is)


def _read_file(file: Path, as_is: bool) -> Iterator[Article | UnreadableInput]:
    if not file.exists():
        yield UnreadableInput(f"{file} does not exist; check the path and try again.")
    elif file.suffix.lower() == ".jsonl":
        yield from json_lines.read(file, as_is=as_is)
    elif file.suffix.lower() == ".txt":
        yield from _read_text(file, as_is)
    else:
        yield UnreadableInput(f"{file} is not a .txt or .jsonl file; save the article as plain text and try again.")


def _read_text(file: Path, as_is: bool) -> Iterator[Article | UnreadableInput]:
    limit = int(lexicons.threshold("input_limit"))
    try:
        if file.stat().st_size > limit * 1_000_000:
            raise UnreadableInput(f"{file} is larger than {limit} MB; split it into single articles and read those.")
        yield from plain_text.read(file.read_bytes(), id=file.stem, as_is=as_is)
    except UnreadableInput as error:
        yield error if str(file) in str(error) else UnreadableInput(f"{file}: {error}")
    except OSError as error:
        yield UnreadableInput(f"{file} cannot be opened ({error.strerror}); check that you may read it and try again.")

"""A workspace: everything a person put in, as records and as one file that can be kept, handed round and opened again.

What is computed is not in it: it is computed again, and says with which version and data the file was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from analysis import __version__, lexicons
from analysis.comparison.sides import Edits
from analysis.errors import UnreadableInput
from analysis.ingest import manuscript
from analysis.ingest.manuscript import Manuscript
from analysis.model import Article, Corrections, Publisher
from analysis.outlets.registry import Rating

FORMAT = 1  # rises with every change that an older Parallax could not read


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it was typed, pasted, uploaded or fetched, and what a person changed in it.

    keep: numbers of the lines that were set aside and put back.
    """

    id: str
    manuscript: Manuscript
    keep: frozenset[int] = frozenset()
    publisher: Publisher | None = None  # put in place of the one that was found
    corrections: Corrections = ()

    def read(self) -> Article:
        """The article, cleaned, with the changes. Raises UnreadableInput where there is no text to read."""
        [article] = manuscript.read(replace(self.manuscript, id=self.id), keep=self.keep)
        return replace(article, publisher=self.publisher, corrections=self.corrections)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and the articles about it."""

    id: str
    title: str
    summary: str
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """Events with their articles and corrections, and what was laid over each: by event id, outlet or article."""

    events: tuple[Event, ...] = ()
    sides: Mapping[str, Edits] | None = None
    frames: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None  # event -> article -> question -> answer
    outlets: tuple[Publisher, ...] = ()
    ratings: Mapping[str, tuple[Rating, ...]] | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A workspace with what a later version has to know to open it."""

    parallax: int
    version: str
    data: str
    workspace: Workspace


_FILES = TypeAdapter(_File)


def write(workspace: Workspace) -> str:
    """The workspace as the text of one JSON file."""
    return _FILES.dump_json(_File(FORMAT, __version__, lexicons.fingerprint(), workspace), indent=1).decode()


def read(text: str | bytes) -> Workspace:
    """The workspace in a file that `write` made. Raises UnreadableInput with what is wrong, and where."""
    try:
        raw = TypeAdapter(dict[str, Any]).validate_json(text)
    except ValidationError as error:
        raise UnreadableInput("This is no workspace file of Parallax: it is not JSON. Nothing was changed.") from error
    if not isinstance(raw.get("parallax"), int) or raw["parallax"] > FORMAT:
        what = "was written by a newer Parallax" if "parallax" in raw else "is not one of Parallax"
        raise UnreadableInput(f"This workspace file {what}. Nothing was changed.")
    try:
        return _FILES.validate_python(raw).workspace
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnreadableInput(
            f"The workspace file is damaged at {where}: {first['msg']}. Nothing was changed."
        ) from error

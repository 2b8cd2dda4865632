"""A workspace: everything a person put in, as records and as one file that can be kept, handed round and opened again.

What is computed is not in it: it is computed again, and says with which version and data the file was written.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from analysis import __version__, lexicons
from analysis.comparison.sides import Edits
from analysis.errors import UnreadableInput
from analysis.model import Corrections, Publisher
from analysis.outlets.registry import Rating

FORMAT = 1  # rises with every change that an older Parallax could not read


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as it was typed, pasted or uploaded; `keep` holds the lines that the user put back."""

    id: str
    text: str | bytes
    event: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    byline: str = ""
    keep: frozenset[int] = frozenset()
    publisher: Publisher | None = None  # put in place of the one that was found
    corrections: Corrections = ()


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
    file = _FILES.dump_python(_File(FORMAT, __version__, lexicons.fingerprint(), workspace))
    return TypeAdapter(Any).dump_json(_with_bytes(file), indent=1).decode()


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
        return _FILES.validate_python(_without_bytes(raw)).workspace
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnreadableInput(
            f"The workspace file is damaged at {where}: {first['msg']}. Nothing was changed."
        ) from error


def _with_bytes(value: Any) -> Any:  # noqa: ANN401  a JSON tree
    """`value` with bytes, which JSON has not, as base64."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode()}
    if isinstance(value, Mapping):
        return {key: _with_bytes(one) for key, one in value.items()}
    return [_with_bytes(one) for one in value] if isinstance(value, (tuple, list, frozenset)) else value


def _without_bytes(value: Any) -> Any:  # noqa: ANN401  a JSON tree
    """The inverse of `_with_bytes`; what is no valid base64 stays as it is and is refused later."""
    if isinstance(value, dict):
        if list(value) == ["base64"] and isinstance(value["base64"], str):
            return base64.b64decode(value["base64"])
        return {key: _without_bytes(one) for key, one in value.items()}
    return [_without_bytes(one) for one in value] if isinstance(value, list) else value

"""The settings of a bundle, and how it is opened again: the work of a person, from a zip or from a workspace file."""

from dataclasses import dataclass
from hashlib import sha256

from pydantic import TypeAdapter, ValidationError

from analysis import __version__, lexicons, workspace
from analysis.errors import UnreadableInput
from analysis.ingest import archive
from analysis.workspace import Workspace

SETTINGS, WORKSPACE = "settings.json", "workspace.json"
FORMAT = 1  # rises with every change that an older Parallax could not read
ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a bundle says of itself. event, articles: ids of what was compared; files: SHA-256 by name."""

    parallax_bundle: int
    version: str
    data: str
    made: str
    event: str
    articles: tuple[str, ...]
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read. note: what a reader should know, "" where every number comes out the same."""

    workspace: Workspace
    event: str
    articles: tuple[str, ...]
    note: str = ""


SETTINGS_FILE = TypeAdapter(Settings)


def opened(raw: bytes) -> Opened:
    """A bundle, or a workspace file alone. Raises UnreadableInput with what is wrong."""
    return read(raw) if raw.startswith(ZIP) else Opened(workspace.read(raw), "", ())


def read(raw: bytes) -> Opened:
    """What `build` put into a zip file. Raises UnreadableInput where it is no bundle, damaged, or without texts."""
    wanted: dict[str, bytes] = {}
    for name, content in archive.members(raw):
        if name in (SETTINGS, WORKSPACE):
            if isinstance(content, UnreadableInput):
                raise UnreadableInput(f"{name} in this file cannot be read: {content}. Nothing was changed.")
            wanted[name] = content
    if SETTINGS not in wanted:
        raise UnreadableInput("This zip file was not made by Parallax: settings.json is missing. Nothing was changed.")
    settings = _read_settings(wanted[SETTINGS])
    if WORKSPACE not in wanted:
        raise UnreadableInput("This file was made without the articles, so it cannot be opened. Nothing was changed.")
    if sha256(wanted[WORKSPACE]).hexdigest() != settings.files.get(WORKSPACE):
        raise UnreadableInput("workspace.json was changed after this file was made. Nothing was changed here.")
    return Opened(workspace.read(wanted[WORKSPACE]), settings.event, settings.articles, _note(settings))


def _read_settings(raw: bytes) -> Settings:
    try:
        settings = SETTINGS_FILE.validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "its beginning"
        raise UnreadableInput(f"settings.json is damaged at {where}: {first['msg']}. Nothing was changed.") from error
    if settings.parallax_bundle > FORMAT:
        raise UnreadableInput("This file was written by a newer Parallax. Nothing was changed.")
    return settings


def _note(settings: Settings) -> str:
    """Whether the numbers can differ from those in the file."""
    same = (settings.version, settings.data) == (__version__, lexicons.fingerprint())
    if same:
        return ""
    return (
        f"It was made with Parallax {settings.version}, word lists and data {settings.data}; this is {__version__} "
        f"with {lexicons.fingerprint()}. Numbers can differ from those in the file."
    )

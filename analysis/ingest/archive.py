"""Opens zip archives, in memory and one member at a time, and gzip files."""

import stat
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis import lexicons
from analysis.errors import UnreadableInput

LITTER = frozenset({"thumbs.db", "desktop.ini"})
NESTED = (".zip", ".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz")
NESTED_REASON = "it is an archive inside an archive; unpack it and choose what is in it"


def members(raw: bytes) -> Iterator[tuple[str, bytes | UnreadableInput]]:
    """Name and content of every file in a zip archive; what is not read comes as the reason why.

    Raises UnreadableInput for a damaged archive, a bomb, or one with too many files.
    """
    most, total = int(lexicons.threshold("zip_members")), int(lexicons.threshold("zip_total"))
    try:
        with ZipFile(BytesIO(raw)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir() and not is_litter(part.filename)]
            if len(parts) > most:
                raise UnreadableInput(f"it holds {len(parts):,} files, more than {most}; split it")
            if sum(part.file_size for part in parts) > total * 1_000_000:
                raise UnreadableInput(f"it unpacks to more than {total} MB; split it")
            if not parts:
                raise UnreadableInput("there is no file in this archive")
            for part in parts:
                yield part.filename, _content(archive, part)
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableInput("it is damaged or cut off; download or save it again") from error


def unpacked(raw: bytes) -> bytes:
    """The content of a gzip file. Raises UnreadableInput where it is damaged or too large."""
    limit = int(lexicons.threshold("file_limit"))
    stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        content = stream.decompress(raw, limit * 1_000_000 + 1)
    except zlib.error as error:
        raise UnreadableInput("it is damaged or cut off; download or save it again") from error
    if len(content) > limit * 1_000_000:
        raise UnreadableInput(f"it unpacks to more than {limit} MB; split it")
    if not stream.eof:
        raise UnreadableInput("it is damaged or cut off; download or save it again")
    return content


def is_litter(name: str) -> bool:
    """Whether a file was put beside the others by an operating system."""
    path = PurePosixPath(name)
    return path.name.startswith(".") or path.name.casefold() in LITTER or "__MACOSX" in path.parts


def _content(archive: ZipFile, part: ZipInfo) -> bytes | UnreadableInput:
    reason = _refused(part)
    if reason:
        return UnreadableInput(reason)
    try:
        with archive.open(part) as handle:
            return handle.read(part.file_size + 1)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        return UnreadableInput(f"it is damaged in the archive ({str(error)[:80]})")


def _refused(part: ZipInfo) -> str:
    """Why a member is not unpacked; "" where it is."""
    name, limit = part.filename.replace("\\", "/"), int(lexicons.threshold("file_limit"))
    is_tight = part.file_size > lexicons.threshold("zip_ratio") * max(1, part.compress_size)
    reasons = (
        (name.startswith("/") or ".." in name.split("/") or name[1:2] == ":", "its name leads out of the archive"),
        (stat.S_ISLNK(part.external_attr >> 16), "it is a link to another file"),
        (part.flag_bits & 1, "it is password-protected; save it without a password"),
        (name.lower().endswith(NESTED), NESTED_REASON),
        (part.file_size > limit * 1_000_000, f"it unpacks to more than {limit} MB; split it"),
        (part.file_size > 1_000_000 and is_tight, "it is packed so tightly that it can hold no article"),
    )
    return next((reason for is_refused, reason in reasons if is_refused), "")

"""Word and Excel files are zip archives: what may not be in one before a library opens it."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from analysis import lexicons
from analysis.errors import UnreadableInput

DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MACROS = re.compile(r"vbaProject\.bin|vbaData\.xml|/macrosheets/", re.IGNORECASE)


def check(raw: bytes) -> None:
    """Raises UnreadableInput for a bomb, macros, a password, entities or damage."""
    try:
        with ZipFile(BytesIO(raw)) as archive:
            _check_parts(archive)
    except (BadZipFile, EOFError, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise UnreadableInput("it is damaged; open it in its own program and save it again") from error


def check_size(archive: ZipFile, limit: int) -> None:
    """Raises UnreadableInput where the archive unpacks to more than `limit` MB, as it says itself."""
    if sum(part.file_size for part in archive.infolist()) > limit * 1_000_000:
        raise UnreadableInput(f"it unpacks to more than {limit} MB; split it")


def _check_parts(archive: ZipFile) -> None:
    check_size(archive, int(lexicons.threshold("unpacked_limit")))
    if any(MACROS.search(name) for name in archive.namelist()):
        raise UnreadableInput("it holds macros, which no article needs; save it as .docx or .xlsx without them")
    for part in archive.infolist():
        if part.flag_bits & 1:
            raise UnreadableInput("it is password-protected; save it without a password")
        if part.filename.lower().endswith((".xml", ".rels")):
            content = archive.read(part)
            if DECLARATION.search(content) or DECLARATION.search(content.replace(b"\x00", b"")):
                raise UnreadableInput("it holds unsafe XML (declared entities); save the text as a new document")

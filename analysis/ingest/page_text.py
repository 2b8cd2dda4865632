"""From the bytes of a saved or fetched page to its markup as text: encoding, control characters, inlined pictures."""

import codecs
import re

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest.repair import marked_encoding

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
INLINED = re.compile(
    r"data:[\w/+.;=-]{1,80},[A-Za-z0-9+/=%._~-]{200,}"
)  # pictures and fonts of a page saved in one file
HEAD = 4096  # bytes in which a page says its encoding


def markup(raw: bytes, charset: str = "") -> str:
    """The page's markup. Strict UTF-8 comes before what the page says of itself, which is often out of date.

    charset: as the server named it. Raises UnreadableInput where the page is too large to be searched for its text.
    """
    text = INLINED.sub("", CONTROL.sub("", _decoded(raw, charset)))
    limit = int(lexicons.threshold("page_limit"))
    if len(text) > limit * 1_000_000:
        raise UnreadableInput(
            f"the page has more than {limit} million characters of markup; paste the text of the article instead"
        )
    return text


def _decoded(raw: bytes, charset: str) -> str:
    encoding = marked_encoding(raw)
    if not encoding:
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            told = CHARSET.search(raw[:HEAD])
            encoding = codec(charset) or codec(told[1].decode("ascii") if told else "") or "sloppy-windows-1252"
    return raw.decode(encoding, errors="replace")


def codec(charset: str) -> str:
    """The codec for a declared encoding; "" where there is none. What is called Latin-1 is Windows-1252 in browsers."""
    try:
        name = codecs.lookup(charset).name if charset else ""
        "".encode(name or "utf-8")  # a codec between bytes and bytes (zip, hex) is none
    except (LookupError, TypeError, ValueError):
        return ""
    return "sloppy-windows-1252" if name in {"iso8859-1", "ascii", "cp1252"} else "" if name == "utf-8" else name

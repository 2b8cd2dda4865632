"""Reads the article out of a page saved with its pictures (.mhtml), which is a mail, or out of a mail (.eml)."""

from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from analysis.errors import UnreadableInput
from analysis.ingest import page_text, web_page
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.page_facts import host

PARTS = 2000  # parts of one file that are looked at


def read(raw: bytes, *, id: str, url: str = "") -> list[Manuscript]:
    """The one article. Raises UnreadableInput where there is no page and no text in the file."""
    message = message_from_bytes(raw)
    parts = [part for _, part in zip(range(PARTS), message.walk(), strict=False)]
    for part in parts:
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            address = url or _address(message, part)
            return web_page.read(_content(part), id=id, url=address, charset=part.get_content_charset() or "")
    for part in parts:
        if part.get_content_type() == "text/plain" and _content(part).strip():
            return [_letter(message, part, id)]
    raise UnreadableInput("there is no page in it; open the page again and save it as HTML")


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _address(message: Message, part: Message) -> str:
    """Where the browser took the page from."""
    told = (str(message.get("Snapshot-Content-Location", "")), str(part.get("Content-Location", "")))
    return next((address.strip() for address in told if host(address)), "")


def _letter(message: Message, part: Message, id: str) -> Manuscript:
    try:
        published = parsedate_to_datetime(_header(message, "Date")).isoformat()
    except ValueError:
        published = ""
    text = _content(part).decode(page_text.codec(part.get_content_charset() or "") or "utf-8", errors="replace")
    sender = parseaddr(_header(message, "From"))[0]
    return Manuscript(id=id, text=text, title=_header(message, "Subject"), site=sender, published=published)


def _header(message: Message, name: str) -> str:
    """The header on one line, with its letters decoded."""
    told = str(message.get(name, ""))
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):  # it is then shown as it was sent
        told = str(make_header(decode_header(told)))
    return " ".join(told.split())

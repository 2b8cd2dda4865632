"""One request over one connection, to an address that was checked before and is not looked up again.

The standard library's client speaks HTTP; the limits are ours: time in all, size as sent and unpacked, type.
"""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import NamedTuple

import certifi

from analysis import __version__, lexicons
from analysis.errors import UnreadableInput
from analysis.fetching.addresses import PASTE, Target

AGENT = "Parallax"
HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (reads single news articles at a reader's request)",
    "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.8, text/plain;q=0.8, application/xml;q=0.5",
    "Accept-Language": "en, *;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
CHUNK = 65_536
REDIRECTS = frozenset({301, 302, 303, 307, 308})
SLOW = f"the page took longer than {{:.0f}} seconds and was given up; try again, or {PASTE}"
DAMAGED = f"the page came damaged or cut off; try again, or {PASTE}"
LARGE = f"the page is larger than {{:.0f}} MB and was given up; {PASTE}"


class Answer(NamedTuple):
    """Status, headers (names in small letters, the first of each) and the unpacked body, empty unless status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def get(place: Target, address: str, types: frozenset[str], seconds: float) -> Answer:
    """The answer of `place`, asked at `address`, within so many seconds.

    types: media types whose body is taken; an answer without a type is taken too. Raises UnreadableInput.
    """
    overdue = threading.Event()
    try:
        with _connected(place, address, seconds, overdue) as connection:
            connection.putrequest("GET", place.path, skip_accept_encoding=True)
            for name, value in HEADERS.items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in reversed(response.getheaders())}
            body = _body(response, headers, types) if response.status == 200 else b""
            if overdue.is_set():
                raise TimeoutError
            return Answer(response.status, headers, body)
    except ssl.SSLCertVerificationError as error:
        raise UnreadableInput(f"the site cannot prove that it is {place.host} (its certificate); {PASTE}") from error
    except (http.client.HTTPException, OSError, ValueError) as error:
        if overdue.is_set() or isinstance(error, TimeoutError):
            raise UnreadableInput(SLOW.format(lexicons.threshold("fetch_seconds"))) from error
        raise UnreadableInput(f"the site does not answer as a web site; try again, or {PASTE}") from error


@contextmanager
def _connected(
    place: Target, address: str, seconds: float, overdue: threading.Event
) -> Iterator[http.client.HTTPConnection]:
    """A connection to exactly this address, cut off when the time is over."""
    limit = min(seconds, lexicons.threshold("fetch_connect"))
    plain = socket.create_connection((address, place.port), timeout=limit)
    held: list[socket.socket] = [plain]

    def cut() -> None:
        overdue.set()
        with suppress(OSError):
            socket.socket.shutdown(held[-1], socket.SHUT_RDWR)  # an SSLSocket's own would drop what is being read

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        if place.scheme == "https":
            held.append(_context().wrap_socket(plain, server_hostname=place.host))
        connection = http.client.HTTPConnection(place.host, place.port, timeout=seconds)
        connection.default_port = 443 if place.scheme == "https" else 80
        connection.sock = held[-1]
        connection.sock.settimeout(seconds)
        connection.auto_open = 0  # it must never connect by itself, to an address looked up anew
        yield connection
    finally:
        timer.cancel()
        for one in held:
            one.close()


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


def _body(response: http.client.HTTPResponse, headers: Mapping[str, str], types: frozenset[str]) -> bytes:
    """The body, unpacked, within the limits. Raises UnreadableInput."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and kind not in types:
        raise UnreadableInput(f"this is no web page but a file of the type {kind[:60]}; {PASTE}")
    limit = lexicons.threshold("fetch_limit")
    told = headers.get("content-length", "")
    if told.isdigit() and int(told) > limit * 1_000_000:
        raise UnreadableInput(LARGE.format(limit))
    unpack = _unpacker(headers.get("content-encoding", "").strip().lower())
    body, taken = bytearray(), 0
    while chunk := response.read1(CHUNK):
        taken += len(chunk)
        try:
            body += unpack.decompress(chunk, int(limit * 1_000_000) + 1 - len(body)) if unpack else chunk
        except zlib.error as error:
            raise UnreadableInput(DAMAGED) from error
        if max(taken, len(body)) > limit * 1_000_000:
            raise UnreadableInput(LARGE.format(limit))
    if told.isdigit() and taken < int(told):
        raise UnreadableInput(DAMAGED)
    return bytes(body)


def _unpacker(encoding: str) -> "zlib._Decompress | None":
    if encoding in {"", "identity"}:
        return None
    if encoding in {"gzip", "x-gzip"}:
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    raise UnreadableInput(f"the site packs the page in a way that was not asked for ({encoding[:30]}); {PASTE}")

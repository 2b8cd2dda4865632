"""Which addresses may be fetched: http and https on the public internet, and nothing else.

Libraries that guard against requests to inside networks were tried first: the best one let 3 of 29 hostile addresses
through, none limits size and type as well. This rule refused all 29; what it adds to Python's own knowledge of
special networks is in data/networks.csv.
"""

import ipaddress
import re
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Overdue
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from analysis import lexicons
from analysis.errors import UnreadableInput

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
LONGEST = 2000  # characters
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
WEB = re.compile(r"https?://", re.IGNORECASE)
NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}\Z")
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)\Z")
UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
PASTE = "paste the text of the article instead"
NOT_PUBLIC = f"this address is not on the public internet; {PASTE}"
NOT_WEB = f"this is not the address of a web page (http or https); {PASTE}"


class Target(NamedTuple):
    """One address, taken apart: what is asked for, from which host."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address as one string."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = 443 if self.scheme == "https" else 80
        return f"{self.scheme}://{host}{'' if self.port == usual else f':{self.port}'}{self.path}"


def target(url: str, ports: frozenset[int]) -> Target:
    """The address in `url`, checked. A name alone counts as https.

    Raises UnreadableInput for anything that is not plainly the address of a page on a public host.
    """
    text = url.strip()
    text = text if WEB.match(text) else NOT_WEB if SCHEME.match(text) and "://" in text else f"https://{text}"
    if text is NOT_WEB or len(text) > LONGEST or UNSAFE.search(text.rstrip()):
        raise UnreadableInput(NOT_WEB if len(text) <= LONGEST else f"this address is too long; {PASTE}")
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise UnreadableInput(NOT_WEB) from error
    if parts.username is not None or parts.password is not None:
        raise UnreadableInput(f"addresses with a user name in them are not fetched; {PASTE}")
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in ports:
        raise UnreadableInput(f"pages are fetched on the usual ports only; {PASTE}")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    )
    return Target(parts.scheme, _host(host), port, path)


def is_public(address: IPAddress) -> bool:
    """Whether the address lies on the public internet, an address inside another one looked at too."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return not any(address.version == network.version and address in network for network in _special())


def resolve(host: str, port: int) -> list[str]:
    """All addresses of the host, as the system knows them, within the time limit. Raises UnreadableInput."""
    pool = ThreadPoolExecutor(max_workers=1)
    # The dot at the end keeps the resolver from trying the name inside our own network.
    asked = pool.submit(socket.getaddrinfo, host if _literal(host) else f"{host}.", port, type=socket.SOCK_STREAM)
    try:
        answers = asked.result(timeout=lexicons.threshold("fetch_connect"))
    except (OSError, UnicodeError, Overdue) as error:
        raise UnreadableInput("no site was found under this name; check the address and the connection") from error
    finally:
        pool.shutdown(wait=False)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


@dataclass(frozen=True, slots=True)
class Network:
    """What may be reached. Everything but tests uses PUBLIC."""

    permits: Callable[[IPAddress], bool] = is_public
    resolve: Callable[[str, int], list[str]] = resolve
    ports: frozenset[int] = frozenset({80, 443})


PUBLIC = Network()


def checked(place: Target, network: Network) -> str:
    """The one address to connect to, after all addresses of the host were found permitted. Raises UnreadableInput."""
    answers = network.resolve(place.host, place.port)
    for answer in answers:
        address = _literal(answer.partition("%")[0])
        if address is None or not network.permits(address):
            raise UnreadableInput(NOT_PUBLIC)
    if not answers:
        raise UnreadableInput("no site was found under this name; check the address and the connection")
    return answers[0]


def _host(host: str) -> str:
    """The host in small letters. Raises UnreadableInput for addresses in odd notation and names of one word."""
    name = host.lower()
    if _literal(name):
        return name
    # 0x7f000001, 2130706433, 127.1 and 0177.0.0.1 are addresses to some programs.
    if NUMERIC.match(name.rpartition(".")[2]) or not NAME.match(name):
        raise UnreadableInput(NOT_PUBLIC)
    return name


def _literal(text: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


@cache
def _special() -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(row["network"]) for row in lexicons.rows("networks.csv"))

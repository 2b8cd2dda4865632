"""From an address to the outlet it belongs to.

Longest match first: host with path, host, then each parent host. A parent walk over registered hosts needs no list
of public suffixes: "reuters.com.evil.example" has the parents com.evil.example, evil.example and example, and none
of them is registered. A test keeps bare suffixes out of the registry.
"""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from analysis import lexicons
from analysis.outlets.registry import Domain, load

LONGEST = 8000  # characters; a longer address is not one
WRAPPERS = 3  # an archived copy of an AMP copy of a proxied page is the deepest seen
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://|//")
HOST = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}\Z")
INNER = re.compile(r"https?:/{1,2}", re.IGNORECASE)  # archives collapse the double slash


class Address(NamedTuple):
    """Host in lower case without port and trailing dot, and the path."""

    host: str
    path: str


def read(text: str) -> Address | None:
    """The address in `text`, unwrapped from archives, AMP caches and redirects; None where there is none."""
    found = _split(text)
    for _ in range(WRAPPERS):
        if found is None:
            return None
        inner = _unwrapped(*found)
        if inner is None:
            return found[0]
        found = _split(inner)
    return found[0] if found else None


def match(address: Address) -> Domain | None:
    """The registered domain `address` belongs to, or None."""
    hosts = load().hosts
    host, prefix = address.host, ""
    while "." in host:
        for domain in hosts.get(host, ()):
            if _within(address.path, domain.path_prefix) and (not domain.exact or prefix in ("", "www.", "m.")):
                return domain
        label, _, host = host.partition(".")
        prefix = f"{prefix}{label}."
    return None


def platform(address: Address) -> str:
    """The blog host that `address` is a guest of ("substack.com"), or ""."""
    _, _, parent = address.host.partition(".")
    while parent:
        if parent in _listed("blog_host"):
            return parent
        _, _, parent = parent.partition(".")
    return ""


def _within(path: str, prefix: str) -> bool:
    """Whether `path` lies under `prefix`, at a segment boundary."""
    path = path.lower()
    return not prefix or path == prefix or path.startswith(prefix + "/")


def _split(text: str) -> tuple[Address, str] | None:
    """Address and query of `text`, or None. A backslash counts as a slash, as in browsers."""
    text = text.strip().replace("\\", "/")
    if not text or len(text) > LONGEST or any(mark in text for mark in " \n\t<>"):
        return None
    try:
        parts = urlsplit(text if SCHEME.match(text) else f"//{text}")
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("", "http", "https") or not HOST.match(host.lower()):
        return None
    return Address(host.lower(), parts.path), parts.query


def _unwrapped(address: Address, query: str) -> str | None:
    """The address inside an archive, cache, redirect or library proxy; None where `address` is the page itself."""
    host, path = address
    bare = host.removeprefix("www.")
    if bare in _listed("archive_host"):
        inner = INNER.search(path)
        # A short code ("archive.ph/AbCdE") hides the page; so does an archive's own front page.
        return f"https://{path[inner.end() :]}" if inner else None
    if host.endswith(".cdn.ampproject.org"):
        return _amp(host, path)
    if bare.startswith("google.") and path.startswith("/amp/"):
        return path.removeprefix("/amp/").removeprefix("s/")
    if host.endswith(".idm.oclc.org"):
        return _decoded(host.partition(".")[0]) + path
    if bare in _listed("redirect_host") or "ezproxy" in host:
        for name in ("url", "u", "q", "qurl"):
            for target in parse_qs(query).get(name, ()):
                if INNER.match(target):
                    return target
    return None


def _amp(host: str, path: str) -> str:
    """The page behind an AMP cache: from the path ("/c/s/host/…"), else from the first label."""
    segments = unquote(path).lstrip("/").split("/")
    while segments and len(segments[0]) == 1:
        segments = segments[1:]
    if segments and "." in segments[0]:
        return "/".join(segments)
    return _decoded(host.partition(".")[0])


def _decoded(label: str) -> str:
    """A host written as one label: "www-bbc-co-uk" is www.bbc.co.uk, "--" a hyphen."""
    return label.replace("--", "\0").replace("-", ".").replace("\0", "-")


@cache
def _listed(name: str) -> frozenset[str]:
    return lexicons.classes("outlet_credibility").get(name, frozenset())

"""Fetches single pages at a person's request: the only room of Parallax that uses the network.

    page = fetching.fetch("https://courier.example/wall", Visits())

It is switched off by setting the environment variable PARALLAX_FETCH to off (see analysis.settings).
"""

import time
from typing import NamedTuple
from urllib.parse import urljoin

from analysis import lexicons, settings
from analysis.errors import UnreadableInput
from analysis.fetching import connection, robots
from analysis.fetching.addresses import NOT_WEB, PASTE, Target, checked, target
from analysis.fetching.robots import Rules
from analysis.fetching.visits import Visits, wait

__all__ = ["Fetched", "Visits", "fetch", "is_on"]

PAGES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/pdf",
    }
)
SAVE = f"open it in your browser, save the page and upload that file, or {PASTE}"
STATUS = {
    401: f"the site asks for a password; {SAVE}",
    402: f"the site asks for payment; {SAVE}",
    403: f"the site does not let programs read this page; {SAVE}",
    404: f"there is no page at this address; check it, or {PASTE}",
    410: f"the page was taken down; {PASTE}",
    429: f"the site asks for patience (too many requests); try again later, or {SAVE}",
    451: f"the page is withheld for legal reasons; {SAVE}",
}


class Fetched(NamedTuple):
    """One page. asked: the address given. url: where redirects led to. charset: as the server named it."""

    asked: str
    url: str
    media_type: str
    charset: str
    body: bytes


def is_on() -> bool:
    """Whether pages may be fetched at all on this machine."""
    return settings.read().fetches


def fetch(url: str, visits: Visits) -> Fetched:
    """The page at `url`, redirects followed, every address on the way checked before it is asked.

    Raises UnreadableInput with the reason and what to do instead.
    """
    if not is_on():
        raise UnreadableInput(f"fetching pages is switched off here; {SAVE}")
    visits.count()
    place, hops = target(url, visits.network.ports), int(lexicons.threshold("fetch_hops"))
    ends = time.monotonic() + lexicons.threshold("fetch_seconds")
    for _ in range(hops + 1):
        rules = _rules(place, visits, ends)
        if not rules.allows(place.path):
            raise UnreadableInput(f"the site asks programs not to read this page (robots.txt); {SAVE}")
        ends += wait(place.host, rules.delay)
        answer = connection.get(place, checked(place, visits.network), PAGES, _left(ends))
        if answer.status not in connection.REDIRECTS:
            return _page(url, place, answer)
        place = _onward(place, answer, visits)
    raise UnreadableInput(f"the address leads on and on (more than {hops} times); {SAVE}")


def _left(ends: float) -> float:
    return max(0.1, ends - time.monotonic())


def _onward(place: Target, answer: connection.Answer, visits: Visits) -> Target:
    location = answer.headers.get("location", "")
    if not location:
        raise UnreadableInput(NOT_WEB)
    try:
        # Headers come as Latin-1 letters; addresses in them are mostly UTF-8, and spaces in them are meant as such.
        told = location.encode("latin-1", errors="replace").decode("utf-8", errors="replace").strip()
        return target(urljoin(place.url, told.replace(" ", "%20")), visits.network.ports)
    except ValueError as error:
        raise UnreadableInput(NOT_WEB) from error


def _page(asked: str, place: Target, answer: connection.Answer) -> Fetched:
    if answer.status != 200:
        fault = f"the site has a fault ({answer.status}); try again later, or {PASTE}"
        raise UnreadableInput(STATUS.get(answer.status, fault))
    if place.host.startswith("consent."):
        raise UnreadableInput(f"the site first asks about cookies; {SAVE}")
    kind, _, rest = answer.headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].strip(" \"';")
    return Fetched(asked, place.url, kind.strip().lower(), charset, answer.body)


def _rules(place: Target, visits: Visits, ends: float) -> Rules:
    """What the site's robots.txt asks, fetched once a session. Where it is missing, everything is allowed."""
    site = f"{place.scheme}://{place.host}:{place.port}"
    if site not in visits.robots:
        visits.robots[site] = _fetched_rules(place._replace(path="/robots.txt"), visits, ends)
    return visits.robots[site]


def _fetched_rules(place: Target, visits: Visits, ends: float) -> Rules:
    types = frozenset({"text/plain", "text/html", "application/octet-stream"})
    for _ in range(int(lexicons.threshold("fetch_hops")) + 1):
        address = checked(place, visits.network)
        try:
            answer = connection.get(place, address, types, _left(ends))
        except UnreadableInput:
            return robots.EVERYTHING  # no answer, another type or too large: the page itself will tell
        if answer.status in connection.REDIRECTS:
            place = _onward(place, answer, visits)
            continue
        if answer.status == 200:
            return robots.parse(answer.body.decode("utf-8", errors="replace"), connection.AGENT)
        return robots.NOTHING if answer.status >= 500 else robots.EVERYTHING
    return robots.EVERYTHING

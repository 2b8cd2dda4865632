"""Archived copies: which page a copy in a web archive is a copy of, and when it was saved.

    https://web.archive.org/web/20260314081500/https://courier.example/wall

The address is kept as it is; who rates the outlet looks at the page inside it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from analysis import lexicons

COPY = re.compile(r"https?://[\w.]+/(?:web/)?(\d{4})\D?(\d\d)\D?(\d\d)[\w.-]*/((?:https?://?)?[\w-]+\.[^/\s]+)")
PLAYED = re.compile(r"__wm\.wombat\(\"(https?://[^\"\s]{4,2000})\",\"(\d{8,14})\"")  # in what the Wayback Machine adds
HEAD = 50_000  # characters in which that stands


class Copy(NamedTuple):
    """An archived copy: its address in the archive, and a sentence for the reader."""

    url: str
    note: str


def find(known: str, links: Sequence[str], markup: str) -> Copy | None:
    """The copy that a page is, or None.

    known: where it was fetched or saved, "" where that is not told; only then, or where that is an archive's short
    address, do the links it names itself and the archive's own script count.
    """
    if known and not is_archive(known):
        return None
    for address in filter(is_archive, (known, *links, *_played(markup[:HEAD]))):
        copy = COPY.match(address)
        if copy:
            year, month, day, original = copy.groups()
            return Copy(address, f"An archived copy of {original}, saved on {year}-{month}-{day}.")
    return None


def is_archive(address: str) -> bool:
    """Whether the address lies in a web archive."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    return host in lexicons.classes("outlet_credibility")["archive_host"]


def _played(head: str) -> Iterator[str]:
    """The address of a copy from a page of the Wayback Machine that was saved without it."""
    for original, saved in PLAYED.findall(head):
        yield f"https://web.archive.org/web/{saved}/{original}"

"""Links for lateral reading: what others say of an outlet. Professionals leave the page (Wineburg & McGrew 2017)."""

from typing import NamedTuple
from urllib.parse import quote

from analysis import lexicons


class Link(NamedTuple):
    """An address to open, and what to look for there. Nothing is fetched."""

    title: str
    address: str
    why: str


def links(name: str, domain: str) -> tuple[Link, ...]:
    """The links of data/outlets/lateral_links.csv that can be made from what is known of the outlet."""
    known = {"name": quote(name), "domain": quote(domain)}
    return tuple(
        Link(row["title"], row["address"].format(**known), row["why"])
        for row in lexicons.rows("outlets/lateral_links.csv")
        if all(known[field] for field in known if f"{{{field}}}" in row["address"])
    )

"""Own reporting: where a text says that its reporter asked, saw or read something ("told us", "he told the Post")."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import marks, phrases

CUE_REACH = 18  # characters before the outlet's name in which "told" stands
CONTINUES = ("’", "'", "-")


class Place(NamedTuple):
    """`body[start:end]` says that the outlet itself asked, saw or read."""

    start: int
    end: int


@lru_cache(maxsize=64)
def find(body: str, outlet: str = "") -> tuple[Place, ...]:
    """The places in `body`, in order, outside quotation marks. outlet: the publisher's name, "" where unknown."""
    own = [phrase for phrase in phrases.find("own_reporting", body) if phrase.row["class"] == "own reporting"]
    found = {*(Place(phrase.start, phrase.end) for phrase in own), *_told(body, outlet)}
    return tuple(sorted(place for place in found if not marks.is_inside(body, place.start)))


def _told(body: str, outlet: str) -> Iterator[Place]:
    """ "told the Post" in the Post: a cue right before the outlet's name or the last word of it."""
    name = outlet.partition("(")[0].strip().removeprefix("The ")
    for own in {name, name.rpartition(" ")[2]} - {""}:
        start = body.find(own)
        while start >= 0:
            end = start + len(own)
            before = body[max(0, start - CUE_REACH) : start].removesuffix("The ").removesuffix("the ").rstrip()
            cue = next((cue for cue in lexicons.classes("own_reporting")["own name"] if before.endswith(cue)), "")
            if cue and not body[end : end + 1].isalnum() and body[end : end + 1] not in CONTINUES:
                yield Place(body.rfind(cue, 0, start), end)
            start = body.find(own, end)

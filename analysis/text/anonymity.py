"""Anonymity: what sources without a name say, and whether the text tells why they have none."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.text import hearsay, quotations, sentences, sources

NOT_COUNTED = ("agentless", "unclear")  # rungs with nobody, or with somebody who could not be told


class Unnamed(NamedTuple):
    """`body[start:end]` is from `source`, which has no name; `is_explained`: the text gives a reason."""

    start: int
    end: int
    source: str
    is_explained: bool


class Anonymity(NamedTuple):
    """Statements of unnamed sources, and the number `n` of all attributions to somebody."""

    unnamed: tuple[Unnamed, ...]
    n: int


@lru_cache(maxsize=64)
def find(body: str, outlet: str = "") -> Anonymity:
    """The unnamed sources of `body`, also those of others that it cites. A reason given once holds for its source."""
    pairs = zip(quotations.find(body), sources.find(body), strict=True)
    told = [(quotation, source.rung) for quotation, source in pairs if source.rung not in NOT_COUNTED]
    silent = [quotation for quotation, rung in told if rung in sources.ANONYMOUS]
    places = hearsay.find(body, outlet)
    reasons = {sentences.at(body, place.start) for place in places if place.kind == "anonymity explained"}
    explained = {one.speaker for one in silent if sentences.at(body, one.speaker_start or one.start) in reasons}
    unnamed = [Unnamed(one.start, one.end, one.speaker, one.speaker in explained) for one in silent]
    cited = list(_cited(places, unnamed))
    return Anonymity(tuple(sorted([*unnamed, *cited])), len(told) + len(cited))


def _cited(places: tuple[hearsay.Place, ...], unnamed: list[Unnamed]) -> Iterator[Unnamed]:
    """Unnamed sources of others that no statement in `unnamed` covers."""
    starts = [one.start for one in unnamed]
    for place in (place for place in places if place.kind == "second hand"):
        behind = bisect_left(starts, place.end)
        if not any(place.start < one.end for one in unnamed[max(0, behind - 2) : behind]):
            yield Unnamed(place.start, place.end, "somebody else’s unnamed source", False)

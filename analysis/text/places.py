"""Places: which of the names of a body are countries, cities and other spots on the map.

A name is a place if it is a country or capital of data/affiliations.csv, or if the body says "in" or "near" it more
often than not, has no title for it, and lets it say nothing.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import cues, names, tokens

HEADLINE_TOKENS = 30  # a longer first paragraph is no headline
KNOWN = frozenset(["name", "capital"])
ADJECTIVE_ENDINGS = ("an", "ese", "ish", "ic", "i")
MODIFIED = "wargo"  # kinds of words that such an adjective describes: in Soruman taps


class Place(NamedTuple):
    """`body[start:end]` names the place `name`, its fullest form in this body."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Place, ...]:
    """Every mention of a place in `body`, in order."""
    read, known = tokens.find(body), names.find(body)
    speaking = {cue.subject for cue in cues.find(body)}
    places = {
        number
        for number, voice in enumerate(known.voices)
        if " ".join(voice.words) in _known() or _is_located(read, known, voice, speaking)
    }
    found = []
    for index, voice in known.voice_of.items():
        if voice in places:
            mention = known.mentions[index]
            start, end = read.starts[mention.name_first], read.ends[mention.after - 1]
            found.append(Place(start, end, known.voices[voice].name))
    return tuple(sorted(found))


@cache
def _known() -> frozenset[str]:
    """Countries, capitals and other well-known places, in lower case."""
    countries = frozenset(
        row["term"].lower()
        for row in lexicons.rows("affiliations.csv")
        if row["kind"] == "country" and row["term_kind"] in KNOWN and not row["needs"]
    )
    return countries | {term.lower() for term in lexicons.classes("places")["place"]}


@cache
def _locative() -> frozenset[str]:
    return lexicons.classes("places")["locative"]


@cache
def _no_places() -> frozenset[str]:
    """Last words of names that one is "in" all the same: Congress."""
    return lexicons.classes("places")["no place"]


def _headline(read: tokens.Tokens) -> int:
    """The token that ends the headline, whose Title Case makes names of any words; 0 where there is none."""
    end = read.kinds.find("|", 1)
    return end if end + 1 < len(read.kinds) and end <= HEADLINE_TOKENS and "." not in read.kinds[:end] else 0


def _is_located(read: tokens.Tokens, known: names.Names, voice: names.Voice, speaking: set[int]) -> bool:
    """Whether most mentions of a voice stand behind "in", "near" or another word of place, and none of them speaks."""
    if voice.roles or voice.name.split()[-1] in _no_places():
        return False
    headline = _headline(read)
    below = [index for index in voice.mentions if known.mentions[index].first > headline]
    located = {index for index in below if _stands_behind_locative(read, known.mentions[index])}
    return 2 * len(located) > len(below) and not speaking.intersection(voice.mentions) - located


def _stands_behind_locative(read: tokens.Tokens, mention: names.Mention) -> bool:
    describes = read.low[mention.head].endswith(ADJECTIVE_ENDINGS) and read.kinds[mention.after] in MODIFIED
    return read.low[mention.first - 1] in _locative() and not describes

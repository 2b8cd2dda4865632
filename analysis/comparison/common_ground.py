"""Common ground: which actors, places, numbers, dates and words several articles share, and where each stands.

What is shared is ranked by how early and how rare it is, so that a main actor comes before a word of the background.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison import profiles
from analysis.model import Article
from analysis.text import dates, names, numbers, places, rarity, stems, tokens

KINDS = ("actor", "place", "number", "date", "word")


class Feature(NamedTuple):
    """One thing that a body names: how it is written there, how much it weighs, and where it stands."""

    text: str
    weight: float
    places: list[tuple[int, int]]  # (start, end)


Features = Mapping[str, Mapping[str, Feature]]  # kind -> key -> feature


class Place(NamedTuple):
    """`body[start:end]` of the article `article` is meant."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One number, date, person or place with every place where an article gives it.

    perhaps: ids of articles that may give it in another form.
    """

    kind: str
    text: str
    places: tuple[Place, ...]
    perhaps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that several articles name, with every place where it stands."""

    kind: str  # one of KINDS
    key: str  # what it is matched by
    text: str
    articles: tuple[str, ...]  # ids
    places: tuple[Place, ...]


def compare(articles: Sequence[Article], least: int = 0) -> tuple[Shared, ...]:
    """What at least `least` of `articles` name (0: all of them), by kind, the weightiest first."""
    asked = least or len(articles)
    known = {key for article in articles for key in features(article.body)["place"]}
    found = [(article.id, _with_places(features(article.body), known)) for article in articles]
    shared: list[Shared] = []
    for kind in KINDS:
        holders: dict[str, list[tuple[str, Feature]]] = {}
        for ident, by_kind in found:
            for key, feature in by_kind[kind].items():
                holders.setdefault(key, []).append((ident, feature))
        kept = [(key, held) for key, held in holders.items() if len(held) >= asked]
        kept.sort(key=lambda one: -sum(feature.weight for _, feature in one[1]))
        shared += [_shared(kind, key, held) for key, held in kept]
    return tuple(shared)


def _shared(kind: str, key: str, held: Sequence[tuple[str, Feature]]) -> Shared:
    times = Counter(feature.text for _, feature in held)
    text = max(times, key=lambda written: (min(times[written], 2), len(written)))  # the fullest that two agree on
    return Shared(
        kind,
        key,
        text,
        tuple(ident for ident, _ in held),
        tuple(Place(ident, start, end) for ident, feature in held for start, end in feature.places),
    )


def _with_places(own: Features, known: Set[str]) -> Features:
    """`own` with the actors that another article shows to be places moved there."""
    moved = {key: one for key, one in own["actor"].items() if one.text.lower() in known}
    if not moved:
        return own
    actors = {key: one for key, one in own["actor"].items() if key not in moved}
    return {**own, "actor": actors, "place": {**{one.text.lower(): one for one in moved.values()}, **own["place"]}}


@lru_cache(maxsize=256)
def features(body: str) -> Features:
    """Kind -> key -> what `body` names; the keys of two bodies match where they name the same."""
    profile = profiles.find(body)
    located: dict[str, Feature] = {}
    for one in places.find(body):
        _add(located, one.name.lower(), one.name, _weight(profile, one.name), (one.start, one.end))
    return MappingProxyType(
        {
            "actor": _actors(body, profile, {one.name for one in places.find(body)}),
            "place": located,
            "number": _numbers(body),
            "date": _dates(body),
            "word": _words(body, profile),
        }
    )


def _add(found: dict[str, Feature], key: str, text: str, weight: float, place: tuple[int, int]) -> None:
    if key in found:
        found[key].places.append(place)
    else:
        found[key] = Feature(text, weight, [place])


def _weight(profile: profiles.Profile, name: str) -> float:
    """The weight of the weightiest word of a name."""
    own = [profile.names.get(stems.of(word), 0.0) for word in name.split()]
    return max(own, default=0.0)


def _actors(body: str, profile: profiles.Profile, located: set[str]) -> dict[str, Feature]:
    """Last name in lower case -> the named voice, places and adjectives of countries left out.

    A headline in Title Case makes names of any words, so a name must stand in the text below it too.
    """
    read, known = tokens.find(body), names.find(body)
    headline = max(0, body.find("\n"))
    written: dict[str, str] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for index, number in sorted(known.voice_of.items()):
        voice, mention = known.voices[number], known.mentions[index]
        key = voice.words[-1]
        if voice.name in located or mention.kind != "name" or len(key) < 3 or key in _demonyms():
            continue
        start, end = read.starts[mention.name_first], read.ends[mention.after - 1]
        spans.setdefault(key, []).append((start, end))
        if start >= headline:
            written[key] = max(written.get(key, ""), " ".join(body[start:end].split()), key=len)
    return {key: Feature(name, _weight(profile, name), spans[key]) for key, name in written.items()}


@cache
def _demonyms() -> frozenset[str]:
    rows = lexicons.rows("affiliations.csv")
    return frozenset(row["term"].lower() for row in rows if row["term_kind"] == "demonym")


def _numbers(body: str) -> dict[str, Feature]:
    """Value and unit -> number, small counts left out."""
    small = lexicons.threshold("telling_number")
    found: dict[str, Feature] = {}
    for one in numbers.find(body):
        if one.value > small or one.unit in (numbers.PERCENT, "$", "£", "€") or one.value != int(one.value):
            _add(found, f"{one.value:g} {one.unit}", _shown(body, one), 1.0, (one.start, one.end))
    return found


def _shown(body: str, number: numbers.Number) -> str:
    """The number with the word it counts."""
    end = number.end
    if number.unit.isalpha():
        content = stems.find(body)
        end = content[bisect_left(content, (end,))].end
    return " ".join(body[number.start : end].split())


def _dates(body: str) -> dict[str, Feature]:
    found: dict[str, Feature] = {}
    for one in dates.find(body):
        if one.kind in ("day", "month", "weekday", "time"):
            weight = 2.0 if one.kind == "day" else 1.0
            _add(found, one.key, body[one.start : one.end], weight, (one.start, one.end))
    return found


def _words(body: str, profile: profiles.Profile) -> dict[str, Feature]:
    """Stem -> word, for words that are rarer than the common ones of news and no part of a number or date."""
    least = lexicons.threshold("distinctive_rarity")
    spans = [(one.start, one.end) for one in numbers.find(body)] + [(one.start, one.end) for one in dates.find(body)]
    taken = {at for start, end in spans for at in range(start, end)}
    found: dict[str, Feature] = {}
    for start, end, stem in stems.find(body):
        weight = profile.words.get(stem, 0.0)
        if weight and start not in taken and rarity.of(stem) >= least:
            _add(found, stem, body[start:end].lower(), weight, (start, end))
    return found

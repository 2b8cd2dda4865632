"""People and places that the articles name, each with the articles that name it.

One article writes "Mayor Ines Okafor", another "Okafor": a last name alone counts where it fits one person of the event
only. Where a name stands in another form (inside a quotation, as an adjective, shortened) it is perhaps named.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison.common_ground import Fact, Place
from analysis.model import Article
from analysis.text import cues, names, places, tokens

PERSON, PLACE = "person", "place"
PART_OF_NAME = re.compile(r" (?:Times|Post|News|Journal|Tribune|Herald|Magazine|University|College|Bank)\b")


class _Person(NamedTuple):
    """Somebody named in one body: the words of the name in lower case, the name, with its title, where it stands."""

    words: tuple[str, ...]
    name: str
    shown: str
    spans: tuple[tuple[int, int], ...]


def compare(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """All people and places of `articles`."""
    return (*_people(articles), *_places(articles))


def _people(articles: Sequence[Article]) -> Iterator[Fact]:
    """Everyone with a full name somewhere; a last name alone counts where it fits one of them only."""
    found = [(article, _persons(article.body)) for article in articles]
    full: dict[str, list[_Person]] = {}
    for _, own in found:
        for one in own:
            known = full.setdefault(one.words[-1], [])
            if len(one.words) > 1 and not any(_one_person(one, other) for other in known):
                known.append(one)
    for last, people in full.items():
        for person in people:
            yield _person(found, person, alone=len(people) == 1, last=last)


def _person(found: Sequence[tuple[Article, Sequence[_Person]]], person: _Person, alone: bool, last: str) -> Fact:
    """One person with all mentions; `alone`: nobody else of the event has this last name."""
    mentions: list[Place] = []
    perhaps = set()
    shown = person.shown
    for article, own in found:
        mine = [
            one for one in own if one.words[-1] == last and (_one_person(one, person) if len(one.words) > 1 else alone)
        ]
        spans = [span for one in mine for span in one.spans] or list(_occurrences(article.body, person.name))
        mentions += [Place(article.id, *span) for span in sorted(spans)]
        shown = max(shown, *(one.shown for one in mine), key=len) if mine else shown
        if not spans and last in _lowered(article.body):  # inside a quotation, or as part of another name
            perhaps.add(article.id)
    return Fact(PERSON, shown, tuple(mentions), frozenset(perhaps))


@lru_cache(maxsize=256)
def _lowered(body: str) -> str:
    return body.lower()


def _one_person(one: _Person, other: _Person) -> bool:
    """Whether two full names with one last name are one person: first names alike, or an initial."""
    first, second = one.words[0].rstrip("."), other.words[0].rstrip(".")
    return first.startswith(second[:3]) or second.startswith(first[:3]) or 1 in (len(first), len(second))


def _persons(body: str) -> list[_Person]:
    """The people that `body` names below its headline."""
    read, known = tokens.find(body), names.find(body)
    located = {one.name for one in places.find(body)}
    speaking = {known.voice_of.get(cue.subject, -1) for cue in cues.find(body)}
    headline = max(0, body.find("\n"))
    found = []
    for number, voice in enumerate(known.voices):
        if voice.is_body or voice.name in located or not _is_person(voice, number in speaking):
            continue
        mentions = [known.mentions[index] for index in voice.mentions]
        spans = tuple((read.starts[one.name_first], read.ends[one.after - 1]) for one in mentions)
        below = [one for one, span in zip(mentions, spans, strict=True) if span[0] >= headline]
        if below:
            shown = max((read.text(one.first, one.after) for one in below), key=len)
            found.append(_Person(voice.words, voice.name, " ".join(shown.split()), spans))
    return found


def _is_person(voice: names.Voice, speaks: bool) -> bool:
    """Whether a name is a person's: a given name or a title goes with it, or it speaks and has two words."""
    if not _bodies().isdisjoint(voice.words) or voice.words[-1] in lexicons.classes("places")["structure"]:
        return False
    if len(voice.words) == 1:
        return bool(voice.roles) or speaks
    return bool(voice.roles) or voice.words[0] in _given_names() or (speaks and len(voice.words) < 4)


@cache
def _bodies() -> frozenset[str]:
    return lexicons.classes("names")["organisation"] | lexicons.classes("names")["document"]


@cache
def _given_names() -> frozenset[str]:
    classes = lexicons.classes("names")
    return frozenset(name.lower() for name in classes["given name of women"] | classes["given name of men"])


def _places(articles: Sequence[Article]) -> Iterator[Fact]:
    """Every place that some article shows to be one, wherever one of its names stands; datelines are no report."""
    shown: dict[tuple[str, ...], str] = {}
    for article in articles:
        for one in places.find(article.body):
            if not (one.name.isupper() and len(one.name) > 4):
                shown.setdefault(_names_of_countries().get(one.name, (one.name,)), one.name)
    for written, name in shown.items():
        spans = {
            article.id: sorted({span for form in written for span in _occurrences(article.body, form)})
            for article in articles
        }
        mentions = [
            Place(article.id, start, end)
            for article in articles
            for start, end in spans[article.id]
            if not PART_OF_NAME.match(article.body, end)
        ]
        if mentions:
            own = {mention.article for mention in mentions}
            hinted = {article.id for article in articles if spans[article.id] or _is_hinted(article.body, name)}
            yield Fact(PLACE, name, tuple(mentions), frozenset(hinted - own))


def _is_hinted(body: str, name: str) -> bool:
    """Whether a body has the place in another form: in capitals, as an adjective (Russian) or short (Fla.)."""
    return name.upper() in body or any(form in body for form in _other_forms().get(name, ()))


@cache
def _names_of_countries() -> Mapping[str, tuple[str, ...]]:
    """Name of a country -> all its names (United States, U.S., America)."""
    by_side = _by_side(("name", "abbreviation"))
    return {name: tuple(terms) for terms in by_side.values() for name in terms}


@cache
def _other_forms() -> Mapping[str, tuple[str, ...]]:
    """Name of a place -> adjectives and short forms that tell of it."""
    names_of, adjectives = _by_side(("name", "abbreviation")), _by_side(("demonym",))
    found = {name: tuple(adjectives.get(side, ())) for side, terms in names_of.items() for name in terms}
    for row in lexicons.rows("lexicons/places.csv"):
        if row["class"] == "abbreviation":
            found[row["of"]] = (*found.get(row["of"], ()), row["term"])
    return found


def _by_side(kinds: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in lexicons.rows("affiliations.csv"):
        if row["kind"] == "country" and row["term_kind"] in kinds and not row["needs"]:
            found.setdefault(row["side_id"], []).append(row["term"])
    return found


def _occurrences(body: str, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands as a whole word."""
    start = body.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        if not body[start - 1 : start].isalnum() and not body[end : end + 1].isalnum():
            yield start, end
        start = body.find(name, end)

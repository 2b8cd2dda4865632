"""Facts: numbers, dates and times, named people with their roles, and places, each with the articles that give it.

Two articles give the same number or month only if their sentences have another word in common too, because "three
percent" may be of anything; a number with many digits speaks for itself.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.comparison.common_ground import Place
from analysis.model import Article
from analysis.text import cues, dates, names, numbers, places, rarity, sentences, stems, tokens

NUMBER, DATE, PERSON, PLACE = "number", "date", "person", "place"
SIGNS = (numbers.PERCENT, "$", "£", "€")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with every place where an article gives it; perhaps: ids of articles that may give it otherwise."""

    kind: str
    text: str
    places: tuple[Place, ...]
    perhaps: frozenset[str] = frozenset()


class _Given(NamedTuple):
    """One mention of a fact: what it is matched by, how it is shown, and the content words around it."""

    key: Hashable
    text: str
    place: Place
    context: frozenset[str]
    telling: bool  # says enough to be matched without a common word around it


class _Person(NamedTuple):
    """Somebody named in one body: the words of the name in lower case, the name, with its title, where it stands."""

    words: tuple[str, ...]
    name: str
    shown: str
    spans: tuple[tuple[int, int], ...]


def compare(articles: Sequence[Article]) -> tuple[Fact, ...]:
    """All numbers, dates, people and places of `articles`."""
    return (*_numbers(articles), *_dates(articles), *_people(articles), *_places(articles))


def _numbers(articles: Sequence[Article]) -> Iterator[Fact]:
    given = [one for article in articles for one in _given_numbers(article)]
    for key, members in _joined(given):
        yield Fact(NUMBER, members[0].text, tuple(one.place for one in members), _nearly(key, members, given))


def _given_numbers(article: Article) -> Iterator[_Given]:
    small = lexicons.threshold("small_number")
    around = _context(article.body)
    for one in numbers.find(article.body):
        if one.value > small or one.unit in SIGNS or one.value != int(one.value):
            end, shown = _with_noun(article.body, one)
            place = Place(article.id, one.start, end)
            key = (one.value, one.unit if one.unit in SIGNS else "")
            yield _Given(key, shown, place, around(one.start, one.end), _digits(one.value) > 2)


def _digits(value: float) -> int:
    """How many digits a number has without the zeros at its end."""
    return len(f"{value:.10g}".replace(".", "").strip("0")) if value < 1e15 else 1


def _with_noun(body: str, number: numbers.Number) -> tuple[int, str]:
    """(where the number with the words it counts ends, its text): 210 cubic metres."""
    end = number.end
    if number.unit and number.unit not in SIGNS:
        for stem in stems.find(body):
            if stem.start >= end and stem.start - end > 1:
                break
            if stem.start >= end:
                end = stem.end
                if body[end - 1] == "s" or body[stem.start : end] in _plurals():
                    break
    return end, " ".join(body[number.start : end].split())


@cache
def _plurals() -> frozenset[str]:
    """Plurals without an s: people."""
    return lexicons.classes("numbers")["plural"]


def _nearly(key: Hashable, members: Sequence[_Given], given: Sequence[_Given]) -> frozenset[str]:
    """The articles that give the same number in another context, or almost the same one."""
    value, unit = members[0].key if isinstance(members[0].key, tuple) else (0.0, "")
    near = lexicons.threshold("nearly_number")
    own = {one.place.article for one in members}
    return frozenset(
        one.place.article
        for one in given
        if one.place.article not in own
        and isinstance(one.key, tuple)
        and one.key[1] == unit
        and abs(one.key[0] - value) <= near * value
    )


def _dates(articles: Sequence[Article]) -> Iterator[Fact]:
    given = []
    for article in articles:
        around = _context(article.body)
        for one in dates.find(article.body):
            if one.kind in ("day", "month", "time"):
                place = Place(article.id, one.start, one.end)
                text = article.body[one.start : one.end]
                given.append(_Given(one.key, text, place, around(one.start, one.end), one.kind != "month"))
    everywhere: dict[Hashable, set[str]] = {}
    for mention in given:
        everywhere.setdefault(mention.key, set()).add(mention.place.article)
    for key, members in _joined(given):
        own = {one.place.article for one in members}
        yield Fact(DATE, members[0].text, tuple(one.place for one in members), frozenset(everywhere[key] - own))


def _context(body: str) -> Callable[[int, int], frozenset[str]]:
    """A function that gives the telling content words of the sentence around a stretch, without its own."""
    found = stems.find(body)
    spans = sentences.find(body)
    least = lexicons.threshold("context_rarity")

    def around(start: int, end: int) -> frozenset[str]:
        sentence = next((one for one in spans if one.start <= start < one.end), None)
        if sentence is None:
            return frozenset()
        return frozenset(
            one.stem
            for one in found
            if sentence.start <= one.start < sentence.end
            and not start <= one.start < end
            and rarity.of(one.stem) >= least
        )

    return around


def _joined(given: Sequence[_Given]) -> Iterator[tuple[Hashable, list[_Given]]]:
    """Mentions with the same key, split where neither the key nor a common word around them tells that it is one."""
    by_key: dict[Hashable, list[_Given]] = {}
    for one in given:
        by_key.setdefault(one.key, []).append(one)
    for key, mentions in by_key.items():
        groups: list[list[_Given]] = []
        for one in mentions:
            fitting = [group for group in groups if any(_same(one, other) for other in group)]
            for group in fitting:
                groups.remove(group)
            groups.append([member for group in fitting for member in group] + [one])
        for group in groups:
            yield key, sorted(group, key=mentions.index)


def _same(one: _Given, other: _Given) -> bool:
    return one.telling or one.place.article == other.place.article or bool(one.context & other.context)


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
        if not spans and last in article.body.lower():  # inside a quotation, or as part of another name
            perhaps.add(article.id)
    return Fact(PERSON, shown, tuple(mentions), frozenset(perhaps))


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
    if not _bodies().isdisjoint(voice.words):
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
    shown: dict[str, str] = {}
    for article in articles:
        for one in places.find(article.body):
            if not (one.name.isupper() and len(one.name) > 4):
                shown.setdefault(one.name, one.name)
    by_place: dict[tuple[str, ...], str] = {}
    for name in shown:
        by_place.setdefault(_also_called(name), name)
    for written, name in by_place.items():
        mentions = [
            Place(article.id, *span)
            for article in articles
            for span in sorted({span for form in written for span in _occurrences(article.body, form)})
        ]
        if mentions:
            yield Fact(PLACE, name, tuple(mentions))


def _also_called(name: str) -> tuple[str, ...]:
    """All names of a country that has several (U.S., America), else `name` alone."""
    return _names_of_countries().get(name, (name,))


@cache
def _names_of_countries() -> Mapping[str, tuple[str, ...]]:
    by_side: dict[str, list[str]] = {}
    for row in lexicons.rows("affiliations.csv"):
        if row["kind"] == "country" and row["term_kind"] in ("name", "abbreviation") and not row["needs"]:
            by_side.setdefault(row["side_id"], []).append(row["term"])
    return {name: tuple(terms) for terms in by_side.values() for name in terms}


def _occurrences(body: str, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands as a whole word."""
    start = body.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        if not body[start - 1 : start].isalnum() and not body[end : end + 1].isalnum():
            yield start, end
        start = body.find(name, end)

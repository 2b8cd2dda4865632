"""Names and labels of the same actor

Counts: the words with which each article names the same person, group or event, outside quotation marks: names with
    and without title, descriptions (the Kremlin spokesman), what stands behind a name (a former spy), the names of a
    body or country (Moscow, the Kremlin), words for people (protesters, mob) and for what happened (invasion,
    operation, crisis).
Unit: places in the text, by label and article.
Read as: which words a reader of one article learns for somebody, and which a reader of another. A label can be right
    and still choose what to stress. Pronouns are left out.
Misses: descriptions without a title known from these articles (the pioneer, the strongman), words that the families do
    not hold, labels inside longer quotations. Words of one family are joined because the articles are compared as
    tellings of one event; where an article tells two, it says so badly. The reason stands with every label.
Source: naming and reference to social actors: van Leeuwen 2008, Discourse and Practice; Fowler 1991, Language in the
    News. Rules and families are ours.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.comparison import event_voices
from analysis.model import Article, Span
from analysis.text import descriptions, names, quotations, tokens, voices
from analysis.text import labels as text_labels
from analysis.text.labels import EVENT, GROUP, PERSON, Label

KEY = "labels"
LABEL = "label"  # subject of corrections that are heeded here: the actor that a label names, "" for no label
ORDER = (EVENT, PERSON, GROUP)
BY_PLACE = frozenset(["government"])  # families that stand for another actor in every country

Stretch = tuple[str, int, int]  # article id, start, end


@dataclass(frozen=True, slots=True)
class ActorLabel:
    """One label of an actor in one article: every place where it stands, and why it is taken for this actor."""

    article: str  # id
    text: str  # as first written there, without the article
    spans: tuple[Span, ...]  # kind: name, name with title, description, apposition, word
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group or event with all its labels, in the order of the articles and of their text."""

    name: str
    kind: str  # person, group, event
    labels: tuple[ActorLabel, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that name it."""
        return tuple(dict.fromkeys(label.article for label in self.labels))

    @property
    def texts(self) -> tuple[str, ...]:
        """The different labels, most frequent first; capitals do not matter."""
        counted: Counter[str] = Counter()
        for label in self.labels:
            counted[label.text.lower()] += len(label.spans)
        first = {label.text.lower(): label.text for label in reversed(self.labels)}
        return tuple(first[text] for text, _ in counted.most_common())


@dataclass(frozen=True, slots=True)
class _Place:
    """One label of one article, with the actor it was joined to."""

    article: str
    actor: tuple[str, str]  # kind, name
    label: Label
    why: str

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return self.article, self.label.start, self.label.end


def compare(articles: Sequence[Article]) -> tuple[Actor, ...]:
    """The actors that two or more articles name, or that one article names in several ways.

    Actors with several labels come first, of these the ones in most articles and with most labels. Names of persons
    are joined across articles where one fits exactly one fuller name, words for groups and events by their family.
    """
    return tuple(actor for actor in every(articles) if len(actor.articles) > 1 or len(actor.texts) > 1)


def every(articles: Sequence[Article]) -> tuple[Actor, ...]:
    """All actors, those with one label too; what a person said of a label is laid over what was found."""
    actors: dict[tuple[str, str], list[_Place]] = {}
    for place in _corrected(articles, *_found(articles)):
        actors.setdefault(place.actor, []).append(place)
    built = [_actor(key, members, [article.id for article in articles]) for key, members in actors.items()]
    return tuple(sorted(built, key=_rank))


def stretches(articles: Sequence[Article]) -> frozenset[Stretch]:
    """Where labels are found, whatever a person said of them: (article id, start, end)."""
    return frozenset(place.stretch for place in _found(articles)[1])


def _found(articles: Sequence[Article]) -> tuple[Mapping[str, tuple[str, str]], list[_Place]]:
    """The names of persons as in `_fuller`, those that a person set among them, and every label as it is found."""
    found = {article.id: text_labels.find(article.body) for article in articles}
    told = (label.actor for labels in found.values() for label in labels if label.kind == PERSON)
    persons = _fuller((*told, *filter(None, _fixes(articles).values())))
    dominant = _dominant(label for labels in found.values() for label in labels)
    places = [_placed(article, label, persons, dominant) for article, labels in found.items() for label in labels]
    return persons, [*places, *_by_office(articles, persons, places)]


def _fixes(articles: Sequence[Article]) -> Mapping[Stretch, str]:
    """What a person said that labels name, by their places."""
    return {
        (article.id, fix.start, fix.end): fix.now.strip()
        for article in articles
        for fix in article.corrections
        if fix.subject == LABEL
    }


def _corrected(
    articles: Sequence[Article], persons: Mapping[str, tuple[str, str]], places: Sequence[_Place]
) -> Iterator[_Place]:
    """The labels with the actors that a person set: one of those found, else one more of the label's own kind."""
    fixes, kinds = _fixes(articles), {name: kind for kind, name in (place.actor for place in reversed(places))}
    set_by_hand = {place.stretch: place for place in reversed(places) if place.stretch in fixes}
    yield from (place for place in places if place.stretch not in fixes)
    for stretch, place in set_by_hand.items():
        if now := fixes[stretch]:
            name = now if now in kinds else persons[now][0]
            why = f"{quotations.BY_HAND} Found: {place.actor[1]} ({place.why})"
            yield replace(place, actor=(kinds.get(name, place.actor[0]), name), why=why)


def _rank(actor: Actor) -> tuple[bool, int, int, int, str]:
    """What sorts actors: those whose labels differ first."""
    labels = len(actor.texts)
    return labels == 1, -len(actor.articles), -labels, ORDER.index(actor.kind), actor.name


def _fuller(actors: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Every name of a person -> (its fullest name in these articles, why)."""
    by_last: dict[str, dict[str, list[str]]] = {}  # last name -> full names; others cannot fit
    for name in actors:
        words = name.lower().split()
        by_last.setdefault(words[-1], {})[name] = words
    joined = {name: event_voices.fullest(name, full) for full in by_last.values() for name in full}
    by_plain: dict[str, str] = {}
    for fullest, _ in joined.values():
        by_plain.setdefault(fullest.lower(), fullest)
    return {name: (by_plain[fullest.lower()], why) for name, (fullest, why) in joined.items()}


def _dominant(labels: Iterable[Label]) -> Mapping[str, str]:
    """Family of words -> the place most often named with it ("" where none is)."""
    counted: dict[str, Counter[str]] = {}
    for label in labels:
        if label.form == "word" and label.place:
            counted.setdefault(label.actor, Counter())[label.place] += 1
    return {family: places.most_common(1)[0][0] for family, places in counted.items()}


def _placed(article: str, label: Label, persons: Mapping[str, tuple[str, str]], dominant: Mapping[str, str]) -> _Place:
    """The actor that a label of one article belongs to among all articles."""
    if label.kind == PERSON:
        name, joined = persons[label.actor]
        why = label.why if label.why != voices.BY_NAME else joined
        return _Place(article, (PERSON, name), label, why)
    if label.form != "word":
        return _Place(article, (label.kind, label.actor), label, label.why)
    if label.actor not in BY_PLACE:
        return _Place(article, (label.kind, label.actor), label, label.why)
    main = dominant.get(label.actor, "")
    where = label.place or main
    name = f"{label.actor} ({where})" if where else label.actor
    why = label.why if label.place or not main else f"{label.why}; no country beside it, taken for the one named most"
    return _Place(article, (label.kind, name), label, why)


def _by_office(
    articles: Sequence[Article], persons: Mapping[str, tuple[str, str]], places: Sequence[_Place]
) -> Iterator[_Place]:
    """Descriptions of one article ("the Russian leader") whose office another article gives to exactly one person."""
    taken = {(place.article, place.label.start) for place in places}
    offices, stems = _offices(articles, persons)
    for article in articles:
        found, known, standing = tokens.find(article.body), names.find(article.body), voices.find(article.body)
        for index, mention in enumerate(known.mentions):
            if mention.kind != "role" or found.low[mention.first] != "the" or index in standing.voice_of:
                continue
            words = descriptions.whole(found, mention)
            office, rest = descriptions.office_of(words) if words else ("", ())
            fits = [name for name in offices.get(office, ()) if descriptions.all_known(rest, stems[name])]
            start, end = found.starts[mention.first + 1], found.ends[mention.after - 1]
            if len(fits) == 1 and len(words) > 2 and (article.id, start) not in taken:
                why = f"another article gives {fits[0]} this office"
                label = Label(start, end, article.body[start:end], PERSON, fits[0], "description", why)
                yield _Place(article.id, (PERSON, fits[0]), label, why)


def _offices(
    articles: Sequence[Article], persons: Mapping[str, tuple[str, str]]
) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """(office -> the persons that any article gives it, person -> the stems of the words of the titles)."""
    offices: dict[str, list[str]] = {}
    stems: dict[str, set[str]] = {}
    for article in articles:
        known = names.find(article.body)
        offices_of, stems_of = descriptions.titles_of(tokens.find(article.body), known)
        for voice, held in offices_of.items():
            person = persons.get(known.voices[voice].name)
            if person is None:
                continue
            stems.setdefault(person[0], set()).update(stems_of[voice])
            for office in sorted(held):
                if person[0] not in offices.setdefault(office, []):
                    offices[office].append(person[0])
    return offices, stems


def _actor(key: tuple[str, str], members: Sequence[_Place], order: Sequence[str]) -> Actor:
    """One actor with its labels, those of one article and one wording together."""
    grouped: dict[tuple[str, str], list[_Place]] = {}
    for place in sorted(members, key=lambda one: (order.index(one.article), one.label.start)):
        grouped.setdefault((place.article, place.label.text.lower()), []).append(place)
    labels = tuple(
        ActorLabel(article, places[0].label.text, tuple(_span(place, key[1]) for place in places), places[0].why)
        for (article, _), places in grouped.items()
    )
    return Actor(key[1], key[0], labels)


def _span(place: _Place, actor: str) -> Span:
    return Span(place.label.start, place.label.end, place.label.form, place.why, actor)

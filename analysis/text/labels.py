"""Labels: the words with which one body names its persons, groups and events, outside quotation marks.

A person is named by name with or without title ("Mr. Putin", "Russian President Vladimir Putin"), by a description
("the Kremlin spokesman") and by what stands behind the name ("Putin, a former spy"). A group is a body or country by
any of its names ("Moscow", "the Kremlin"), or a word for people ("protesters", "mob"). An event is a word for what
happened ("invasion", "operation"), with its adjectives and the place behind it. Words for one thing are the families
of data/lexicons/labels.csv.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import affiliation_terms, affiliations, names, passives, terms, tokens, voices
from analysis.text.affiliation_terms import Naming
from analysis.text.names import Mention, Names, Voice
from analysis.text.tokens import Tokens

PERSON, GROUP, EVENT = KINDS = ("person", "group", "event")
LEXICON = "labels"
ADJECTIVES = 4  # tokens that may stand before a word for a group or event
PLACE = 4  # tokens of "in eastern Ukraine"
LONGEST = 9  # tokens of what stands behind a name
LINKS = frozenset(["of", "in", "on", "against", "with", "for"])
NOUNS = ("name", "capital", "seat", "body", "abbreviation")  # ways of naming that are no adjectives


class Label(NamedTuple):
    """`body[start:end]` names the actor `actor` (as this body calls it); `place` is a country in the words, or ""."""

    start: int
    end: int
    text: str
    kind: str  # one of KINDS
    actor: str
    form: str  # name, name with title, description, apposition, word
    why: str
    place: str = ""


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Label, ...]:
    """All labels of `body`, in order."""
    reader = _Reader(body)
    found: dict[tuple[int, int, str], Label] = {}  # one place names an actor once: an apposition is no description too
    for label in (*reader.persons_and_bodies(), *reader.countries(), *reader.words()):
        found.setdefault((label.start, label.end, label.actor), label)
    return tuple(found[place] for place in sorted(found))


class _Reader:
    """Reads the mentions, the countries and the words for groups and events of one body."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found: Tokens = tokens.find(body)
        self.known: Names = names.find(body)
        self.standing = voices.find(body)
        self.named: Mapping[int, Naming] = affiliation_terms.find(body)

    def persons_and_bodies(self) -> Iterator[Label]:
        """The mentions of every person and body that has a name."""
        for index, mention in enumerate(self.known.mentions):
            number = self.standing.voice_of.get(index)
            if mention.kind == "pronoun" or number is None:
                continue
            voice = self.known.voices[number]
            kind = PERSON if is_person(voice) else GROUP if voice.is_body else ""
            has_name = mention.name_first < mention.after
            if not kind or (has_name and self._is_too_short(mention, voice)):
                continue
            if kind == GROUP and (self._is_country(mention) or self._is_part(mention)):
                continue
            why = self.standing.why.get(index, voices.BY_NAME)
            first = self._title(mention) if has_name else mention.first
            form = "description" if not has_name else "name" if first == mention.name_first else "name with title"
            yield self._label(first, mention.after, kind, voice.name, form, why)
            if kind == PERSON and has_name:
                yield from self._behind(mention, voice)

    def _is_too_short(self, mention: Mention, voice: Voice) -> bool:
        """Whether the name may be another’s: initials, or the House for the White House."""
        words = mention.after - mention.name_first
        text = self.found.text(mention.name_first, mention.after)
        return (len(text) < 3 and text.isupper()) or (voice.is_body and words < len(voice.words) < 3)

    def _is_country(self, mention: Mention) -> bool:
        """Whether the body is told as a country or party: see `countries`."""
        return any(at in self.named for at in range(mention.first, mention.after))

    def _is_part(self, mention: Mention) -> bool:
        """Whether the name is only a part of a longer one: the State of the Union."""
        kinds, before = self.found.kinds, self._before(self._first(mention.first))
        return kinds[mention.after] == "F" or (kinds[before] == "F" and kinds[before - 1] == "N")

    def _title(self, mention: Mention) -> int:
        """The first token of the name with its titles, without what only stands before them ("of", "someone")."""
        kinds, first = self.found.kinds, mention.name_first
        while first > mention.first and not self._ends_sentence(first - 1):
            of_office = kinds[first - 1] == "F" and kinds[first - 2] == "T"  # Secretary of State
            is_title = kinds[first - 1] in "NTra" and not self.found.low[first - 1].endswith(("one", "body"))
            if not (is_title or of_office):
                break  # "someone Mr. Reyl"
            first -= 1
        return first

    def _ends_sentence(self, at: int) -> bool:
        """Whether a full stop behind a name that is no initial or title parts two sentences: "the Senate. Mr. Reyl"."""
        stop = self.body[self.found.ends[at] : self.found.starts[at + 1]].startswith(".")
        return stop and self.found.kinds[at] != "T" and self.found.ends[at] - self.found.starts[at] > 1

    def countries(self) -> Iterator[Label]:
        """Countries, parties and organisations that act: not adjectives, and not places ("in Moscow")."""
        for first, naming in self.named.items():
            if self._acts(first, naming):
                term = naming.term
                is_itself = term.how == "body"  # a ministry is not the whole country
                why = voices.BY_NAME if is_itself else naming.why.lstrip("; ") or voices.BY_NAME
                yield self._label(first, naming.after, GROUP, term.text if is_itself else term.name, "name", why)

    def _acts(self, first: int, naming: Naming) -> bool:
        """Whether the country or party named at token `first` stands for those who act."""
        found, term, after = self.found, naming.term, naming.after
        if term.how not in NOUNS or found.kinds[after] in "TNwogr-(" or self._in_person(first):
            return False
        if term.kind == "country":
            return found.kinds[self._before(first)] not in "it" or term.how in ("body", "seat")
        return term.kind != "party" or term.text.endswith("s") or "Party" in term.text

    def words(self) -> Iterator[Label]:
        """Words for people and for what happened, in marks or not."""
        for hit in terms.find(self.body, LEXICON):
            if self.found.kinds[hit.after] in "grodT":
                continue  # government officials
            first = self._adjectives(hit.first)
            after = self._place_behind(hit.after) if hit.row["kind"] == EVENT else hit.after
            place = self._country(hit.after, after) or self._country(first, hit.first)
            family, kind = hit.row["class"], hit.row["kind"]
            yield self._label(first, after, kind, family, "word", f"a word for {family}", place)
        yield from self._in_marks()

    def _in_marks(self) -> Iterator[Label]:
        """A word of a family alone between quotation marks, or with adjectives: their so-called “operation”."""
        rows = lexicons.terms(LEXICON)
        for stretch in self.found.stretches.values():
            text = self.body[stretch.start : stretch.end].strip(" .,;")
            split = text.lower().split()
            row = rows.get(split[-1]) if 0 < len(split) <= ADJECTIVES else None
            if row is not None:
                start, family = stretch.start, row["class"]
                why = f"a word for {family}, in quotation marks"
                yield Label(start, start + len(text), f"“{text}”", row["kind"], family, "word", why)

    def _label(self, first: int, after: int, kind: str, actor: str, form: str, why: str, place: str = "") -> Label:
        first = min(self._first(first), after - 1)
        start, end = self.found.starts[first], self.found.ends[after - 1]
        return Label(start, end, " ".join(self.body[start:end].split()), kind, actor, form, why, place)

    def _first(self, first: int) -> int:
        """Token `first` without the article or possessor before a noun phrase."""
        return first + 1 if self.found.kinds[first] == "D" else first

    def _before(self, first: int) -> int:
        """The token before a noun phrase and its article."""
        return first - 2 if self.found.kinds[first - 1] == "D" else first - 1

    def _behind(self, mention: Mention, voice: Voice) -> Iterator[Label]:
        """What an apposition says of a person: ", a former spy,"."""
        kinds = self.found.kinds
        match = affiliations.APPOSITION.match(kinds, mention.after)
        if match is None or kinds[match.end()] not in ",.|H-":
            return  # ", the White House said"
        first, after = match.span(1)
        head = next((at for at in range(first, after) if kinds[at] in "Fit"), after) - 1
        describes = self.found.low[first] in ("a", "an") or kinds[head] in "Tr"
        if kinds[first] == "D" and describes and after - first <= LONGEST and not self._in_person(head):
            yield self._label(first, after, PERSON, voice.name, "apposition", "stands behind the name")

    def _in_person(self, at: int) -> bool:
        """Whether token `at` is part of a person’s name or title."""
        for first in range(max(0, at - LONGEST), at + 1):
            index = self.known.starting.get(first)
            if index is not None and self.known.mentions[index].after > at:
                voice = self.known.voice_of.get(index)
                if voice is not None and is_person(self.known.voices[voice]):
                    return True
        return False

    def _adjectives(self, first: int) -> int:
        """Where the noun phrase begins whose noun stands at token `first`."""
        kinds, low, start = self.found.kinds, self.found.low, first
        while first - start < ADJECTIVES and kinds[start - 1] in "aNTorgdw#S":
            if kinds[start - 1] == "w" and passives.is_participle(low[start - 1]) and kinds[start - 2] not in "DRa":
                break  # "the episode merited investigation"
            start -= 1
        if kinds[start - 1] not in "D.|SFi":
            while start < first and kinds[start] in "w#":  # "condemns attacks": a verb may stand here
                start += 1
        while start < first and (kinds[start] == "S" or low[start].endswith("ing")):  # "giving immigrants"
            start += 1
        return start

    def _place_behind(self, after: int) -> int:
        """Where the phrase ends that tells the place or the one acted on: "of Ukraine"; `after` where none does."""
        kinds = self.found.kinds
        if self.found.low[after] not in LINKS:
            return after
        end = after + 1 + (kinds[after + 1] == "D")
        start = end
        while end - start < PLACE and kinds[end] in "aN":
            end += 1
        is_place = "N" in kinds[start:end] and kinds[end] not in "Trog"  # "meeting of Russian ministers"
        return end if is_place else after

    def _country(self, first: int, after: int) -> str:
        """The country named by tokens `first` up to `after`, by a name or an adjective, or ""."""
        named = (self.named.get(at) for at in range(first, after))
        return next((one.term.name for one in named if one is not None), "")


@cache
def _known_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Titles and roles; roles and parties, which name nobody alone; given names. All in lower case."""
    classes = lexicons.classes("names")
    given = classes["given name of women"] | classes["given name of men"]
    return (
        classes["title"] | classes["role"],
        classes["role"] | classes["party"],
        frozenset(name.lower() for name in given),
    )


def is_person(voice: Voice) -> bool:
    """Whether a voice is a person as far as its names and titles tell."""
    titles, nobody, given = _known_words()
    if voice.is_body or voice.words[-1] in nobody:
        return False
    has_given_name = len(voice.words) > 1 and voice.words[0] in given
    return voice.gender in ("m", "f") or has_given_name or not titles.isdisjoint(voice.roles)

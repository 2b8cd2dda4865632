"""Affiliations: for whom the voices of a body speak, as far as its words say so.

The words beside a voice are read: its title ("Russian Foreign Minister"), an apposition ("Soruma’s foreign minister"),
an "of" or "at", brackets ("(R-Ariz.)"), "who chairs the commission", or the voice itself ("the Kremlin"). A country
needs an office beside it: a Russian farmer comes from Russia and does not speak for it. Neither does a critic of it,
the opposition, or a former minister. Without words there is no affiliation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from analysis.text import affiliation_terms as terms
from analysis.text import bodies, names, quotations, tokens, voices
from analysis.text.affiliation_terms import Naming, Term, words_of
from analysis.text.names import Mention, Names
from analysis.text.tokens import Tokens

NOUNS = r"D?(?:[NTraowdg#S]|U(?=N)){1,10}"  # “opposition” before a name is read as a verb
BEFORE = re.compile(r"(?:[NTraowd#]|S(?=[awNTrod])){1,6}\Z")
APPOSITION = re.compile(rf",(?:#,)?({NOUNS}(?:[Fit]{NOUNS}){{0,3}})(?=[,.|HQV)\-(:])")
BODY = r"D?(?:[NTraowdg#S]|U(?=N)){0,9}[NTrogd]"
COMPLEMENT = re.compile(rf"([Fi]{BODY}(?:F{BODY}){{0,2}})")
BRACKETS = re.compile(r"\(([NTrwao]{1,5})[,)]")
RELATIVE = re.compile(rf",?H([VWUGwgra]i?{BODY}(?:[Fi]{BODY})?)")
PARTY = re.compile(r"[,(](w)")
PARTY_AND_STATE = re.compile(r"([A-Z])-[A-Z][a-z]+")
REACH = 7  # tokens that a title may stand before its mention
WHERE: Mapping[str, str] = {
    "self": "is the voice itself",
    "title": "stands before the name",
    "apposition": "says who the voice is",
    "description": "is how the text describes the voice",
    "of": "stands behind the voice",
    "brackets": "stands in brackets behind the name",
    "relative": "says what the voice does",
    "party": "stands behind the name",
}

ADJECTIVES = ("demonym", "stem")
OF_GOVERNMENT = ("seat", "body", "leader_office")  # ways of naming that need no office beside them
HINDRANCES = (  # class of words, what kind or naming of a side they hinder, and how that is told
    ("against", "any", "stands against that side"),
    ("no longer", "any", "says it is over"),
    ("for oneself", "party", "speaks for no side"),
    ("for oneself", "organisation", "speaks for no side"),
    ("not for the country", "country", "does not speak for the country"),
    ("of the city", "capital", "is of the city"),
)


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The voice `voice` belongs to the side `side`, because of the words `body[start:end]`."""

    voice: str  # as analysis.text.quotations and voices call it
    side: str  # id, as in data/affiliations.csv, or made from the name
    name: str  # of the side
    kind: str  # country, party, organisation
    start: int
    end: int
    speaks: bool  # False: the words tell where the voice comes from, or that it is against that side
    why: str  # one sentence


class Phrase(NamedTuple):
    """Tokens `first` up to, not including, `after` say who a voice is; `where` they stand."""

    first: int
    after: int
    where: str  # a key of WHERE


@lru_cache(maxsize=256)
def find(body: str, also: tuple[str, ...] = ()) -> tuple[Affiliation, ...]:
    """All affiliations of the voices of `body`, at most one for each voice and side, in order of their words.

    also: names of countries that other articles of the event gave away (analysis.text.affiliation_terms.learnt).
    """
    reader = _Reader(body, also)
    found: dict[tuple[str, str], Affiliation] = {}
    owned: list[tuple[str, Phrase, str]] = []
    for voice, phrases in reader.phrases():
        for phrase in phrases:
            for one in reader.read(voice, phrase):
                known = found.get((voice, one.side))
                if known is None or (one.speaks and not known.speaks):
                    found[voice, one.side] = one
            owner = reader.owner(phrase)
            if owner and owner != voice:
                owned.append((voice, phrase, owner))
    for voice, phrase, owner in owned:
        for one in [one for one in found.values() if one.voice == owner and one.speaks]:
            found.setdefault((voice, one.side), reader.inherited(voice, phrase, one))
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end, one.voice)))


class _Reader:
    """Reads the words beside every voice of one body."""

    def __init__(self, body: str, also: tuple[str, ...]) -> None:
        self.body = body
        self.found: Tokens = tokens.find(body)
        self.known: Names = names.find(body)
        self.named: Mapping[int, Naming] = terms.find(body, also)
        self.bodies = bodies.Bodies(body, self.named)
        self.speakers = {quotation.speaker for quotation in quotations.find(body)}

    def phrases(self) -> Iterator[tuple[str, list[Phrase]]]:
        """Every voice with the phrases that say who it is."""
        standing = voices.find(self.body)
        for index, mention in enumerate(self.known.mentions):
            if mention.kind == "pronoun":
                continue
            voice = standing.voice_of.get(index)
            if voice is not None:
                record = self.known.voices[voice]
                own = self.found.low[mention.name_first : mention.after]
                if not (record.is_body and 0 < len(own) < len(record.words)):  # “Washington” for the Washington Post
                    whole = record.is_body or len(record.words) == 1 or not own
                    yield record.name, self._around(mention, whole=whole)
            else:
                name = voices.description(self.body, index)
                if name in self.speakers:
                    yield name, self._around(mention, whole=True)

    def _around(self, mention: Mention, whole: bool) -> list[Phrase]:
        """The phrases in and beside a mention; a person’s own name (`whole` False) is not read."""
        kinds, after = self.found.kinds, mention.after
        first = self._title_start(mention)
        has_name = mention.name_first < after
        where = "self" if has_name and whole else "title" if has_name else "description"
        around = [Phrase(first, after if whole else mention.name_first, where)]
        if has_name and not whole and self._office_opens_name(mention):
            around.append(Phrase(mention.name_first, mention.name_first + 1, "title"))
        earlier = self.known.ending.get(mention.first - 1) if kinds[mention.first - 1] == "," else None
        if has_name and earlier is not None and self.known.mentions[earlier].kind == "role":
            around.append(Phrase(self.known.mentions[earlier].first, mention.first - 1, "apposition"))
        apposition = APPOSITION.match(kinds, after)
        if apposition and self._is_apposition(*apposition.span(1), plural=mention.plural):
            around.append(Phrase(*apposition.span(1), "apposition"))
        complement = COMPLEMENT.match(kinds, after)
        if complement and (not has_name or self.found.low[after] in ("of", "from")):
            around.append(Phrase(mention.first if not has_name else after, complement.end(), "of"))
        for pattern, name in ((BRACKETS, "brackets"), (RELATIVE, "relative"), (PARTY, "party")):
            match = pattern.match(kinds, after)
            if match and (name != "relative" or self.found.low[match.start(1)] in words_of("leads")):
                around.append(Phrase(*match.span(1), name))
        return around

    def _title_start(self, mention: Mention) -> int:
        """Where the words before a mention begin that belong to it: its own first token if they name no side."""
        kinds, named = self.found.kinds, self.named
        before = BEFORE.search(kinds, max(0, mention.first - REACH), mention.first)
        if before is None or kinds[mention.first] == "D":
            return mention.first
        for index in range(before.start(), mention.first):
            naming = named.get(index)
            if naming is not None and (
                kinds[naming.after] == "S"
                or naming.after == mention.first
                or naming.term.how in (*ADJECTIVES, "abbreviation")
            ):
                return before.start()
        return mention.first

    def _office_opens_name(self, mention: Mention) -> bool:
        naming = self.named.get(mention.name_first)
        return naming is not None and naming.term.how == "leader_office"

    def _is_apposition(self, first: int, after: int, plural: bool) -> bool:
        """Whether tokens after a comma say who somebody is: they end in an office, not in another name."""
        head = next((index for index in range(first, after) if self.found.kinds[index] in "Fit"), after) - 1
        kind = self.found.kinds[head]
        if kind == "w":
            return self.found.kinds[first] == "D" or "S" in self.found.kinds[first:head]
        return kind in "Tro" or (kind == "g" and plural) or self.found.low[head] in words_of("speaks for a country")

    def read(self, voice: str, phrase: Phrase) -> Iterator[Affiliation]:
        """The affiliations that one phrase states."""
        if phrase.where == "party":
            yield from self._party(voice, phrase)
            return
        taken = False
        for index in range(phrase.first, phrase.after):
            naming = self.named.get(index)
            if naming is None or naming.after > phrase.after or not self._is_linked(phrase, naming):
                continue
            taken = True
            speaks, note = self._stance(phrase, naming)
            yield self._affiliation(voice, phrase, naming.after, naming.term, speaks, f"{naming.why}{note}")
        named = self._organisation(voice, phrase) if not (taken and phrase.where == "self") else None
        if named is not None:
            term = _organisation_term(named.name)
            speaks, note = self._stance(phrase, Naming(phrase.first, named.after, term))
            yield self._affiliation(voice, phrase, named.after, term, speaks, f"{named.note}{note}")

    def _party(self, voice: str, phrase: Phrase) -> Iterator[Affiliation]:
        """The affiliation that "R-Ariz." states."""
        letter = PARTY_AND_STATE.match(self.body, self.found.starts[phrase.first])
        term = terms.party_by_letter(letter.group(1)) if letter else None
        if term is not None:
            yield self._affiliation(voice, phrase, phrase.after, term, True, f"; its letter stands for the {term.name}")

    def _affiliation(self, voice: str, phrase: Phrase, after: int, term: Term, speaks: bool, note: str) -> Affiliation:
        first = phrase.first + (self.found.kinds[phrase.first] == "D" and phrase.first + 1 < after)
        last = phrase.after - 1
        while last >= after and self.found.kinds[last] in "S,":
            last -= 1
        start, end = self.found.starts[first], self.found.ends[last]
        why = f"“{self.body[start:end]}” {WHERE[phrase.where]}{note}."
        return Affiliation(voice, term.side, term.name, term.kind, start, end, speaks, why)

    def _is_linked(self, phrase: Phrase, naming: Naming) -> bool:
        """Whether the naming belongs to the voice: not "a Russia expert", not "Workers of America"."""
        low, kinds = self.found.low, self.found.kinds
        following = low[naming.after : min(naming.after + 3, phrase.after)]
        is_noun = naming.term.how not in ADJECTIVES and naming.term.kind == "country"
        if is_noun and kinds[naming.after] != "S" and not words_of("studies it").isdisjoint(following):
            return False
        links = [index for index in range(phrase.first, naming.first) if kinds[index] in "Fit"]
        if not links or links[-1] == phrase.first:
            return not links or kinds[phrase.first] != "i" or low[phrase.first] in words_of("link")
        link, before = links[-1], low[phrase.first : links[-1]]
        if kinds[link] == "t":
            return not words_of("serves").isdisjoint(before)  # an aide to, but no ambassador to
        if low[link] == "in":
            return phrase.where == "of" and len(links) == 1  # “of the Basin Institute in Germany”: only its place
        if kinds[link] == "F" and is_noun and self.body[self.found.starts[link - 1]].isupper():
            return not (words_of("state body") | words_of("speaks for a country")).isdisjoint(before)
        return kinds[link] == "F" or low[link] in words_of("link")

    def _stance(self, phrase: Phrase, naming: Naming) -> tuple[bool, str]:
        """(whether the phrase speaks for the side it names, why not)."""
        said = self.found.low[phrase.first : phrase.after]
        applies = {"any", naming.term.kind, naming.term.how}
        for word_class, to, note in HINDRANCES:
            word = next((word for word in said if word in words_of(word_class)), "") if to in applies else ""
            if word:
                return False, f", but “{word}” {note}"
        if naming.term.kind != "country" or naming.term.how in OF_GOVERNMENT or self._is_whole(phrase, naming):
            return True, ""
        if not words_of("speaks for a country").isdisjoint(said):
            return True, ""
        return False, "; that is where the voice comes from, and no office"

    def _is_whole(self, phrase: Phrase, naming: Naming) -> bool:
        """Whether the voice is the country itself: "Russia", "the United States", but not "American"."""
        return (
            phrase.where == "self"
            and naming.term.how not in ADJECTIVES
            and phrase.after == naming.after
            and all(self.found.kinds[index] == "D" for index in range(phrase.first, naming.first))
        )

    def _organisation(self, voice: str, phrase: Phrase) -> bodies.Named | None:
        """The body by name in a phrase, as "Institute for Basin Science"."""
        if phrase.where == "self" and voice not in self.speakers:
            return None
        for index in range(phrase.first, phrase.after):
            named = self.bodies.named(index)
            if named is not None and named.after <= phrase.after:
                return named
        name = self.bodies.by_word(self.found.low[phrase.after - 1]) if phrase.where == "relative" else ""
        return bodies.Named(name, phrase.after) if name else None

    def owner(self, phrase: Phrase) -> str:
        """The person whose office or ministry a voice is: Radko Teluvar for "Teluvar’s ministry"; "" for nobody."""
        low = self.found.low[phrase.first : phrase.after]
        if phrase.where not in ("description", "of", "title", "apposition") or words_of("serves").isdisjoint(low):
            return ""
        if not words_of("against").isdisjoint(low) or not words_of("no longer").isdisjoint(low):
            return ""
        for index in range(phrase.first, phrase.after):
            position = self.known.ending.get(index) if self.found.kinds[index] == "S" else None
            if low[index - phrase.first] in ("for", "to"):
                position = self.known.starting.get(index + 1)
            voice = self.known.voice_of.get(position) if position is not None else None
            if voice is not None and terms.is_person(self.body, self.known.voices[voice].words):
                return self.known.voices[voice].name
        return ""

    def inherited(self, voice: str, phrase: Phrase, of: Affiliation) -> Affiliation:
        """The affiliation of `voice` that it has from the person it works for."""
        start, end = self.found.starts[phrase.first], self.found.ends[phrase.after - 1]
        why = f"“{self.body[start:end]}” belongs to {of.voice}, who speaks for {of.name}."
        return replace(of, voice=voice, start=start, end=end, why=why)


def _organisation_term(name: str) -> Term:
    words: Sequence[str] = name.lower().replace("’", "").replace("'", "").split()
    return Term("-".join(words), name, "organisation", name, "name", tuple(words))

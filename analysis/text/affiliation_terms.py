"""Terms of affiliation: the countries, parties and organisations that a body names, and how it names them.

Known ones stand in data/affiliations.csv with their demonyms, capitals, seats of government and bodies. Others are
learnt from the body: who has a "foreign minister" or an "army" ("Veldania’s water minister") is a country, the
adjective of a country shares its stem ("Veldanian"), and a name beside "the Veldanian capital" is that capital.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import names, tokens
from analysis.text.tokens import Tokens

LEXICON = "affiliations"
REASONS: Mapping[str, str] = {
    "name": "; {term} is another name of {name}",
    "demonym": "; {term} is the adjective of {name}",
    "capital": "; {term} is the capital of {name}",
    "seat": "; {term} is the seat of government of {name}",
    "body": "; {term} is a body of {name}",
    "leader_office": "; {term} is an office of {name}",
    "abbreviation": "; {term} is short for {name}",
    "stem": "; {term} shares its stem with {name}",
}
MODIFIED = re.compile(r"N(?=[awNTo]{0,2}[oTrgw])")  # Veldanian water minister
POSSESSED = re.compile(r"(N{1,4})S(?=[awNTorg#]{1,5})")  # Veldania’s water minister
CAPITAL_AFTER = re.compile(r"(N{1,4}),D(?=[Nw][wa]|NS[wa])")  # Ostrel, the Veldanian capital
CAPITAL_BEFORE = re.compile(r"D(?=[Nw][wa])..,?(N{1,4})")  # the Veldanian capital, Ostrel
REACH = 5  # tokens between a country’s name and its minister
SHORTEST_STEM = 3
SURE_LENGTH = 6  # letters of an adjective that may stand for a country the body never names


@dataclass(frozen=True, slots=True)
class Term:
    """One way to name a side; `words` are its tokens in lower case with straight apostrophes."""

    side: str
    name: str
    kind: str  # country, party, organisation
    text: str
    how: str  # name, demonym, capital, seat, body, leader_office, abbreviation, stem
    words: tuple[str, ...]
    needs: frozenset[str] = frozenset()  # the term counts only beside one of these words in the body
    unless: frozenset[str] = frozenset()  # and beside none of these


class Naming(NamedTuple):
    """Tokens `first` up to, not including, `after` name a side by `term`."""

    first: int
    after: int
    term: Term

    @property
    def why(self) -> str:
        """What the term has to do with the side, to be added to a sentence; "" where the side is named in full."""
        if self.term.text == self.term.name:
            return ""
        return REASONS[self.term.how].format(term=self.term.text, name=self.term.name)


@cache
def words_of(word_class: str) -> frozenset[str]:
    """The lower-case terms of one class of the lexicon."""
    return frozenset(term.lower() for term in lexicons.classes(LEXICON)[word_class])


@lru_cache(maxsize=256)
def find(body: str, also: tuple[str, ...] = ()) -> Mapping[int, Naming]:
    """First token -> what is named there, longest terms first; `also` are countries learnt from other bodies."""
    found = tokens.find(body)
    vocabulary = frozenset(found.low)
    own = {term.words: term for term in _learnt_terms(found, (*learnt(body), *also))}
    starts = {words[0] for words in own}
    named: dict[int, Naming] = {}
    end = 0
    for index, low in enumerate(found.low):
        if index < end or not low:
            continue
        naming = _known_at(found, index, low, vocabulary)
        if naming is None and low in starts:
            naming = _learnt_at(found, index, own)
        if naming is not None:
            end = naming.after
            if naming.term.side:
                named[index] = naming
    return named


def party_by_letter(letter: str) -> Term | None:
    """The party behind the letter of "R-Ariz."."""
    return next((term for term in _by_first_word().get(letter.lower(), ()) if term.text == f"{letter}-"), None)


def is_person(body: str, words: tuple[str, ...]) -> bool:
    """Whether the last of `words` (lower case) is the last name of somebody in `body`."""
    return words[-1] in _last_names(body)


@lru_cache(maxsize=256)
def learnt(body: str) -> tuple[str, ...]:
    """The names of countries that data/affiliations.csv does not know and the words of `body` give away."""
    found = tokens.find(body)
    vocabulary, offices = frozenset(found.low), words_of("office of state")
    countries: dict[str, None] = {}
    for match in POSSESSED.finditer(found.kinds):
        first, after = match.span(1)
        if (
            _says(found, after + 1, offices)
            and not is_person(body, found.low[first:after])
            and _known_at(found, first, found.low[first], vocabulary) is None
        ):
            countries[found.text(first, after)] = None
    stems = _stems(found, countries, body)
    for match in MODIFIED.finditer(found.kinds):
        index = match.start()
        if _says(found, index + 1, offices) and _known_at(found, index, found.low[index], vocabulary) is None:
            country = _country_of(found.low[index], stems) or _sure_adjective(found, index, body)
            if country:
                countries[country] = None
    return tuple(countries)


def same_country(one: str, other: str) -> bool:
    """Whether `one` is the adjective of `other`: Veldanian, Veldania."""
    return bool(_country_of(one.lower(), {_stem(other.lower()): other})) and one != other


@cache
def _by_first_word() -> Mapping[str, tuple[Term, ...]]:
    """First word of a term -> the terms, longest first; those on no side ("Latin American") have the side ""."""
    found: dict[str, list[Term]] = {}
    for row in lexicons.rows("affiliations.csv"):
        term = Term(
            row["side_id"],
            row["name"],
            row["kind"],
            row["term"],
            row["term_kind"],
            _words(row["term"]),
            frozenset(row["needs"].split()),
            frozenset(row["unless"].split()),
        )
        found.setdefault(term.words[0], []).append(term)
    for text in lexicons.classes(LEXICON)["no side"]:
        words = _words(text)
        found.setdefault(words[0], []).append(Term("", "", "", text, "name", words))
    return {word: tuple(sorted(terms, key=lambda term: -len(term.words))) for word, terms in found.items()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(_straight(word.lower()) for word in tokens.TOKEN.findall(text))


def _straight(word: str) -> str:
    return word.replace("’", "'")


def _known_at(found: Tokens, index: int, low: str, vocabulary: frozenset[str]) -> Naming | None:
    """The longest term of the table at token `index`."""
    for term in _by_first_word().get(_straight(low), ()):
        after = index + len(term.words)
        if (
            tuple(map(_straight, found.low[index:after])) == term.words
            and _is_spelt(found, index, term)
            and not (term.needs and term.needs.isdisjoint(vocabulary))
            and term.unless.isdisjoint(vocabulary)
            and not term.text.endswith("-")
        ):
            return Naming(index, after, term)
    return None


def _is_spelt(found: Tokens, index: int, term: Term) -> bool:
    """Whether the text has the capital letters of the term: US is not us, Polish is not polish."""
    start = found.starts[index]
    if term.text.isupper():
        return found.body.startswith(term.text.split()[0].rstrip(",."), start)
    return not term.text[0].isupper() or found.body[start].isupper()


def _learnt_at(found: Tokens, index: int, own: Mapping[tuple[str, ...], Term]) -> Naming | None:
    if not found.body[found.starts[index]].isupper():
        return None
    for length in (4, 3, 2, 1):
        term = own.get(found.low[index : index + length])
        if term is not None:
            return Naming(index, index + length, term)
    return None


def _learnt_terms(found: Tokens, countries: tuple[str, ...]) -> Iterator[Term]:
    """The names of the learnt countries, their adjectives and their capitals in this body."""
    named = {country: _named(country) for country in dict.fromkeys(countries)}
    named = {
        country: term for country, term in named.items() if not any(same_country(country, other) for other in named)
    }
    yield from named.values()
    stems = {_stem(country.lower()): country for country in named}
    seen = set(named)
    for index, kind in enumerate(found.kinds):
        if kind not in "Nwa" or not found.body[found.starts[index]].isupper():
            continue
        text = found.text(index, index + 1)
        country = _country_of(found.low[index], stems) if text not in seen else ""
        if country:
            seen.add(text)
            yield replace(named[country], text=text, how="stem", words=(found.low[index],))
    for pattern in (CAPITAL_AFTER, CAPITAL_BEFORE):
        for match in pattern.finditer(found.kinds):
            around = found.low[match.start() : match.end() + 3]
            country = next((found_in for low in around if (found_in := _country_of(low, stems))), "")
            if "capital" in around and country:
                first, after = match.span(1)
                words = found.low[first:after]
                yield replace(named[country], text=found.text(first, after), how="capital", words=words)


def _named(country: str) -> Term:
    return Term("-".join(country.lower().split()), country, "country", country, "name", tuple(country.lower().split()))


def _says(found: Tokens, index: int, words: frozenset[str]) -> bool:
    """Whether one of `words` stands among the next tokens of the same noun phrase."""
    for at in range(index, min(index + REACH, len(found.low))):
        if found.kinds[at] not in "awNTorg#":
            return False
        if found.low[at] in words:
            return True
    return False


def _stem(low: str) -> str:
    return low.rstrip("aeiouy")


def _stems(found: Tokens, countries: Mapping[str, None], body: str) -> Mapping[str, str]:
    """Stem -> name, for the learnt countries and every other single name of the body that is no person."""
    stems: dict[str, str] = {}
    for voice in names.find(body).voices:
        if len(voice.words) == 1 and voice.words[0] not in _last_names(body) and len(_stem(voice.words[0])) > 2:
            stems[_stem(voice.words[0])] = voice.name
    stems.update((_stem(country.lower()), country) for country in countries)
    return stems


def _country_of(low: str, stems: Mapping[str, str]) -> str:
    """The name that the adjective `low` is made of: Veldania for Veldanian; "" where there is none."""
    endings = words_of("ending of peoples")
    for length in range(len(low) - 1, SHORTEST_STEM - 1, -1):
        name = stems.get(low[:length])
        if name is not None and low[length:] in endings:
            return name
    return ""


def _sure_adjective(found: Tokens, index: int, body: str) -> str:
    """The adjective itself, where its ending alone tells that it is one of a country the body never names."""
    low = found.low[index]
    if (
        len(low) >= SURE_LENGTH
        and low.endswith(tuple(words_of("sure ending of peoples")))
        and low not in words_of("no people")
        and not is_person(body, (low,))
    ):
        return found.text(index, index + 1)
    return ""


@lru_cache(maxsize=64)
def _last_names(body: str) -> frozenset[str]:
    titles = lexicons.classes("names")["title"]
    return frozenset(
        voice.words[-1]
        for voice in names.find(body).voices
        if not voice.is_body and (len(voice.words) > 1 or voice.gender in ("m", "f") or voice.roles & titles)
    )

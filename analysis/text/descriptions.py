"""Descriptions: "the Kremlin spokesman" stands for a named voice where the text gave that voice this office.

A voice has the words of its titles ("Kremlin Spokesman Dmitry Peskov") and of its appositions ("Peskov, the Kremlin
spokesman,"). A definite description is joined to a voice if its office is one of that voice's, if nothing in the
description is foreign to the voice, and if no other voice fits. data/lexicons/voices.csv says which words name the
same office; words that it does not list ("the candidate") stay descriptions.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from analysis import lexicons
from analysis.text import names, tokens
from analysis.text.names import Mention, Names
from analysis.text.tokens import Tokens

STEM = 5  # letters that "Russian" and "Russia" share
EMPTY = frozenset(["the", "'s", "’s", "a", "an"])


@cache
def _offices() -> Mapping[tuple[str, ...], str]:
    """The words of an office -> the office."""
    return {tuple(term.split()): row["class"] for term, row in lexicons.terms("voices").items()}


@lru_cache(maxsize=64)
def find(body: str) -> Mapping[int, int]:
    """Mention of a description -> the voice it stands for."""
    found, known = tokens.find(body), names.find(body)
    offices_of, words_of = _titles(found, known)
    by_office: dict[str, list[int]] = {}
    for voice, offices in offices_of.items():
        for office in offices:
            by_office.setdefault(office, []).append(voice)
    joined: dict[int, int] = {}
    for index, mention in enumerate(known.mentions):
        if mention.kind != "role" or found.low[mention.first] != "the" or found.kinds[mention.after] in "Fi(":
            continue
        description = found.low[mention.first : mention.after]
        office, rest = _office(description)
        if office:
            fits = [voice for voice in by_office.get(office, ()) if _all_known(rest, words_of[voice])]
            if len(fits) == 1:
                joined[index] = fits[0]
    return joined


def _titles(found: Tokens, known: Names) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """(voice -> its offices, voice -> the stems of all words of its titles)."""
    offices: dict[int, set[str]] = {}
    stems: dict[int, set[str]] = {}
    for index, voice in known.voice_of.items():
        mention = known.mentions[index]
        titles = [found.low[mention.first : mention.name_first]]
        apposition = _apposition(found, known, mention)
        if apposition is not None:
            titles.append(found.low[apposition.first : apposition.after])
        for title in titles:
            office, _ = _office(title)
            if office:
                offices.setdefault(voice, set()).add(office)
                stems.setdefault(voice, set()).update(word[:STEM] for word in title)
    return offices, stems


def _apposition(found: Tokens, known: Names, mention: Mention) -> Mention | None:
    """The role behind a name and a comma."""
    if found.kinds[mention.after] != ",":
        return None
    following = known.starting.get(mention.after + 1)
    role = known.mentions[following] if following is not None else None
    return role if role is not None and role.kind == "role" else None


def _office(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """(the office that `words` end in, the words before it); ("", ()) where they end in none."""
    for length in (3, 2, 1):
        office = _offices().get(words[-length:]) if len(words) >= length else None
        if office:
            return office, words[:-length]
    return "", ()


def _all_known(words: tuple[str, ...], stems: set[str]) -> bool:
    return all(word in EMPTY or word[:STEM] in stems for word in words)

"""Descriptions: "the Kremlin spokesman" stands for a named voice where the text gave that voice this office.

A voice has the words of its titles ("Kremlin Spokesman Dmitry Peskov") and of its appositions ("Peskov, the Kremlin
spokesman,"). A definite description is joined to a voice if its office is one of that voice's, if nothing in the
description is foreign to the voice, and if no other voice fits; else to the one indefinite description with the same
noun ("a Veldanian official … the official"). data/lexicons/voices.csv says which words name the same office, and
which ("the candidate") are too common to tell.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

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


class Described(NamedTuple):
    """What definite descriptions stand for."""

    voice_of: Mapping[int, int]  # mention -> voice
    earlier: Mapping[int, int]  # mention -> an earlier mention: "the official" -> "a Veldanian official"


@lru_cache(maxsize=64)
def find(body: str) -> Described:
    """What the descriptions of `body` stand for."""
    found, known = tokens.find(body), names.find(body)
    offices_of, words_of = titles_of(found, known)
    by_office: dict[str, list[int]] = {}
    for voice, offices in offices_of.items():
        for office in offices:
            by_office.setdefault(office, []).append(voice)
    voice_of: dict[int, int] = {}
    earlier: dict[int, int] = {}
    introduced: dict[str, int] = {}  # head of an indefinite description -> its mention; -1 where there are several
    for index, mention in enumerate(known.mentions):
        if mention.kind != "role":
            continue
        head = found.low[mention.head]
        if found.low[mention.first] in ("a", "an", "one"):
            introduced[head] = -1 if head in introduced else index
        elif found.low[mention.first] == "the":
            words = whole(found, mention)
            if not words:
                continue
            office, rest = office_of(words)
            fits = [voice for voice in by_office.get(office, ()) if all_known(rest, words_of[voice])]
            if len(fits) == 1:
                voice_of[index] = fits[0]
            elif not fits and not any(word not in EMPTY for word in rest) and introduced.get(head, -1) >= 0:
                earlier[index] = introduced[head]
    return Described(voice_of, earlier)


def whole(found: Tokens, mention: Mention) -> tuple[str, ...]:
    """The words of a description, with "of state" in "the head of state"; none where it goes on in another way."""
    words = found.low[mention.first : mention.after]
    if found.kinds[mention.after] not in "Fi(":
        return words
    longer = found.low[mention.first : mention.after + 2]
    return longer if longer[-3:] in _offices() else ()


def titles_of(found: Tokens, known: Names) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """(voice -> its offices, voice -> the stems of all words of its titles)."""
    offices: dict[int, set[str]] = {}
    stems: dict[int, set[str]] = {}
    for index, voice in known.voice_of.items():
        mention = known.mentions[index]
        # "Harbour spokesman Tomas Reyl" opens a sentence: its first word is no name, and still part of the title.
        before = mention.first - (found.kinds[mention.first - 1] in "wao")
        titles = [found.low[before : mention.name_first]]
        apposition = _apposition(found, known, mention)
        if apposition is not None:
            titles.append(found.low[apposition.first : apposition.after])
        for title in titles:
            office, _ = office_of(title)
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


def office_of(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """(the office or role that `words` end in, the words before it)."""
    for length in (3, 2):
        office = _offices().get(words[-length:]) if len(words) >= length else None
        if office:
            return office, words[:-length]
    if not words or words[-1] in lexicons.classes("voices")["nobody in particular"]:
        return "", words[:-1]
    return _offices().get(words[-1:], words[-1]), words[:-1]


def all_known(words: tuple[str, ...], stems: set[str]) -> bool:
    """Whether every word of a description has one of the `stems` of a voice’s titles, or is an article."""
    return all(word in EMPTY or word[:STEM] in stems for word in words)

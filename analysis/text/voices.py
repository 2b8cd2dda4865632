"""Voices: who a mention is, as fully as the text gives it.

A name stands for its fullest form (analysis.text.names), a pronoun for the voice it goes back to
(analysis.text.antecedents), a description ("the Kremlin spokesman") for the named voice that has this office
(analysis.text.descriptions). Every joining has a reason.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import antecedents, descriptions, names, ranking, tokens
from analysis.text.names import Names
from analysis.text.tokens import Tokens

LINKS = frozenset(["of", "for", "at", "from", "with", "inside", "behind"])
LINKS_TO_MENTIONS = LINKS | {"to", "in", "by"}  # "in a biscuit tin" tells nothing of who speaks
NEARNESS = frozenset(["close", "familiar", "briefed"])
NOUNS = r"D?[waNTrgod#]{0,3}[wNTrgod](?:S[waNTrgod]{0,2}[wNTrgod])?"
NOUN_PHRASE = re.compile(rf"{NOUNS}(?:F{NOUNS})?(?!S)")
BY_NAME = "the same name"
INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]*")  # a capital within a sentence


@dataclass(frozen=True, slots=True)
class Standing:
    """What the mentions without a name stand for."""

    of: Mapping[int, int]  # pronoun or repeated description -> the mention it stands for
    also: Mapping[int, int]  # "they" -> a second mention it stands for
    voice_of: Mapping[int, int]  # mention -> voice, names and descriptions
    why: Mapping[int, str]  # mention without a name -> why it stands for what it stands for


class Joined(NamedTuple):
    """One mention of a voice: `body[start:end]`, and why it is that voice."""

    start: int
    end: int
    why: str


@lru_cache(maxsize=64)
def find(body: str) -> Standing:
    """Whom the pronouns and descriptions of `body` stand for."""
    reader = antecedents.Reader(body)
    for _ in reader.read(ranking.load(antecedents.MODEL)):
        pass
    known, found = reader.known, reader.found
    described = descriptions.find(body)
    voice_of = {**known.voice_of, **described.voice_of}
    why = dict.fromkeys(described.voice_of, "the text gives this voice that office")
    why |= dict.fromkeys(described.earlier, "the same words before")
    of = {**described.earlier, **reader.antecedents}
    why |= reader.why
    also: dict[int, int] = {}
    for pronoun, antecedent in reader.antecedents.items():
        if known.mentions[pronoun].plural and known.mentions[antecedent].kind == "name":
            other = antecedents.partner(found, known, antecedent)
            if other >= 0:
                also[pronoun] = other
    return Standing(of, also, voice_of, why)


def mentions(body: str) -> Mapping[str, tuple[Joined, ...]]:
    """Every named voice of `body` -> its mentions in reading order, each with the reason why it was joined."""
    found, known, standing = tokens.find(body), names.find(body), find(body)
    joined: dict[str, list[Joined]] = {}
    for index, mention in enumerate(known.mentions):
        voice = standing.voice_of.get(standing.of.get(index, index))
        if voice is not None:
            where = Joined(found.starts[mention.first], found.ends[mention.after - 1], standing.why.get(index, BY_NAME))
            joined.setdefault(known.voices[voice].name, []).append(where)
    return {name: tuple(places) for name, places in joined.items()}


def name(body: str, mention: int, joint: int = -1) -> str:
    """Who is meant by `mention` (and by those from `joint` on, if it is one), as fully as the text gives it."""
    standing = find(body)
    if joint >= 0:
        others = ", ".join(name(body, other) for other in _chain(body, joint, mention))
        return f"{others} and {name(body, mention)}"
    antecedent = standing.of.get(mention, mention)
    antecedent = standing.of.get(antecedent, antecedent)  # "he" -> "the official" -> "a Veldanian official"
    voice = standing.voice_of.get(antecedent)
    full = names.find(body).voices[voice].name if voice is not None else description(body, antecedent)
    return f"{full} and {name(body, standing.also[mention])}" if mention in standing.also else full


def _chain(body: str, joint: int, mention: int) -> list[int]:
    """The joint mentions from `joint` up to, not including, `mention`."""
    known = names.find(body)
    found = [joint]
    while (following := known.starting.get(known.mentions[found[-1]].after + 1, mention)) < mention:
        found.append(following)
    return found


def description(body: str, mention: int) -> str:
    """The words of a description with the "of", "for" or "at" that belongs to it: "a spokesman for the campaign"."""
    found, known = tokens.find(body), names.find(body)
    local = known.mentions[mention]
    after = local.after
    if local.kind in ("role", "group", "document", "noun"):
        after = _complement(found, known, after)
    words = " ".join(found.text(local.first, after).split())
    kind, first = found.kinds[local.first], found.text(local.first, local.first + 1)
    keeps_capital = kind in "NT" or (kind != "D" and first in _proper(body))
    return words if keeps_capital else words[:1].lower() + words[1:]


@lru_cache(maxsize=64)
def _proper(body: str) -> frozenset[str]:
    """The words that have a capital letter of their own: Democrats, and Officials only where one is written so."""
    headline = body.find("\n") + 1  # which has capitals of its own
    return _always_proper().union(INSIDE.findall(body, headline))


@cache
def _always_proper() -> frozenset[str]:
    """Democrats, Russians."""
    demonyms = {row["term"] for row in lexicons.rows("affiliations.csv") if row["term_kind"] == "demonym"}
    return lexicons.classes("names")["always with a capital"] | demonyms


def _complement(found: Tokens, known: Names, after: int) -> int:
    """Where the description ends whose noun ends before token `after`: "a person close to the talks"."""
    is_near = found.low[after] in NEARNESS
    link = after + is_near
    if found.low[link] in LINKS or (is_near and found.kinds[link] in "it"):
        phrase = NOUN_PHRASE.match(found.kinds, link + 1)
        after = phrase.end() if phrase else after
    noun = known.starting.get(link + 1) if found.low[link] in LINKS_TO_MENTIONS else None
    return max(after, known.mentions[noun].after) if noun is not None else after


def span(body: str, mention: int, joint: int = -1) -> tuple[int, int]:
    """The offsets of a mention, from its joint partner on if it has one."""
    found, known = tokens.find(body), names.find(body)
    first = known.mentions[joint if joint >= 0 else mention].first
    return found.starts[first], found.ends[known.mentions[mention].after - 1]

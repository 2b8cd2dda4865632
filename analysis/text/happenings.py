"""Happenings: events told as nouns, "the killing of", "clashes erupted", with the agent where the text names one.

Two kinds, outside quotation marks. Noun of an act: a noun of data/lexicons/acts.csv with the preposition that marks the
one acted on ("the arrest of", "an attack on"). Event noun: a noun of data/lexicons/agentless.csv with a verb of
happening ("clashes broke out"). An agent is a possessor or a name before the noun ("the army’s killing of", "NATO
bombing of"), or stands behind "by" or "between".
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import passives, terms, tokens
from analysis.text.names import POSSESSORS
from analysis.text.tokens import Tokens

ACT, EVENT = "noun of an act", "event noun"
REACH = 8  # tokens between an event noun and its verb, and from there to "between"
BEFORE = 3  # adjectives that may stand between a possessor and the noun
PHRASE = frozenset("iDNTaorgdwM#FCSR")
OBJECT = frozenset("DNTaorgdwQpP#")


class Happening(NamedTuple):
    """Tokens `first` up to `after` tell an event as a noun; `agent` up to `agent_after` who did it (-1: nobody)."""

    first: int
    after: int
    kind: str  # ACT or EVENT
    agent: int
    agent_after: int


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Happening, ...]:
    """All happenings of `body`, in order."""
    found, places = tokens.find(body), terms.places(body)
    acts, events = _objects(), lexicons.classes("agentless")["event noun"]
    happenings = [one for noun, at in places.of(acts.keys()) for one in _act(found, at, acts[noun])]
    happenings += [one for _, at in places.of(events) for one in _event(found, at)]
    return tuple(sorted(happenings))


def owner(found: Tokens, noun: int) -> tuple[int, int]:
    """The tokens before the noun that tell whose act it is, or (-1, -1)."""
    at = noun - 1
    while found.kinds[at] in "waRV#" and noun - at <= BEFORE and not _tells_who(found, at):
        at -= 1
    if found.low[at] in POSSESSORS or _tells_who(found, at):
        return at, at + 1
    if found.kinds[at] != "S":
        return -1, -1
    first = at
    while at - first <= BEFORE and _is_owner(found, first - 1):
        first -= 1
    return first, at


def _is_owner(found: Tokens, at: int) -> bool:
    return found.kinds[at] in "NTrogwa" and not passives.is_participle(found.low[at])  # "ignored Congress’s demand"


def _tells_who(found: Tokens, at: int) -> bool:
    """Whether the word before a noun names an agent: NATO, police, rebel-led; not a place, as in Paris attack."""
    low = found.low[at]
    text = found.text(at, at + 1)
    return (
        found.kinds[at] in "og"
        or (len(low) > 1 and text.isupper())
        or text in _demonyms()
        or low.endswith(("-led", "-backed"))
    )


@cache
def _demonyms() -> frozenset[str]:
    rows = lexicons.rows("affiliations.csv")
    return frozenset(row["term"] for row in rows if row["term_kind"] == "demonym")


@cache
def _objects() -> Mapping[str, frozenset[str]]:
    """Noun of an act -> the prepositions that mark the one acted on."""
    return {
        noun: frozenset(row["object"].split())
        for row in lexicons.rows("lexicons/acts.csv")
        if row["object"]
        for noun in row["nouns"].split("|")
    }


def _act(found: Tokens, at: int, prepositions: frozenset[str]) -> Iterator[Happening]:
    """The noun of an act at token `at`, if the one acted on follows."""
    if found.low[at + 1] not in prepositions or found.kinds[at - 1] in "tPA" or found.kinds[at + 2] not in OBJECT:
        return
    agent = owner(found, at)
    if agent[0] < 0:
        agent = _behind_by(found, at + 2)
    first = at - 1 if found.kinds[at - 1] == "D" else at
    yield Happening(first, at + 2, ACT, *agent)


def _event(found: Tokens, at: int) -> Iterator[Happening]:
    """The event noun at token `at`, if it is what happened."""
    verbs = _verbs()
    for verb in range(at + 1, min(at + 1 + REACH, len(found.low))):
        length = next((size for size in (2, 1) if " ".join(found.low[verb : verb + size]) in verbs), 0)
        if length and found.kinds[verb - 1] != "C":
            agent = owner(found, at)
            if agent[0] < 0:
                agent = _between(found, at + 1, verb + length + REACH)
            yield Happening(at, verb + length, EVENT, *agent)
            return
        if found.kinds[verb] not in PHRASE and found.low[verb] not in lexicons.classes("agentless")["have"]:
            return


@cache
def _verbs() -> frozenset[str]:
    return lexicons.classes("agentless")["happening verb"]


def _behind_by(found: Tokens, start: int) -> tuple[int, int]:
    for at in range(start, min(start + passives.REACH, len(found.low))):
        if found.kinds[at] in passives.EDGE:
            break
        if found.low[at] == "by":
            return passives.by_agent(found, at)
    return -1, -1


def _between(found: Tokens, start: int, end: int) -> tuple[int, int]:
    """What stands behind "between" or "by" in the clause."""
    for at in range(start, min(end, len(found.low))):
        if found.kinds[at] in passives.EDGE:
            break
        if found.low[at] in ("between", "by"):
            return passives.by_agent(found, at)
    return -1, -1

"""Passives: "was arrested", "got hurt", with the agent behind "by" where the text names one.

Found by rules on tokens outside quotation marks: a finite form of be or get, up to three adverbs, and a participle
(-ed, or irregular). Infinitives ("to be built") and participles alone ("the men arrested on Monday") are no clauses of
their own and are left out; participles that only describe ("was interested") are in data/lexicons/agentless.csv.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import terms, tokens
from analysis.text.tokens import Tokens

LEXICON = "agentless"
ADVERBS = 3  # tokens that may stand between be and the participle
REACH = 14  # tokens from the participle to "by"
AGENT = 8  # tokens of an agent that are shown
SHORTEST = 4  # letters of a participle in -ed
NOUN_PHRASE = "DTNaorgdwS#R"
EDGE = frozenset(".|,;:?QXBH-()")  # kinds over which no agent is looked for


class Passive(NamedTuple):
    """Tokens `first` to `participle` are a passive; tokens `agent` up to `agent_after` its agent (-1: nobody named)."""

    first: int
    participle: int
    agent: int
    agent_after: int


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Passive, ...]:
    """All passives of `body` outside quotation marks, in order; "was seized and burnt" are two."""
    found = tokens.find(body)
    heads = [at for at, kind in enumerate(found.kinds) if kind == "b"]
    heads += [at for _, at in terms.places(body).of(words("get"))]
    passives: dict[int, Passive] = {}
    for at in sorted(heads):
        first = _clause(found, at)
        if first < 0:
            continue
        for number, participle in enumerate(_participles(found, at + 1)):
            begin = participle if number else first  # of "was seized and burnt" the second is "burnt"
            passives.setdefault(participle, Passive(begin, participle, *_agent(found, participle)))
    return tuple(passives[participle] for participle in sorted(passives))


def is_participle(low: str) -> bool:
    """Whether a word in small letters is a participle by its form."""
    if low in words("irregular participle"):
        return True
    if not low.endswith("ed") or len(low) < SHORTEST or low in words("no participle"):
        return False
    prefix, _, stem = low.rpartition("-")
    return (not prefix or prefix in words("prefix")) and (
        not stem.startswith("un") or stem in words("un- that is a verb")
    )


def by_agent(found: Tokens, at: int) -> tuple[int, int]:
    """The tokens of the agent behind "by" at token `at`, or (-1, -1): by Friday and by using are no agents."""
    after = at + 1
    while after - at <= AGENT and _goes_on(found, at + 1, after):
        after += 1
        if found.kinds[after - 1] in "QPp":
            break
    phrase, kinds = found.low[at + 1 : after], found.kinds[at + 1 : after]
    is_gerund = bool(phrase) and kinds[0] in "wG" and phrase[0].endswith("ing") and "-" not in phrase[0]
    if is_gerund or set(kinds) <= set("#R"):
        return -1, -1
    head = phrase[: kinds.index("F")] if "F" in kinds else (*phrase, found.low[after])
    is_agent = words("no agent").isdisjoint(head) and phrase[0] not in words("no agent alone")
    return (at + 1, after) if is_agent else (-1, -1)


def _goes_on(found: Tokens, first: int, at: int) -> bool:
    """Whether the noun phrase that began at token `first` goes on with token `at`."""
    kind = found.kinds[at]
    if kind == "F":
        return at > first and found.kinds[at + 1] in NOUN_PHRASE
    if at > first and kind == "w" and found.kinds[at - 1] in "NrgowT" and is_participle(found.low[at]):
        return False  # "rebels failed"
    if kind == "D" and at > first and found.kinds[at - 1] not in "FDR":
        return False  # by the campaign | the report
    if kind in "UW" and at > first:
        return found.kinds[at - 1] in "Da"  # commercial banks: a noun that could be a verb
    return kind in NOUN_PHRASE or (at == first and kind in "QPp")


@cache
def words(word_class: str) -> frozenset[str]:
    """The words of one class of the lexicon, with straight and curly apostrophes."""
    listed = lexicons.classes(LEXICON)[word_class]
    return listed | {word.replace("'", "’") for word in listed}


def _clause(found: Tokens, at: int) -> int:
    """The first token of the finite verb that the be or get at token `at` belongs to, or -1."""
    low, before = found.low[at], at - 1
    while before > 0 and found.kinds[before] == "R" and at - before <= ADVERBS:
        before -= 1
    helper = found.low[before]
    if low in ("been", "gotten"):
        has_have = helper in words("have") or helper.endswith(tuple(words("have, shortened")))
        return _perfect(found, before) if has_have else -1
    if low == "be":
        return before if helper in words("modal") or helper.endswith(tuple(words("modal, shortened"))) else -1
    if low in ("being", "getting"):  # "is being built" is found from its "is"
        return before if low == "getting" and found.kinds[before] == "b" else -1
    if low == "get":
        return at if found.kinds[before] in "PN" else before if helper in words("modal") else -1
    if low == "got" and helper in words("have"):
        return -1
    return at if found.low[at - 1] != "there" else -1


def _perfect(found: Tokens, have: int) -> int:
    """The first token of "has been", "would have been"; -1 for "to have been"."""
    before = have - 1
    while before > 0 and found.kinds[before] == "R":
        before -= 1
    if found.kinds[before] == "t":
        return -1
    return before if found.low[before] in words("modal") else have


def _participles(found: Tokens, at: int) -> Iterator[int]:
    """The participle behind a be, and those joined to it by "and" or "or"."""
    start = at
    while at - start < ADVERBS and (found.kinds[at] == "R" or found.low[at] in ("being", "both", "all")):
        at += 1
    while is_participle(found.low[at]) and not _only_describes(found, at):
        yield at
        at += 1
        if found.kinds[at] != "C":
            return
        at += 1
        if found.kinds[at] == "R":
            at += 1


def _only_describes(found: Tokens, at: int) -> bool:
    """Whether the participle is an adjective here: concerned about, set to."""
    if found.low[at - 1] in words("degree"):
        return True  # too principled
    row = _adjectives().get(found.low[at])
    if row is None:
        return False
    condition = terms.condition(row["next"])
    return condition is None or condition.fits(found, at + 1)


@cache
def _adjectives() -> dict[str, lexicons.Row]:
    rows = lexicons.rows(f"lexicons/{LEXICON}.csv")
    return {row["term"]: row for row in rows if row["class"] == "adjective"}


def _agent(found: Tokens, participle: int) -> tuple[int, int]:
    """The agent of the passive whose participle this is, in the rest of its clause."""
    for at in range(participle + 1, min(participle + REACH, len(found.low))):
        if found.kinds[at] in EDGE:
            break
        if found.low[at] == "by":
            owner = at - 1  # "found in a house owned by" is the owner's agent
            if owner != participle and is_participle(found.low[owner]) and found.kinds[owner - 1] != "C":
                break
            agent = by_agent(found, at)
            if agent[0] >= 0:
                return agent
    return -1, -1

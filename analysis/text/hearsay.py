"""Hearsay: where a text reports without an agent, at second hand, or tells why a source has no name.

Four kinds of places: "agentless" (reportedly; it was reported), "second hand" (citing sources; the sources told the
Post), "anonymity explained" (because he was not authorised to speak) and "anonymity unexplained" (on condition of
anonymity, and no reason).
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import cues, names, quotations, sources, tokens
from analysis.text.tokens import Tokens

CLASSES = ("agentless word", "anonymity", "reason", "reason alone", "citing")
KINDS = ("agentless", "second hand", "anonymity explained", "anonymity unexplained")
CITED_WITHIN = 6  # tokens from "citing" to the sources
REASON_WITHIN = 14  # tokens from "anonymity" to the reason


class Place(NamedTuple):
    """`body[start:end]` is hearsay of one of KINDS; `why` is a clause for a reader."""

    start: int
    end: int
    kind: str
    why: str


class _Phrase(NamedTuple):
    first: int
    after: int
    kind: str  # its class in the lexicon


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (words, class) of the phrases that begin with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in CLASSES:
        for term in lexicons.classes("sourcing")[kind]:
            words = tuple(term.split())
            found.setdefault(words[0], []).append((words, kind))
    return {word: tuple(sorted(phrases, key=lambda one: -len(one[0]))) for word, phrases in found.items()}


@lru_cache(maxsize=64)
def find(body: str, outlet: str = "") -> tuple[Place, ...]:
    """The hearsay of `body`, in order. What somebody told to `outlet` itself is not second hand."""
    found = tokens.find(body)
    phrases = list(_read(found))
    places = [*_agentless(body, found, phrases), *_anonymity(found, phrases)]
    places += [*_cited(body, found, phrases), *_told_to_others(body, found, outlet)]
    return tuple(sorted(places))


def _read(found: Tokens) -> Iterator[_Phrase]:
    """The phrases of the lexicon outside quotation marks, in order."""
    phrases, low = _phrases(), found.low
    for at in [at for at, word in enumerate(low) if word in phrases]:
        for words, kind in phrases[low[at]]:
            if low[at : at + len(words)] == words:
                yield _Phrase(at, at + len(words), kind)
                break


def _place(found: Tokens, first: int, after: int, kind: str, why: str) -> Place:
    return Place(found.starts[first], found.ends[after - 1], kind, why)


def _agentless(body: str, found: Tokens, phrases: list[_Phrase]) -> Iterator[Place]:
    """Words and passive verbs that report without anybody who says it; those of a quotation count there."""
    quoted = {quotation.cue_start for quotation in quotations.find(body)}
    for phrase in phrases:
        if phrase.kind == "agentless word":
            yield _place(found, phrase.first, phrase.after, "agentless", "the text does not tell who reports this")
    for cue in cues.find(body):
        if found.starts[cue.first] not in quoted and sources.is_agentless(found, cue):
            yield _place(found, cue.first, cue.after, "agentless", "the verb has nobody who says it")


def _anonymity(found: Tokens, phrases: list[_Phrase]) -> Iterator[Place]:
    """Where a source is said to have no name, one place a sentence, and whether a reason is given."""
    told: dict[int, _Phrase] = {}  # sentence -> the phrase that says there is no name
    reasons: dict[int, _Phrase] = {}
    for phrase in phrases:
        sentence, is_reason = found.sentence[phrase.first], False
        if phrase.kind == "anonymity":
            told.setdefault(sentence, phrase)
        elif phrase.kind == "reason alone":
            is_reason = _is_denied(found, phrase)
        else:
            before = told.get(sentence) if phrase.kind == "reason" else None
            is_reason = before is not None and phrase.first - before.after < REASON_WITHIN
        if is_reason:
            reasons.setdefault(sentence, phrase)
    for sentence in sorted({*told, *reasons}):
        first, last = told.get(sentence), reasons.get(sentence)
        if last is None and first is not None:
            yield _place(found, first.first, first.after, "anonymity unexplained", "no reason is given")
        elif last is not None:
            ends = [last] if first is None else [first, last]
            start, after = min(end.first for end in ends), max(end.after for end in ends)
            yield _place(found, start, after, "anonymity explained", "a reason is given why the source has no name")


def _is_denied(found: Tokens, phrase: _Phrase) -> bool:
    """Whether "authorised to speak" stands behind "not"."""
    before = found.low[max(0, phrase.first - 2) : phrase.first + 1]
    return any(
        word in ("not", "never") or word.endswith(("n't", "n’t")) or word.startswith("unauth") for word in before
    )


def _cited(body: str, found: Tokens, phrases: list[_Phrase]) -> Iterator[Place]:
    """Sources without a name whom somebody else cites."""
    known = names.find(body)
    unnamed = lexicons.classes("sourcing")["anonymous"]
    for phrase in phrases:
        if phrase.kind != "citing":
            continue
        for at in range(phrase.after, min(phrase.after + CITED_WITHIN, len(found.kinds))):
            mention = known.mentions[known.starting[at]] if at in known.starting else None
            if found.kinds[at] in ".|,Q":
                break
            if mention is not None and mention.kind in ("role", "group") and found.low[mention.head] in unnamed:
                yield _place(
                    found, phrase.first, mention.after, "second hand", "somebody else’s unnamed source is cited"
                )
                break


def _told_to_others(body: str, found: Tokens, outlet: str) -> Iterator[Place]:
    """Sources without a name who spoke to another outlet."""
    known = names.find(body)
    own = {word.lower() for word in outlet.split()}
    cue_at = {found.starts[cue.first]: cue for cue in cues.find(body) if cue.verb == "tell"}
    seen = set()
    for quotation, source in zip(quotations.find(body), sources.find(body), strict=True):
        cue = cue_at.get(-1 if quotation.cue_start is None else quotation.cue_start)
        if cue is None or cue.first in seen or source.kind != "anonymous" or cue.after not in known.starting:
            continue
        seen.add(cue.first)
        listener = known.mentions[known.starting[cue.after]]
        if listener.kind == "name" and found.low[listener.head] not in own:
            start = min(found.starts[cue.first], quotation.speaker_start or found.starts[cue.first])
            end = found.ends[listener.after - 1]
            yield Place(start, end, "second hand", "the unnamed source spoke to somebody else")

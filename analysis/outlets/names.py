"""Names of registered outlets in running text, and the words around them that make a name a source.

A bare mention is no source: "the ban on Fox News" names an actor. A name counts where a cue stands beside it
("TASS reported", "told Reuters", "on Rossiya-1 TV channel", "MOSCOW (AP) —"). Linear in the length of the text.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.outlets.registry import TOKEN, Alias, Key, fold, load

JOINTS = frozenset([" ", "-", ".", "’", "'", "/", ":", "\u00a0", "‑"])  # what may stand between two tokens of a name
REACH = 60  # characters beside a name in which its cue must stand
DATELINE = re.compile(r"(?:^|\n)[^\n]{0,40}[(/] ?\Z")
AFTER_DATELINE = re.compile(r"(?:/[^\n/()]{1,20})? ?[)/](?:\s*[-–—:.]|\s+[A-Z“\"])")
SLASHED = re.compile(r" ?/(?=[\s.]|\Z)")
LOWER_START = re.compile(r"[a-zà-ÿ]")


class Named(NamedTuple):
    """`body[start:end]` is a name of every alias in `aliases`; more than one outlet means a clash."""

    start: int
    end: int
    aliases: tuple[Alias, ...]


class Cue(NamedTuple):
    """Why a name in running text is a source: `role` credited or upstream, `how` one clause."""

    role: str
    how: str


def find(body: str) -> Iterator[Named]:
    """Every name of a registered outlet in `body`, longest first at each place, in order and not overlapping."""
    registry = load()
    done = 0
    for token in _first_token().finditer(body):
        if token.start() < done:
            continue
        for name in _beginning_with(token.group()):
            end = _end(body, token, name)
            if end and (aliases := _as_written(body, token.start(), end, registry.names[name])):
                yield Named(token.start(), end, aliases)
                done = end
                break


def cue(body: str, named: Named) -> Cue | None:
    """What makes the name at `named` a source, or None."""
    strong = any(alias.strength == "strong" for alias in named.aliases)
    before = body[max(0, named.start - REACH) : named.start]
    after = body[named.end : named.end + REACH]
    mark = before.rstrip(" ")[-1:]
    if mark in ("(", "/") and DATELINE.search(before) and AFTER_DATELINE.match(after):
        return Cue("credited", "agency named in the dateline")
    if mark == "/" and SLASHED.match(after):
        return Cue("credited", "agency mark between slashes")
    if match := _patterns().after.match(after):
        verb = " ".join(match.group("cue").split())
        if strong or fold(verb) in _terms("report_verb"):
            return Cue("upstream", f"named before “{verb}”")
    if match := _patterns().before.search(before):
        return Cue("upstream", f"named after “{' '.join(match.group('cue').split())}”")
    if strong and _patterns().carrier_before.search(before) and _patterns().carrier_after.match(after):
        return Cue("upstream", "named as the channel that carried it")
    return None


@lru_cache(maxsize=65536)
def _beginning_with(token: str) -> tuple[Key, ...]:
    """The names that begin with `token`, longest first."""
    return tuple(load().firsts.get(fold(token), ()))


def _end(body: str, token: re.Match[str], name: Key) -> int:
    """Where `name` ends if it begins at `token`; 0 where the words that follow are not its words."""
    end = token.end()
    if len(name) > 1 and body[end : end + 1] not in JOINTS:
        return 0
    for expected in name[1:]:
        following = TOKEN.match(body, end + 1)
        if following is None or body[end] not in JOINTS or fold(following.group()) != expected:
            return 0
        end = following.end()
    return end if len(name) > 1 or fold(token.group()) == name[0] else 0


def _as_written(body: str, start: int, end: int, aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """The aliases that `body[start:end]` may stand for.

    A weak name keeps its capitals and its article: "The Sun" is no "sun" and no "Sun".
    """
    found = body[start:end]
    article = body[max(0, start - 4) : start].lower() == "the "
    return tuple(
        alias
        for alias in aliases
        if (found[0].isupper() or not alias.alias[0].isupper())
        and (
            alias.strength == "strong"
            or found == alias.alias
            or (article and alias.alias.lower().startswith("the ") and found == alias.alias[4:])
        )
    )


@cache
def _first_token() -> re.Pattern[str]:
    """A token that can begin a name: capital or digit first, or one of the names written in small letters."""
    small = {
        token.group()
        for aliases in load().names.values()
        for alias in aliases
        if LOWER_START.match(alias.alias) and (token := TOKEN.match(alias.alias))
    }
    written = "|".join(sorted(map(re.escape, small), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:[^\W_a-z]\w*|(?:{written})(?!\w))")


class Patterns(NamedTuple):
    """What may stand beside a name, as patterns on at most REACH characters."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    carrier_before: re.Pattern[str]
    carrier_after: re.Pattern[str]


@cache
def _patterns() -> Patterns:
    descriptor = _either("descriptor")
    described = rf"(?:(?:{descriptor})\s+){{0,6}}"
    return Patterns(
        after=re.compile(
            rf"(?:[’']s)?(?:\s*\([^()\n]{{1,20}}\))?(?:\s+(?:{descriptor})){{0,3}},?\s+"
            rf"(?P<cue>{_either('report_verb', 'speech_verb')})(?!\w)"
        ),
        before=re.compile(rf"(?<!\w)(?P<cue>{_either('before')})\s+{described}[“\"]?\Z", re.IGNORECASE),
        carrier_before=re.compile(rf"(?<!\w)(?:{_either('carrier_before')})\s+{described}\Z"),
        carrier_after=re.compile(rf"\s+(?:{_either('carrier_after')})(?!\w)", re.IGNORECASE),
    )


def _either(*names: str) -> str:
    """The terms of these classes as one alternative, longest first."""
    terms = sorted(_terms(*names), key=len, reverse=True)
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in terms)


@cache
def _terms(*names: str) -> frozenset[str]:
    found = lexicons.classes("outlet_credibility")
    return frozenset().union(*(found[name] for name in names))

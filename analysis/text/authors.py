"""Authors: whether a byline names a person, only a desk or an outlet, or an account of the publishing system."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons

PERSON, DESK, ACCOUNT, NOBODY = LEVELS = ("person", "desk or outlet", "account", "")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PIECES = re.compile(r"\s*[,|/;–—·•&]\s*|\s+(?:and|for|with|in|at|on)\s+|\s+-\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W_][\w.’'-]*")
LONGEST = 200  # characters; a longer line is no byline


class Author(NamedTuple):
    """level: one of LEVELS; `name`: the piece of the byline that it rests on."""

    level: str
    name: str


@lru_cache(maxsize=256)
def find(byline: str, outlet: str = "") -> Author:
    """The best author that `byline` names: a person before a desk, a desk before an account."""
    text = BRACKETS.sub("", byline[:LONGEST]).strip()
    opener = _opener().match(text)
    signed = text[opener.end() :] if opener else text
    own = _key(BRACKETS.sub("", outlet))
    known = [Author(_level(piece, own), piece) for piece in PIECES.split(signed) if piece]
    found = [author for author in known if author.level]
    return min(found, key=lambda author: LEVELS.index(author.level), default=Author(NOBODY, ""))


def _level(piece: str, outlet: str) -> str:
    """What one piece of a byline names; "" for a date or a count of comments."""
    words = WORD.findall(piece)
    if not words or words[0][0].isdigit():
        return NOBODY
    low = [word.lower() for word in words]
    if _is_account(words, low):
        return ACCOUNT
    if _is_desk(piece, low, outlet) and low[0] not in _given_names():
        return DESK
    names = sum(word[0].isupper() for word in words)
    if names + sum(word in _listed("credits", "byline word") for word in low) < len(words):
        return NOBODY
    return PERSON if 2 <= names <= 5 else DESK if len(words) == 1 else NOBODY


def _is_desk(piece: str, low: list[str], outlet: str) -> bool:
    """Whether a piece is a desk, a job without a name, an agency or an outlet."""
    whole = _key(piece) == outlet or piece.lower() in _listed("credits", "agency") | _listed("credits", "job")
    parts = _listed("credits", "outlet word") | _listed("credits", "desk")
    return whole or low[0] == "the" or not parts.isdisjoint(low)


def _is_account(words: list[str], low: list[str]) -> bool:
    """Whether a piece is the name of an account: "kadmin", "news2in", "webmaster", "@tide"."""
    if low[-1] in _listed("authors", "account"):
        return True
    is_handle = words[0].islower() or any(character.isdigit() for character in words[0])
    return len(words) == 1 and (is_handle or low[0].endswith(tuple(_listed("authors", "account part"))))


@cache
def _given_names() -> frozenset[str]:
    return _listed("names", "given name of women") | _listed("names", "given name of men")


@cache
def _listed(lexicon: str, kind: str) -> frozenset[str]:
    """The terms of one class in small letters."""
    return frozenset(term.lower() for term in lexicons.classes(lexicon).get(kind, ()))


@cache
def _opener() -> re.Pattern[str]:
    """ "By", "Posted by" and the like at the beginning of a byline."""
    terms = sorted(lexicons.classes("credits")["byline opener"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, terms))})(?:\s*:\s*|\s+)", re.IGNORECASE)


def _key(name: str) -> str:
    """A name for comparing: "The Tide" is "tide"."""
    return " ".join(name.lower().removeprefix("the ").split())

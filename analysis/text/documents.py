"""Documents: what a reader could check for themselves, because the article gives it or links to it.

A document (statement, court filing, treaty text, transcript, study, record, letter, post) counts where the words
around it say that somebody put it out or that it says something: "said in a statement", "according to a budget annex
we have read", "the letter calls them units". A document that somebody only asks for is not given. Addresses of web
pages count as links, and a numbered article or section as the text of a law or treaty.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text import tokens
from analysis.text.tokens import Tokens

PRIMARY, LINK = LABELS = ("primary source", "link")
NUMBER = re.compile(r" (?:\d+|[IVX]+)\b")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]“”\"]{3,}")
REACH = 7  # tokens on either side in which a verb of giving stands
NEAR = 3  # tokens on either side in which a verb of telling stands
PHRASE = 4  # tokens before a document that may belong to it: "a joint written statement"
INSIDE = frozenset("DwaNoTSd")  # kinds of tokens between the article and its document
NO_NOUN_AFTER = frozenset("AtHPR")  # behind these a word is a verb: "would study", "to record", "who polls"
IN = frozenset(["in", "to", "on", "by", "from", "via"])
AGAIN = frozenset(["the", "that", "this", "its", "their", "his", "her"])
OTHERS = ("numbered", "giving", "telling", "not given", "no document")  # classes of the word list that are no documents


class Document(NamedTuple):
    """`body[start:end]` is a document of one kind; `label` is one of LABELS; `key` is the same for one document."""

    start: int
    end: int
    kind: str
    label: str
    key: str


@cache
def _kinds() -> Mapping[str, str]:
    """Word or words -> the kind of document they name."""
    rows = lexicons.rows("lexicons/documents.csv")
    return {row["term"]: row["class"] for row in rows if row["class"] not in OTHERS}


@cache
def _heads() -> frozenset[str]:
    """The last words of all names of documents, and what is numbered in a law ("Article 9")."""
    return frozenset(term.split()[-1] for term in _kinds()) | _listed("numbered")


def _listed(kind: str) -> frozenset[str]:
    return lexicons.classes("documents")[kind]


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Document, ...]:
    """The documents and links that `body` gives, in order; one document may be named several times."""
    return tuple(sorted([*_worded(tokens.find(body)), *_addresses(body)]))


def distinct(documents: tuple[Document, ...]) -> int:
    """How many different documents and links there are: "the statement" again is the one named before."""
    return len({document.key for document in documents})


def _addresses(body: str) -> Iterator[Document]:
    """Addresses of web pages."""
    if "www." not in body and "http" not in body:
        return
    for match in ADDRESS.finditer(body):
        address = match.group().rstrip(".,;:!?’'")
        yield Document(match.start(), match.start() + len(address), "web page", LINK, address)


def _worded(found: Tokens) -> Iterator[Document]:
    """The documents that the words name, outside quotation marks."""
    heads, numbered, last = _heads(), _listed("numbered"), ""
    for at in [at for at, word in enumerate(found.low) if word in heads]:
        number = NUMBER.match(found.body, found.ends[at]) if found.low[at] in numbered else None
        if number and found.body[found.starts[at]].isupper():
            text = found.body[found.starts[at] : number.end()]
            yield Document(found.starts[at], number.end(), "law, treaty or resolution", PRIMARY, text)
            continue
        kind = _kind(found, at)
        first = _first(found, at)
        if kind and (_is_put_out(found, first, at) or _tells(found, first, at)):
            is_same = found.low[first] in AGAIN and last.endswith(f" {found.low[at]}")
            last = last if is_same else f"{at} {found.low[at]}"
            yield Document(found.starts[first], found.ends[at], kind, PRIMARY, last)


def _kind(found: Tokens, at: int) -> str:
    """The kind of the document that token `at` names, "" where it names none."""
    before = found.low[at - 1] if at else ""
    two = _kinds().get(f"{before} {found.low[at]}")
    is_noun = found.kinds[at - 1] not in NO_NOUN_AFTER and found.kinds[at + 1] not in "N#"
    if two or not is_noun or before in _listed("no document"):
        return two or ""
    return _kinds().get(found.low[at], "")


def _first(found: Tokens, at: int) -> int:
    """The first token of the phrase whose noun is token `at`."""
    first = at
    while first > max(0, at - PHRASE) and found.kinds[first - 1] in INSIDE and found.kinds[first] != "D":
        first -= 1
    return first - 1 if found.kinds[first] == "S" and first else first


def _is_put_out(found: Tokens, first: int, at: int) -> bool:
    """Whether a verb near the document, in its sentence, says that somebody gave it out, showed it or saw it."""
    giving, denied = _listed("giving"), _listed("not given")
    return any(
        found.low[here] in giving
        and found.sentence[here] == found.sentence[at]
        and found.kinds[here - 1] != "t"
        and denied.isdisjoint(found.low[max(0, here - NEAR) : here])
        for here in range(max(0, first - REACH), min(len(found.low), at + REACH + 1))
        if not first <= here <= at
    )


def _tells(found: Tokens, first: int, at: int) -> bool:
    """Whether the document says something ("the letter calls") or something is said in it ("said in a letter")."""
    telling, before = _listed("telling"), first - 1
    following = found.low[at + 1 : at + 1 + NEAR]
    if "," not in following and not telling.isdisjoint(following) and found.sentence[at + 1] == found.sentence[at]:
        return True
    if before < 0 or found.low[before] not in IN:
        return False
    opens_sentence = before == 0 or found.kinds[before - 1] in ".|"
    return opens_sentence or not telling.isdisjoint(found.low[max(0, before - NEAR) : before])

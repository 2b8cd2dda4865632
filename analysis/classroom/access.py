"""Who may see and do what, in one place.

A key opens one assignment (the instructor's) or one student's own work in it; there is no other way in, no function
takes the id of somebody's work from outside without the key that owns it. What students may see before they have
handed in is what `for_students` leaves: the pages never hold anything else.
"""

import re
import secrets
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, select

from analysis.classroom import guesses
from analysis.classroom.records import LETTERS, Assignment
from analysis.errors import NoAccess, Refused
from analysis.model import Article
from analysis.store import Store
from analysis.store.keys import hashed
from analysis.store.schema import assignments, participants

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # nothing that looks like something else
CODE_LENGTH = 8
UNKNOWN_KEY = "This link opens nothing here (any more). Check that it was copied whole."
UNKNOWN_CODE = "No assignment here has this code. Check it with your instructor."
NO_LETTER = re.compile(r"[^A-Z0-9]")
NOTE = re.compile(r"\s*\([^)]*\)\s*\Z")  # "(invented)" behind the name of an outlet


def new_code() -> str:
    """A join code that can be read out: 8 letters and digits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def shown_code(code: str) -> str:
    """A code as it is printed: two groups."""
    return f"{code[:4]}-{code[4:]}"


def instructor(connection: Connection, key: str) -> Row[Any]:
    """The assignment that an instructor's `key` opens. Raises NoAccess."""
    found = connection.execute(select(assignments).where(assignments.c.key_hash == hashed(key))).one_or_none()
    if found is None:
        raise NoAccess(UNKNOWN_KEY)
    return found


def student(connection: Connection, key: str, *, lock: bool = False) -> Row[Any]:
    """The participant whose `key` it is, with what is asked of its assignment. Raises NoAccess.

    lock: nobody else changes the participant before the transaction ends.
    """
    query = (
        select(
            participants,
            assignments.c.content,
            assignments.c.is_open.label("takes_in"),
            assignments.c.points_released,
        )
        .join(assignments, assignments.c.id == participants.c.assignment)
        .where(participants.c.key_hash == hashed(key))
    )
    found = connection.execute(query.with_for_update(of=participants) if lock else query).one_or_none()
    if found is None:
        raise NoAccess(UNKNOWN_KEY)
    return found


def may_change(row: Row[Any]) -> None:
    """Raises Refused where the student `row` may not change answers now."""
    if not row.takes_in:
        raise Refused("This assignment is closed: your instructor takes in no more work.")
    if not row.is_open:
        raise Refused("This work is handed in. Take it up again to change it.")


def by_code(store: Store, code: str, session: str) -> Row[Any]:
    """The assignment with join code `code`, as typed in `session`. Raises NoAccess, soon for those who guess."""
    wanted = NO_LETTER.sub("", code.upper())
    with store.read() as connection:
        guesses.check(connection, session)
        found = connection.execute(select(assignments).where(assignments.c.code == wanted)).one_or_none()
    if found is None:
        with store.write() as connection:
            guesses.note(connection, session)
        raise NoAccess(UNKNOWN_CODE)
    return found


def own_work(connection: Connection, assignment: Row[Any], participant: str, *, lock: bool = False) -> Row[Any]:
    """The participant with this id in `assignment`, which the instructor's key has opened. Raises NoAccess.

    lock: nobody else changes the participant before the transaction ends.
    """
    query = select(participants).where(participants.c.id == participant, participants.c.assignment == assignment.id)
    found = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise NoAccess("There is no such work in this assignment.")
    return found


@lru_cache(maxsize=64)
def for_students(assignment: Assignment) -> Assignment:
    """What a student may have before handing in: no key, and no outlets where they are hidden."""
    names = [name for article in assignment.articles for name in _names(article)] if assignment.hide_outlets else []
    shown = [
        _shown(article, letter, names, hide=assignment.hide_outlets)
        for letter, article in zip(LETTERS, assignment.articles, strict=False)
    ]
    return replace(assignment, articles=tuple(shown), key=())


def _shown(article: Article, letter: str, names: list[str], *, hide: bool) -> Article:
    """The article as students get it. Names of outlets in its text are made unreadable, letter by letter."""
    if not hide:
        bare = Article(letter, article.body, outlet=article.outlet, headline=article.headline, url=article.url)
        return replace(bare, published=article.published, byline=article.byline, domain=article.domain)
    address = "" if article.body else article.url  # there is no other way to read it
    return Article(letter, _masked(article.body, names), headline=_masked(article.headline, names), url=address)


def _names(article: Article) -> list[str]:
    """What would tell the outlet of `article` inside any of the texts: its name, its address."""
    name = NOTE.sub("", article.outlet)
    bare = name.removeprefix("The ").removeprefix("the ")
    host = article.domain or (article.url.split("/")[2] if article.url.count("/") > 1 else "")
    return [one for one in (bare, host.removeprefix("www.")) if len(one) > 3]


def _masked(text: str, names: list[str]) -> str:
    """`text` with the letters of every name as X and x, so that words, sentences and offsets stay as they are."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _crossed_out, text, flags=re.IGNORECASE)
    return text


def _crossed_out(match: re.Match[str]) -> str:
    return "".join("X" if one.isupper() else "x" if one.isalpha() else one for one in match.group())

"""An assignment from what an instructor types: claims and questions, one on a line, and articles of any event."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.classroom import units
from analysis.classroom.records import Answers, Assignment, Claim, Criterion, Question
from analysis.errors import Refused
from analysis.model import Article

LIMIT = re.compile(r"\s*\|\s*(\d{1,5})\s*(?:words?)?\s*\Z")
NO_LETTER = re.compile(r"\W+")


def read_claims(text: str, known: Sequence[Claim] = ()) -> tuple[Claim, ...]:
    """One claim per line; a line of `known` keeps its id, so that its key still fits."""
    ids = {claim.text: claim.id for claim in known}
    found: list[Claim] = []
    for line in lines(text):
        taken = {claim.id for claim in found}
        wish = ids.get(line) or NO_LETTER.sub("-", line.lower()).strip("-")[:40] or "claim"
        found.append(Claim(_free(wish, taken), line))
    return tuple(found)


def read_questions(text: str) -> tuple[Question, ...]:
    """One question per line; “| 150” at its end limits the words of the answer."""
    found = []
    for number, line in enumerate(lines(text), start=1):
        limit = LIMIT.search(line)
        words = int(limit.group(1)) if limit else 0
        found.append(Question(f"question-{number}", line[: limit.start()] if limit else line, words))
    return tuple(found)


def read_rubric(typed: str) -> tuple[Criterion, ...]:
    """One criterion per line: title | points | explanation. Raises Refused where the points are no number."""
    found = []
    for line in lines(typed):
        title, points, text = ([part.strip() for part in line.split("|", 2)] + ["", ""])[:3]
        if not points.isdecimal() or len(points) > 4:
            raise Refused(f"“{line[:60]}”: write a criterion as “title | points | explanation”.")
        found.append(Criterion(title, int(points), text))
    return tuple(found)


def for_coding(articles: Sequence[Article], *, only_addresses: bool = False) -> tuple[Article, ...]:
    """Articles as an assignment holds them: the text as it is coded, or, where it may not be passed on, the address."""
    kept = []
    for article in articles:
        bare = replace(article, removed=(), corrections=(), notes=(), source="", blocks=())
        kept.append(replace(bare, body="", headline="") if only_addresses and article.url else bare)
    return tuple(kept)


def fitting_key(assignment: Assignment, key: Answers) -> Answers:
    """The answers of `key` that belong to a unit of the assignment."""
    asked = units.by_id(replace(assignment, key=()))
    return tuple(replace(one, revision=0) for one in key if (one.task, one.unit) in asked)


def keyed(assignment: Assignment, key: Answers) -> Assignment:
    """The assignment with what of `key` fits it."""
    return replace(assignment, key=fitting_key(assignment, key))


def lines(text: str) -> tuple[str, ...]:
    """The lines of `text` that hold anything, without surplus spaces."""
    return tuple(line for line in (" ".join(line.split()) for line in text.splitlines()) if line)


def _free(wish: str, taken: set[str]) -> str:
    number, name = 1, wish
    while name in taken:
        number += 1
        name = f"{wish}-{number}"
    return name

"""Assignments and hand-ins as files: one JSON object each, checked field by field on opening."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from analysis import __version__, lexicons
from analysis.classroom import units
from analysis.classroom.records import LETTERS, ON_THE_TEXT, Answers, Assignment, HandIn, tasks
from analysis.errors import ParallaxError, Refused, UnreadableInput
from analysis.model import Article

FORMAT = 1  # rises with every change that an older Parallax could not read
LARGEST = 20_000_000  # characters
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class _AssignmentFile:
    parallax_assignment: int
    version: str
    data: str
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class _HandInFile:
    parallax_hand_in: int
    version: str
    hand_in: HandIn


F = TypeVar("F", _AssignmentFile, _HandInFile)
_ASSIGNMENTS = TypeAdapter(_AssignmentFile)
_HAND_INS = TypeAdapter(_HandInFile)
_ANSWERS = TypeAdapter(Answers)
_OBJECT = TypeAdapter(dict[str, Any])


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hand-ins that could be read, and for each file that could not: its name and why."""

    hand_ins: tuple[HandIn, ...]
    refused: tuple[tuple[str, str], ...]


def write(assignment: Assignment) -> str:
    """The assignment as the text of one file, with everything in it: see access.for_students."""
    made = _AssignmentFile(FORMAT, __version__, lexicons.fingerprint(), assignment)
    return _ASSIGNMENTS.dump_json(made, indent=1).decode()


def read(text: str | bytes) -> Assignment:
    """The assignment in a file. Raises UnreadableInput with what is wrong, and where."""
    opened = _opened(text, "parallax_assignment", _ASSIGNMENTS, "assignment").assignment
    for problem in problems(opened):
        raise UnreadableInput(f"The assignment file cannot be used: {problem}")
    return opened


@lru_cache(maxsize=64)
def kept(text: str) -> Assignment:
    """As `read`, remembered: the store asks for the same assignments all the time."""
    return read(text)


def write_hand_in(hand_in: HandIn) -> str:
    """One student's work as the text of one file."""
    return _HAND_INS.dump_json(_HandInFile(FORMAT, __version__, hand_in), indent=1).decode()


def read_hand_in(text: str | bytes, assignment: Assignment) -> HandIn:
    """The work in a file, checked against its assignment. Raises UnreadableInput or Refused with what is wrong."""
    hand_in = _opened(text, "parallax_hand_in", _HAND_INS, "hand-in").hand_in
    if hand_in.assignment != assignment.id:
        raise UnreadableInput("This work answers another assignment.")
    name = " ".join(hand_in.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UnreadableInput(f"The file needs a pseudonym or class number of 1 to {LONGEST_NAME} characters.")
    if len({(one.task, one.unit) for one in hand_in.answers}) < len(hand_in.answers):
        raise UnreadableInput("One question is answered twice in this file.")
    for answer in hand_in.answers:
        units.check(assignment, answer.task, answer.unit, answer.value)
    return HandIn(hand_in.assignment, name, hand_in.answers, hand_in.at)


def load(sent: Iterable[tuple[str, bytes]], assignment: Assignment) -> Loaded:
    """All hand-ins of (file name, content); a bad file is named and the others are read."""
    found: list[HandIn] = []
    refused: list[tuple[str, str]] = []
    for name, content in sent:
        try:
            found.append(read_hand_in(content, assignment))
        except ParallaxError as error:
            refused.append((name, str(error)))
    return Loaded(tuple(found), tuple(refused))


def write_answers(answers: Answers) -> str:
    """Answers as JSON, for the record of a submission."""
    return _ANSWERS.dump_json(answers).decode()


def read_answers(text: str) -> Answers:
    """What `write_answers` wrote."""
    return _ANSWERS.validate_json(text)


def problems(assignment: Assignment) -> list[str]:
    """What is wrong with an assignment, in plain words; nothing where it can be handed out."""
    found = []
    if not assignment.title.strip():
        found.append("It needs a title.")
    if not assignment.articles:
        found.append("It needs at least one article.")
    if len(assignment.articles) > len(LETTERS):
        found.append(f"It can hold {len(LETTERS)} articles at most.")
    found += [f"Article {number} has neither text nor address." for number in _empty(assignment.articles)]
    if not assignment.tasks:
        found.append("It needs at least one task.")
    found += [f"There is no task “{task[:40]}”." for task in assignment.tasks if task not in tasks()]
    if "claims" in assignment.tasks and not assignment.claims:
        found.append("The task “Reported or not” needs at least one claim.")
    if "questions" in assignment.tasks and not assignment.questions:
        found.append("The task “Questions” needs at least one question.")
    if ON_THE_TEXT & set(assignment.tasks) and not any(article.body for article in assignment.articles):
        found.append("Quotations, quoted spans and tone need the text of an article, not only its address.")
    ids = [claim.id for claim in assignment.claims] + [question.id for question in assignment.questions]
    if len(set(ids)) < len(ids) or any(not one or len(one) > 80 for one in ids):
        found.append("Claims and questions need ids that differ.")
    if any(not one.title.strip() or one.points < 0 for one in assignment.rubric):
        found.append("A criterion of the rubric needs a title and 0 points or more.")
    if not found:
        found += [f"The answer key: {reason}" for reason in _wrong_key(assignment)]
    return found


def _empty(articles: Iterable[Article]) -> list[int]:
    return [number for number, one in enumerate(articles, start=1) if not one.body.strip() and not one.url]


def _wrong_key(assignment: Assignment) -> list[str]:
    """The first answer of the key that fits no unit of the assignment's tasks, with the reason."""
    for answer in assignment.key:
        if answer.task in assignment.tasks:
            try:
                units.check(assignment, answer.task, answer.unit, answer.value)
            except Refused as error:
                return [str(error)]
    return []


def _opened(text: str | bytes, mark: str, adapter: TypeAdapter[F], what: str) -> F:
    if len(text) > LARGEST:
        raise UnreadableInput(f"The {what} file has more than {LARGEST:,} characters. Nothing was changed.")
    try:
        raw = _OBJECT.validate_json(text)
    except ValidationError as error:
        raise UnreadableInput(f"This is no {what} file of Parallax: it is not JSON. Nothing was changed.") from error
    if not isinstance(raw.get(mark), int) or raw[mark] > FORMAT:
        why = "was written by a newer Parallax" if isinstance(raw.get(mark), int) else "is none of Parallax"
        raise UnreadableInput(f"This {what} file {why}. Nothing was changed.")
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnreadableInput(f"The {what} file is damaged at {where}: {first['msg']}. Nothing was changed.") from error

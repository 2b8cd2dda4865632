"""The records of the classroom. Frozen; articles are lettered A, B, C … in the order of the assignment."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

from analysis import lexicons
from analysis.model import Article

QUOTATIONS, SPANS, TONE, CLAIMS, FRAMES = "quotations", "spans", "tone", "claims", "frames"
QUESTIONS, ROUNDUP = "questions", "roundup"
ON_THE_TEXT = frozenset([QUOTATIONS, SPANS, TONE])  # need the words of the article
WRITTEN = frozenset([QUESTIONS, ROUNDUP])
LETTERS = ascii_uppercase


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that an article can report or not, in the instructor's words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A free question. words: the most words an answer may have; 0 for any."""

    id: str
    text: str
    words: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the rubric."""

    title: str
    points: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One coding: the value that a coder gave to one unit of a task. revision: 0 where it is not kept in a store."""

    task: str
    unit: str
    value: str
    revision: int = 0


Answers = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What students are asked to do. `key`: the instructor's answers. due, retain_until: ISO 8601 days, "" for none.

    articles: as they are coded, frozen with the assignment, so that later versions of Parallax clean them no
    differently; an article with an address and no body may not be passed on and is read at its outlet.
    """

    id: str
    title: str
    instructions: str
    articles: tuple[Article, ...]
    tasks: tuple[str, ...]
    sides: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    roundup_words: int = 300
    hide_outlets: bool = True
    hide_machine: bool = True
    key: Answers = ()
    rubric: tuple[Criterion, ...] = ()
    due: str = ""
    retain_until: str = ""

    def __hash__(self) -> int:
        """Of the id only: assignments are looked up with every save, and their texts are long."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class HandIn:
    """One student's work as a file. `assignment` is the id of the assignment it answers."""

    assignment: str
    name: str
    answers: Answers
    at: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One handing in. number 1 was made blind; later ones after the reveal."""

    number: int
    at: str
    is_late: bool
    answers: Answers


@dataclass(frozen=True, slots=True)
class Points:
    """What an instructor gave one work. given: for each criterion of the rubric, None where it is not marked yet."""

    given: tuple[int | None, ...]
    comment: str = ""

    @property
    def total(self) -> int | None:
        """The sum; None where a criterion is not marked yet."""
        marked = [one for one in self.given if one is not None]
        return sum(marked) if marked and len(marked) == len(self.given) else None


@dataclass(frozen=True, slots=True)
class Work:
    """What one student did, as the instructor sees it."""

    participant: str
    name: str
    joined: str
    withdrawn: str  # the time, "" where it counts
    is_open: bool
    from_file: bool
    answered: int
    points: Points
    submissions: tuple[Submission, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One value that a task offers, as data/classroom/codebook.csv describes it."""

    value: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Task:
    """A kind of task. level of measurement: nominal, ordinal or text."""

    key: str
    title: str
    ask: str
    level: str
    unit: str
    codes: tuple[Code, ...]


@cache
def tasks() -> Mapping[str, Task]:
    """All kinds of tasks by key, in the order in which they are done."""
    codes: dict[str, list[tuple[int, Code]]] = {}
    for row in lexicons.rows("classroom/codebook.csv"):
        codes.setdefault(row["task"], []).append((int(row["rank"]), Code(row["value"], row["label"], row["meaning"])))
    return {
        row["task"]: Task(
            row["task"],
            row["title"],
            row["ask"],
            row["level"],
            row["unit"],
            tuple(code for _, code in sorted(codes.get(row["task"], ()), key=lambda ranked: ranked[0])),
        )
        for row in lexicons.rows("classroom/tasks.csv")
    }

"""Units: the single things that coders judge, one after the other, and what may be said of each.

The id of a unit tells its article and its place ("B:120-184"), its claim ("B:toll-bridge"), or its question.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from analysis import lexicons
from analysis.classroom import marks
from analysis.classroom.records import (
    CLAIMS,
    FRAMES,
    LETTERS,
    QUESTIONS,
    QUOTATIONS,
    ROUNDUP,
    SPANS,
    TONE,
    WRITTEN,
    Assignment,
    tasks,
)
from analysis.comparison import frames
from analysis.errors import Refused
from analysis.model import Article
from analysis.text import quoted_spans, sentences, words


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing to judge. `body[start:end]` of article `letter` is looked at where `end` is not 0.

    ask: the claim or question; "" where the words of the article are judged. words: the limit of a written answer.
    """

    id: str
    task: str
    letter: str = ""
    start: int = 0
    end: int = 0
    ask: str = ""
    words: int = 0


@lru_cache(maxsize=64)
def find(assignment: Assignment, task: str) -> tuple[Unit, ...]:
    """The units of one task, article by article in reading order; none where the task is not asked."""
    if task not in assignment.tasks:
        return ()
    if task == QUESTIONS:
        return tuple(Unit(one.id, task, ask=one.text, words=one.words) for one in assignment.questions)
    if task == ROUNDUP:
        return (Unit(ROUNDUP, task, ask=tasks()[ROUNDUP].ask, words=assignment.roundup_words),)
    return tuple(
        unit
        for letter, article in zip(LETTERS, assignment.articles, strict=False)
        for unit in _of(assignment, task, letter, article)
    )


@lru_cache(maxsize=16)
def by_id(assignment: Assignment) -> Mapping[tuple[str, str], Unit]:
    """All units of an assignment by task and id, in the order of the tasks."""
    return {(task, unit.id): unit for task in assignment.tasks for unit in find(assignment, task)}


def places(article: Article) -> tuple[tuple[int, int], ...]:
    """(start, end) of every sentence of `article` that has words."""
    body = article.body
    return tuple((start, end) for start, end in sentences.find(body) if words.count(body, start, end))


def words_of(assignment: Assignment, unit: Unit) -> str:
    """What a unit is about, for lists: the words of the article, or the claim or question."""
    if unit.end:
        return assignment.articles[LETTERS.index(unit.letter)].body[unit.start : unit.end]
    return unit.ask


def choices(task: str) -> tuple[str, ...]:
    """The values that may be given in `task`; none where something is marked or written."""
    return () if task in WRITTEN or task == QUOTATIONS else tuple(code.value for code in tasks()[task].codes)


def check(assignment: Assignment, task: str, unit: str, value: str) -> str:
    """`value` as it may be kept; "" takes an answer back. Raises Refused where it is no answer to that unit."""
    asked = by_id(assignment).get((task, unit))
    if asked is None:
        raise Refused(f"This assignment does not ask for “{task}: {unit[:40]}”. Nothing was kept.")
    kept = storable(value)
    if len(kept) > lexicons.threshold("longest_answer"):
        raise Refused(f"The answer has {len(kept):,} characters, which is too long. Nothing was kept.")
    if not kept or task in WRITTEN:
        return kept
    if task == QUOTATIONS:
        return _checked_marks(asked, kept)
    if kept not in choices(task):
        raise Refused(f"“{kept[:40]}” is no answer of the task “{tasks()[task].title}”. Nothing was kept.")
    return kept


def storable(text: str) -> str:
    """`text` without what neither database takes."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def length(value: str) -> int:
    """How many words a written answer has."""
    return words.count(value)


def too_long(assignment: Assignment, unit: Unit, value: str) -> str:
    """Why a written answer may not be handed in; "" where it may."""
    found = length(value) if unit.words else 0
    return f"“{unit.ask[:60]}”: {found} words, {unit.words} at most." if found > unit.words else ""


def _checked_marks(unit: Unit, value: str) -> str:
    try:
        found = marks.read(value)
    except (ValueError, RecursionError) as error:
        raise Refused("These are no marks. Nothing was kept.") from error
    if any(mark.start < unit.start or mark.end > unit.end or len(mark.speaker) > 120 for mark in found):
        raise Refused("A mark leaves its sentence, or a speaker has more than 120 letters. Nothing was kept.")
    return marks.write(found)


def _of(assignment: Assignment, task: str, letter: str, article: Article) -> Iterator[Unit]:
    if task in (QUOTATIONS, TONE):
        for start, end in places(article):
            yield Unit(f"{letter}:{start}-{end}", task, letter, start, end)
    elif task == SPANS:
        for span in quoted_spans.find(article.body):
            if span.place != "code":
                yield Unit(
                    f"{letter}:{span.inner_start}-{span.inner_end}", task, letter, span.inner_start, span.inner_end
                )
    elif task == CLAIMS:
        for claim in assignment.claims:
            yield Unit(f"{letter}:{claim.id}", task, letter, ask=claim.text)
    elif task == FRAMES:
        for question in frames.questions():
            yield Unit(f"{letter}:{question.key}", task, letter, ask=question.text)

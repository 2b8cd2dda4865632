"""What a coder marks in one sentence of the task "quotations", as one text value.

A value is a JSON list of [start, end, kind, speaker]; offsets count the body of the article, kind is "marks" or
"reported". "[]" says: looked at, nobody speaks.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from analysis.text import marks as quotation_marks

IN_MARKS, REPORTED, NOBODY = "marks", "reported", "none"


class Mark(NamedTuple):
    """`body[start:end]` was marked as the words of `speaker`."""

    start: int
    end: int
    kind: str
    speaker: str = ""


def write(marked: Iterable[Mark]) -> str:
    """The value of one sentence."""
    return json.dumps(sorted(marked), ensure_ascii=False)


def read(value: str) -> tuple[Mark, ...]:
    """The marks of a value. Raises ValueError (or RecursionError, of nested lists) where it is none."""
    rows = json.loads(value)
    if not isinstance(rows, list):
        raise ValueError("no list of marks")
    found = []
    for row in rows:
        match row:
            case [int(start), int(end), "marks" | "reported" as kind, str(speaker)] if start < end:
                found.append(Mark(start, end, kind, speaker))
            case _:
                raise ValueError(f"no mark: {row!r}")
    return tuple(found)


def kind(value: str) -> str:
    """What kind of speech a value finds in its sentence: marks where there is any, reported, or none."""
    kinds = {mark.kind for mark in read(value)}
    return IN_MARKS if IN_MARKS in kinds else REPORTED if kinds else NOBODY


def speakers(value: str) -> tuple[str, ...]:
    """The speakers that a value names, each once."""
    return tuple(dict.fromkeys(mark.speaker for mark in read(value) if mark.speaker))


def of_sentence(body: str, start: int, end: int, kind: str, speaker: str) -> str:
    """The value of a sentence that is marked as a whole: what stands between marks in it, or all of it."""
    if kind == NOBODY:
        return write(())
    places = [(start, end)]
    if kind == IN_MARKS:
        stretches = quotation_marks.find(body)
        inside = [(max(start, one.start), min(end, one.end)) for one in stretches]
        places = [(first, after) for first, after in inside if first < after] or places
    return write(Mark(first, after, kind, speaker) for first, after in places)

"""Quotations: what is said in a body, by whom, and why that speaker was chosen."""

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis.text import marks

NEAR = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*) (said|says|told|added)\b|\b(said|says|added) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`body[start:end]` is what was said; the other fields say by whom, with which cue, and why (`rule`)."""

    start: int
    end: int
    kind: str  # direct, mixed or indirect
    speaker: str  # the resolved name, a description where no name is known, "" where the text names nobody
    speaker_start: int | None
    speaker_end: int | None
    cue: str
    cue_start: int | None
    cue_end: int | None
    rule: str


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Quotation, ...]:
    """All quotations of `body`, in order."""
    found = []
    for stretch in marks.find(body):
        near = NEAR.search(body, stretch.end, stretch.end + 120)
        speaker, cue = ((1, 2) if near[1] else (4, 3)) if near else (0, 0)
        found.append(
            Quotation(
                stretch.start,
                stretch.end,
                "direct",
                near[speaker] if near else "",
                near.start(speaker) if near else None,
                near.end(speaker) if near else None,
                near[cue] if near else "",
                near.start(cue) if near else None,
                near.end(cue) if near else None,
                "the nearest name beside a verb of saying" if near else "the text names nobody",
            )
        )
    return tuple(found)

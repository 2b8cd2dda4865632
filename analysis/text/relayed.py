"""Relayed voices: words that reach the reader only inside somebody else's quotation.

“Lund said he would come,” Hollis said: Lund is relayed by Hollis. The words count for Hollis; Lund is listed apart.
"""

from functools import lru_cache
from typing import NamedTuple

from analysis.text import cues, names, quotations, tokens

REACH = 2_000  # characters of a quotation that are searched


class Relayed(NamedTuple):
    """Inside the quotation of `by`, `body[start:end]` names `voice` as having said something."""

    voice: str
    by: str
    start: int
    end: int


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Relayed, ...]:
    """The relayed voices of `body`, in reading order. A voice that speaks of itself is not relayed."""
    found: list[Relayed] = []
    for quotation in quotations.find(body):
        if quotation.kind == "indirect":
            continue
        inner = body[quotation.start : min(quotation.end, quotation.start + REACH)]
        for cue in cues.find(inner):
            if cue.subject < 0 or cue.passive or "c" not in cue.takes or cue.tone in ("thought", "seeming"):
                continue
            start, end = _span(inner, cue.subject)
            voice = _full_name(body, inner, cue.subject)
            if voice and voice not in quotation.speaker:
                found.append(Relayed(voice, quotation.speaker, quotation.start + start, quotation.start + end))
    return tuple(found)


def _span(inner: str, subject: int) -> tuple[int, int]:
    mention, found = names.find(inner).mentions[subject], tokens.find(inner)
    return found.starts[mention.first], found.ends[mention.after - 1]


def _full_name(body: str, inner: str, subject: int) -> str:
    """The name as the whole text gives it; "" for anything but a name."""
    known = names.find(inner)
    voice = known.voice_of.get(subject)
    if voice is None:
        return ""
    own = known.voices[voice]
    fuller = (other for other in names.find(body).voices if other.words[-1] == own.words[-1])
    return next((other.name for other in fuller), own.name)

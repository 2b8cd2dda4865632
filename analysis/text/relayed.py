"""Relayed voices: words that reach the reader only inside somebody else's words.

“Lund said he would come,” Hollis said: Lund is relayed by Hollis. So is Lund in: Hollis said Lund had promised to
come. The words count for Hollis; Lund is listed apart.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.model import Corrections
from analysis.text import cues, names, quotations, tokens, voices
from analysis.text.cues import Cue
from analysis.text.quotations import Quotation

REACH = 2_000  # characters of a quotation that are searched
SAYING = frozenset(["neutral", "doubting", "reluctant", "force", "denial", "agreeing"])  # classes that report words


class Relayed(NamedTuple):
    """Inside the words of `by`, `body[start:end]` names `voice` as having said something."""

    voice: str
    by: str
    start: int
    end: int
    reason: str  # one sentence for a reader


@lru_cache(maxsize=64)
def find(body: str, corrections: Corrections = ()) -> tuple[Relayed, ...]:
    """The relayed voices of `body`, in reading order. A voice that speaks of itself is not relayed."""
    reported = _Reported(body)
    spoken = quotations.find(body, corrections)
    found = [one for quotation in spoken for one in (*_quoted(body, quotation), *reported.of(quotation))]
    return tuple(sorted({(one.start, one.by): one for one in found}.values(), key=lambda one: (one.start, one.end)))


def _tells(cue: Cue) -> bool:
    """Whether a cue is a finite verb with a subject whose words it reports."""
    active = cue.form in "VW" and cue.subject >= 0 and not cue.passive and cue.side == "left"
    return active and "c" in cue.takes and cue.tone in SAYING


def _quoted(body: str, quotation: Quotation) -> Iterator[Relayed]:
    """Voices inside quotation marks, which are read as a text of their own."""
    if quotation.kind == "indirect":
        return
    inner = body[quotation.start : min(quotation.end, quotation.start + REACH)]
    for cue in cues.find(inner):
        voice = _full_name(body, inner, cue.subject) if _tells(cue) else ""
        if voice and quotation.speaker and voice not in quotation.speaker:
            mention, found = names.find(inner).mentions[cue.subject], tokens.find(inner)
            start, end = found.starts[mention.first], found.ends[mention.after - 1]
            verb = found.text(cue.first, cue.after)
            reason = f"“{verb}” with “{inner[start:end]}” inside words quoted from {quotation.speaker}."
            yield Relayed(voice, quotation.speaker, quotation.start + start, quotation.start + end, reason)


def _full_name(body: str, inner: str, subject: int) -> str:
    """The name as the whole text gives it; "" for anything but a name."""
    known = names.find(inner)
    voice = known.voice_of.get(subject)
    if voice is None:
        return ""
    own = known.voices[voice]
    fuller = (other for other in names.find(body).voices if other.words[-1] == own.words[-1])
    return next((other.name for other in fuller), own.name)


class _Reported:
    """The cues of a body that stand inside a clause that another cue reports."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found = tokens.find(body)
        self.known = names.find(body)
        self.cues = cues.find(body)
        self.starts = [self.found.starts[cue.first] for cue in self.cues]

    def of(self, quotation: Quotation) -> Iterator[Relayed]:
        """Voices whose cue stands between the cue of `quotation` and its end: Hollis said Lund had promised …"""
        if quotation.kind == "direct" or quotation.cue_end is None or quotation.cue_end > quotation.end:
            return
        if not quotation.speaker:
            return
        stop = min(quotation.end, quotation.cue_end + REACH)
        for index in range(bisect_left(self.starts, quotation.cue_end), bisect_left(self.starts, stop)):
            cue = self.cues[index]
            if not _tells(cue) or not self._is_between(cue, quotation):
                continue
            voice = voices.name(self.body, cue.subject)
            if voice[:1].isupper() and voice not in quotation.speaker:
                start, end = voices.span(self.body, cue.subject)
                verb = self.found.text(cue.first, cue.after)
                reason = f"“{verb}” with “{self.body[start:end]}” inside what {quotation.speaker} is reported to say."
                yield Relayed(voice, quotation.speaker, start, end, reason)

    def _is_between(self, cue: Cue, quotation: Quotation) -> bool:
        """Whether the cue goes on behind that of `quotation`, in its sentence; not "…, Hollis said." at the end."""
        mention, start = self.known.mentions[cue.subject], quotation.cue_end or 0
        ends_sentence = self.found.kinds[cue.after] in ".|,M"
        after_comma = self.found.kinds[mention.first - 1] == "," and not quotation.cue.lower().startswith("according")
        same = self.found.sentence[mention.first] == self.found.sentence[bisect_right(self.found.starts, start) - 1]
        is_named = mention.kind in ("name", "organisation", "role")
        return is_named and same and self.found.starts[mention.first] >= start and not ends_sentence and not after_comma

"""Quotations: what is said in a body, by whom, and why that speaker was chosen.

The pipeline: marks (stretches inside quotation marks) -> tokens (the body as a string of kinds, one Q a stretch)
-> names (mentions that could speak, joined to voices) -> cues (words of saying, with their subjects) -> speakers
(who says each Q) and reported (clauses without marks) -> voices (whom a pronoun or description stands for) -> here.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.model import Article, Corrections
from analysis.text import cues, reasons, reported, speakers, tokens, voices
from analysis.text.scene import NO_SPEECH, Choice


@dataclass(frozen=True, slots=True)
class Quotation:
    """`body[start:end]` is what was said; the other fields say by whom, with which cue, and why (`rule`)."""

    start: int
    end: int
    kind: str  # direct: all in marks; mixed: marked words in the reporter's clause; indirect: no marks
    speaker: str  # the name as fully as the text gives it, else the description, "" where the text names nobody
    speaker_start: int | None  # the mention beside the quotation: "he"
    speaker_end: int | None
    cue: str  # "said", "according to"; "" where there is none
    cue_start: int | None
    cue_end: int | None
    rule: str  # one sentence for a reader


SPEAKER, QUOTATION = "speaker", "quotation"  # subjects of corrections that are heeded here
BY_HAND = "Set by a person."


def find(body: str, corrections: Corrections = ()) -> tuple[Quotation, ...]:
    """All quotations of `body` in order of their first word, with a person's corrections laid over them."""
    found = _automatic(body)
    if not any(one.subject in (SPEAKER, QUOTATION) for one in corrections):
        return found
    return _corrected(found, corrections)


def of(article: Article) -> tuple[Quotation, ...]:
    """The quotations of `article`, as corrected."""
    return find(article.body, article.corrections)


def _corrected(found: tuple[Quotation, ...], corrections: Corrections) -> tuple[Quotation, ...]:
    """`found` without what was taken out, with what was added, each with the speaker that a person set."""
    kinds = {(one.start, one.end): one.now for one in corrections if one.subject == QUOTATION}
    kept = {(one.start, one.end): one for one in found if kinds.get((one.start, one.end), one.kind)}
    for (start, end), kind in kinds.items():
        if kind and (start, end) not in kept:
            kept[start, end] = Quotation(start, end, kind, "", None, None, "", None, None, BY_HAND)
    for one in corrections:
        known = kept.get((one.start, one.end)) if one.subject == SPEAKER else None
        if known is not None and known.speaker != one.now:
            # The cue tells of the speaker that was found; another one may not have said it with that verb.
            kept[one.start, one.end] = replace(
                known, speaker=one.now, speaker_start=None, speaker_end=None, rule=BY_HAND
            )
    return tuple(sorted(kept.values(), key=lambda quotation: (quotation.start, quotation.end)))


@lru_cache(maxsize=256)
def _automatic(body: str) -> tuple[Quotation, ...]:
    found = [_marked(body, choice) for choice in speakers.find(body) if choice.mention != NO_SPEECH]
    found += [_reported(body, report) for report in reported.find(body)]
    return tuple(sorted(found, key=lambda quotation: (quotation.start, quotation.end)))


def _marked(body: str, choice: Choice) -> Quotation:
    stretch = tokens.find(body).stretches[choice.token]
    kind = "direct" if speakers.is_whole(body, choice) else "mixed"
    return _quotation(
        body, (stretch.start, stretch.end, kind), choice.mention, choice.cue, reasons.of_choice(body, choice)
    )


def _reported(body: str, report: reported.Report) -> Quotation:
    found, cue = tokens.find(body), cues.find(body)[report.cue]
    where = (found.starts[report.first], found.ends[report.after - 1], "indirect")
    return _quotation(body, where, cue.subject, report.cue, reasons.of_report(body, report))


def _quotation(body: str, where: tuple[int, int, str], mention: int, cue_index: int, rule: str) -> Quotation:
    found = tokens.find(body)
    cue = cues.find(body)[cue_index] if cue_index >= 0 else None
    start, end, kind = where
    joint = cue.joint if cue is not None and cue.subject == mention else -1
    speaker = voices.name(body, mention, joint) if mention >= 0 else ""
    span = voices.span(body, mention, joint) if mention >= 0 else (None, None)
    cue_text = found.text(cue.first, cue.after) if cue is not None else ""
    cue_span = (found.starts[cue.first], found.ends[cue.after - 1]) if cue is not None else (None, None)
    return Quotation(start, end, kind, speaker, span[0], span[1], cue_text, cue_span[0], cue_span[1], rule)

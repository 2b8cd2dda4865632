"""Quotations: what is said in a body, by whom, and why that speaker was chosen."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.text import cues, names, reported, speakers, tokens, voices


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
    scene = _Scene(body)
    quotations = [scene.marked(choice) for choice in speakers.find(body) if choice.mention != speakers.NO_SPEECH]
    quotations += [scene.reported(report) for report in reported.find(body)]
    return tuple(sorted(quotations, key=lambda quotation: (quotation.start, quotation.end)))


class _Scene:
    """Everything found in one body, and the wording of its quotations."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.found, self.known, self.cues = tokens.find(body), names.find(body), cues.find(body)
        self.antecedents = voices.find(body).of

    def name(self, index: int) -> str:
        """The name a mention stands for, or its own words."""
        index = self.antecedents.get(index, index)
        voice = self.known.voice_of.get(index)
        mention = self.known.mentions[index]
        return self.known.voices[voice].name if voice is not None else self.found.text(mention.first, mention.after)

    def marked(self, choice: speakers.Choice) -> Quotation:
        stretch = self.found.stretches[choice.token]
        return self._quotation(
            stretch.start, stretch.end, "direct", choice.mention, choice.cue, " ".join(choice.features[:2])
        )

    def reported(self, report: reported.Report) -> Quotation:
        start, end = self.found.starts[report.first], self.found.ends[report.after - 1]
        return self._quotation(start, end, "indirect", self.cues[report.cue].subject, report.cue, "")

    def _quotation(self, start: int, end: int, kind: str, mention: int, cue: int, rule: str) -> Quotation:
        speaker, speaker_start, speaker_end = "", None, None
        if mention >= 0:
            speaker = self.name(mention)
            local = self.known.mentions[mention]
            speaker_start, speaker_end = self.found.starts[local.first], self.found.ends[local.after - 1]
        cue_text, cue_start, cue_end = "", None, None
        if cue >= 0:
            local_cue = self.cues[cue]
            cue_text = self.found.text(local_cue.first, local_cue.after)
            cue_start, cue_end = self.found.starts[local_cue.first], self.found.ends[local_cue.after - 1]
        return Quotation(start, end, kind, speaker, speaker_start, speaker_end, cue_text, cue_start, cue_end, rule)

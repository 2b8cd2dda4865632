"""Quotations: what is said in a body, by whom, and why that speaker was chosen."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.text import cues, names, speakers, tokens, voices


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
    found, known = tokens.find(body), names.find(body)
    all_cues = cues.find(body)
    antecedents = voices.find(body).of
    result = []
    for choice in speakers.find(body):
        if choice.mention == speakers.NO_SPEECH:
            continue
        stretch = found.stretches[choice.token]
        speaker, start, end = "", None, None
        if choice.mention >= 0:
            mention = known.mentions[choice.mention]
            start, end = found.starts[mention.first], found.ends[mention.after - 1]
            voice = known.voice_of.get(choice.mention)
            speaker = known.voices[voice].name if voice is not None else body[start:end]
            if mention.kind == "pronoun":
                antecedent = antecedents.get(choice.mention)
                if antecedent is not None:
                    voice = known.voice_of.get(antecedent)
                    m = known.mentions[antecedent]
                    speaker = known.voices[voice].name if voice is not None else found.text(m.first, m.after)
        cue = all_cues[choice.cue] if choice.cue >= 0 else None
        result.append(
            Quotation(
                stretch.start,
                stretch.end,
                "direct",
                speaker,
                start,
                end,
                found.text(cue.first, cue.after) if cue else "",
                found.starts[cue.first] if cue else None,
                found.ends[cue.after - 1] if cue else None,
                " ".join(choice.features[:2]),
            )
        )
    return tuple(result)

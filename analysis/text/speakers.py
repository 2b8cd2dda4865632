"""Speakers: who says each marked stretch.

For every marked stretch (a Q among the tokens) the candidates are the subjects of the cues around it, the mentions
in its sentence, the speaker of the quotation before it, "nobody" and "no speech at all" (analysis.text.scene). Each
candidate is described by short readable features (analysis.text.speaker_features), and the candidate with the
largest sum of weights is taken. The weights are fitted on hand-marked news (tests/benchmarks/fit_speaker_ranking.py);
they know positions, kinds of words and classes of cues, never a name. Three plain rules go first: words the writer
doubts ("the alleged “rescue”"), names of works, and quotations signed behind a dash.
"""

import math
import re
from functools import lru_cache

from analysis.text import cues, ranking, speaker_features, tokens
from analysis.text.scene import NO_SPEECH, Choice, Scene

MODEL = "speaker_ranking"
DOUBTED_WORDS = 3
LONG = 30  # characters; a longer stretch with a capital is a sentence of its own
LIKELIER = 1.0  # "no speech" must be that much likelier than all speakers together
SIGNATURE = re.compile(r"Q[|.]?-([TrwNa]{0,4}N)[,|.]")


@lru_cache(maxsize=64)
def find(body: str) -> tuple[Choice, ...]:
    """A choice for every marked stretch of `body`, in order."""
    scene = Scene(body)
    for quote in scene.quotes:
        scene.choices.append(choose(scene, quote))
    return tuple(scene.choices)


def choose(scene: Scene, quote: int) -> Choice:
    """The best candidate for the Q at token `quote`."""
    if _is_doubted(scene, quote) or _is_named(scene, quote):
        return Choice(quote, NO_SPEECH, -1)
    signed = _signed_by(scene, quote)
    if signed >= 0:
        return Choice(quote, signed, -1)
    candidates, shape = scene.candidates(quote), speaker_features.shape(scene, quote)
    weights = ranking.load(MODEL)
    scores = [weights.score(speaker_features.find(scene, quote, one, shape)) for one in candidates]
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    best = order[0]
    if candidates[best].mention == NO_SPEECH:
        others = sum(math.exp(score - scores[best]) for score in scores) - 1.0
        # Never closed and taken up again in the next paragraph: only speech goes on so.
        goes_on = scene.found.stretches[quote].closing < 0 and scene.found.kinds.startswith("|Q", quote + 1)
        if others > LIKELIER or goes_on:
            best = order[1]
    chosen, previous = candidates[best], scene.previous()
    continues = previous is not None and previous.mention == chosen.mention >= 0
    return Choice(quote, chosen.mention, chosen.cue, continues)


def _is_doubted(scene: Scene, quote: int) -> bool:
    """Whether the writer doubts a short stretch right before it: the alleged “invasion”."""
    stretch, low = scene.found.stretches[quote], scene.found.low
    if len(scene.found.body[stretch.start : stretch.end].split()) > DOUBTED_WORDS:
        return False
    return any(speaker_features.signals().get(low[quote - back]) == "doubting word" for back in (1, 2) if quote >= back)


def _is_named(scene: Scene, quote: int) -> bool:
    """Whether the stretch is the name of a work: a book called “The Drowned Pier”."""
    low = scene.found.low
    if quote < 2 or speaker_features.signals().get(low[quote - 1]) != "naming word":
        return False
    return speaker_features.signals().get(low[quote - 2]) == "work" or (low[quote - 1].endswith("titled"))


def _signed_by(scene: Scene, quote: int) -> int:
    """The mention that signs the stretch, alone behind a dash (“…” — Ada Morn), or -1."""
    signature = SIGNATURE.match(scene.found.kinds, quote)
    return scene.known.starting.get(signature.start(1), -1) if signature else -1


def is_whole(body: str, choice: Choice) -> bool:
    """Whether the marked words stand on their own and not as a fragment in the reporter's clause."""
    found = tokens.find(body)
    kinds, token = found.kinds, choice.token
    if kinds[token - 1] in ".|:-":
        return True
    cue = cues.find(body)[choice.cue] if choice.cue >= 0 else None
    if cue is None:
        return kinds[token - 1] == ","
    if cue.first > token:
        return body[found.ends[token] - 1] in ",?!"
    adjacent = cue.after >= token - (kinds[token - 1] == ",")
    long = found.ends[token] - found.starts[token] > LONG
    return (adjacent or long) and body[found.starts[token]].isupper()

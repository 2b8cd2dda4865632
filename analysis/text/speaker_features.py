"""What speaks for and against each possible speaker of a marked stretch, as short readable features.

A feature is a phrase that is present or not ("cue right after", "previous speaker, same paragraph"); its weight
lies in data/models/speaker_ranking.json. Q is the marked stretch; letters such as V and w are the kinds of tokens.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text.cues import Cue
from analysis.text.names import POSSESSORS, Mention
from analysis.text.scene import NO_SPEECH, NOBODY, Candidate, Scene

SIGNALS = frozenset(["naming word", "doubting word", "work"])


class Shape(NamedTuple):
    """The looks of a marked stretch."""

    opening: str  # S opens a sentence, : or , after that sign, f a fragment in a clause
    ending: str  # , or . or ? inside the marks; o a comma or stop right outside; "" none
    size: str  # words, in steps
    case: str
    cued: str
    single: bool


@cache
def signals() -> Mapping[str, str]:
    """Words before a stretch that tell a name or a term from speech -> their class."""
    return {row["term"]: row["class"] for row in lexicons.rows("lexicons/speakers.csv") if row["class"] in SIGNALS}


def find(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> list[str]:
    """What speaks for and against `candidate`, as names of features that are all present."""
    if candidate.mention < 0:
        return list(_absent(scene, quote, candidate.mention, shape))
    found = list(_history(scene, quote, candidate, shape))
    if candidate.cue >= 0:
        found += _by_cue(scene, quote, candidate, shape)
    else:
        found += _by_place(scene, quote, candidate, shape)
    return found


def _by_cue(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> Iterator[str]:
    cue, mention = scene.cues[candidate.cue], scene.known.mentions[candidate.mention]
    place, detail = _place(scene, quote, cue, mention)
    yield f"{place}"
    yield f"{place} {detail}"
    yield f"{place} {shape.opening}{shape.ending}"
    yield f"{place} {detail} {shape.opening}{shape.ending}"
    yield f"{place} {cue.tone}"
    yield f"{place} form {cue.form} {cue.side}"
    yield f"{place} {mention.kind}"
    if cue.passive:
        yield f"{place} passive"
    if "q" not in cue.takes:
        yield f"{place} takes no quotation"
    if cue.verb in ("say", "tell", "add", "write", "call"):
        yield f"{place} {cue.verb}"
    if place == "cue before":
        yield f"cue before, {min(_between(scene, cue.after, quote), 3)} cues between"
    if scene.found.kinds[mention.first - 1] in "iFt" and cue.form != "a":
        yield "after a preposition"
    if mention.kind == "pronoun" and scene.found.low[mention.head] in ("it", "i", "we", "you"):
        yield f"{place} weak pronoun"


def _place(scene: Scene, quote: int, cue: Cue, mention: Mention) -> tuple[str, str]:
    """Where the cue stands to the Q, coarse and fine."""
    if cue.first > quote:
        return _place_after(scene, quote, cue, mention)
    kinds, sentence, paragraph = scene.found.kinds, scene.found.sentence, scene.found.paragraph
    back = min(sentence[quote] - sentence[cue.first], 3)
    gap = kinds[cue.after : quote]
    if back == 0 and "Q" in gap:
        return "cue before", f"other quote between {gap[-2:]}"
    if back == 0:
        return "cue before", f"{_bucket(len(gap))} {gap[-1:] if len(gap) < 3 else ''}{':' if ':' in gap else ''}"
    if paragraph[cue.first] == paragraph[quote]:
        return f"cue {back} sentence back", f"{kinds[quote - 1]} {'Q' in gap}"
    return f"cue {paragraph[quote] - paragraph[cue.first]} paragraph back", f"{back}{':' if ':' in gap[-3:] else ''}"


def _place_after(scene: Scene, quote: int, cue: Cue, mention: Mention) -> tuple[str, str]:
    start = min(cue.first, mention.first) if mention.first > quote else cue.first
    gap = scene.found.kinds[quote + 1 : start]
    if gap.strip(",-") == "":
        return "cue right after", "subject elsewhere" if mention.first < quote else ""
    if scene.found.paragraph[cue.first] != scene.found.paragraph[quote]:
        return "next paragraph", ""
    if scene.found.sentence[cue.first] != scene.found.sentence[quote]:
        return "cue in next sentence", ""
    return "cue after", "other quote between" if "Q" in gap else f"{_bucket(len(gap))} {gap[:1]}"


def _between(scene: Scene, after: int, before: int) -> int:
    """How many cues that take quotations stand between two tokens."""
    low, high = bisect_left(scene.cue_starts, after), bisect_left(scene.cue_starts, before)
    return sum("q" in cue.takes for cue in scene.cues[low:high])


def _by_place(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> Iterator[str]:
    mention = scene.known.mentions[candidate.mention]
    kinds = scene.found.kinds
    same = scene.found.sentence[mention.first] == scene.found.sentence[quote]
    side = "before" if mention.first < quote else "after"
    place = f"no cue {side}" if same else f"no cue {side}, other sentence"
    gap = kinds[mention.after : quote] if mention.first < quote else kinds[quote + 1 : mention.first]
    yield place
    yield f"{place} {shape.opening}{shape.ending}"
    yield f"{place} {mention.kind}"
    yield f"{place} {_bucket(len(gap))}"
    if len(gap) < 3:
        yield f"{place} gap {gap} {kinds[quote + 1 : quote + 2] if side == 'before' else ''}"
    if kinds[mention.first - 1] in "iFt":
        yield f"{place} after {scene.found.low[mention.first - 1]}" if len(gap) < 6 else "after a preposition"
    if kinds[mention.first - 1] in ".|":
        yield f"{place} opens sentence"
        yield f"{place} opens sentence {shape.opening}{shape.ending}"
    if scene.found.low[mention.first] in POSSESSORS and mention.after == mention.first + 1:
        yield f"{place} possessive"
    elif kinds[mention.after] in "wVAbWRU" and kinds[mention.first - 1] not in "iFt":
        yield f"{place} before a verb"
        yield f"{place} before a verb {shape.opening}"
    if mention.first in scene.listeners:
        yield "listener"
    if kinds[mention.after] == ":" and side == "before":
        yield f"{place} names itself before a colon{' that opens the line' if kinds[mention.first - 1] == '|' else ''}"
    if "Q" in gap:
        yield f"{place} other quote between"


def _history(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> Iterator[str]:
    """Features of continuing the speech of the quotation before."""
    previous = scene.previous()
    if previous is None:
        return
    voice_of, sentence, paragraph = scene.known.voice_of, scene.found.sentence, scene.found.paragraph
    same_mention = candidate.mention == previous.mention
    same_voice = candidate.mention in voice_of and voice_of[candidate.mention] == voice_of.get(previous.mention)
    if not (same_mention or same_voice):
        return
    if paragraph[previous.token] == paragraph[quote]:
        gap = scene.found.kinds[previous.token + 1 : quote]
        where = "same sentence" if sentence[previous.token] == sentence[quote] else "same paragraph"
        near = "adjacent " + gap[:1] if len(gap) <= 1 else "near" if len(gap) < 8 else "far"
    else:
        where = f"{min(paragraph[quote] - paragraph[previous.token], 3)} paragraphs back"
        near = "open" if scene.found.stretches[previous.token].closing < 0 else ""
    what = "previous speaker" if same_mention else "previous voice"
    yield f"{what}, {where}"
    yield f"{what}, {where} {near} {shape.opening}{shape.ending}"
    yield f"{what}, {where}, {shape.cued}"
    if same_mention and candidate.cue >= 0 and candidate.cue == previous.cue:
        yield f"previous cue, {where}"


def _absent(scene: Scene, quote: int, which: int, shape: Shape) -> Iterator[str]:
    """Features of a stretch that nobody says."""
    what = "nobody" if which == NOBODY else "no speech"
    kinds, low = scene.found.kinds, scene.found.low
    yield what
    yield f"{what} {shape.opening}{shape.ending}"
    yield f"{what} {shape.size} words"
    yield f"{what} {shape.size} words {shape.case}"
    yield f"{what} {shape.cued}"
    yield f"{what} {shape.cued} {shape.opening}{shape.ending}"
    yield f"{what} {kinds[quote - 1]}Q"
    yield f"{what} Q{kinds[quote + 1]}"
    yield f"{what} {kinds[quote - 1]}Q{kinds[quote + 1]}"
    for back in (1, 2, 3):
        if quote >= back and low[quote - back] in signals():
            yield f"{what} {back} after {signals()[low[quote - back]]}"
    if kinds[quote - 1] in "DiFCbXBtAR":
        yield f"{what} after {low[quote - 1]}"
        yield f"{what} after {low[quote - 1]} {shape.size} {shape.case}"
    yield f"{what} {kinds[max(0, quote - 2) : quote]}Q {shape.cued}"
    yield f"{what} Q{kinds[quote + 1 : quote + 3]}"
    if kinds[quote - 1] in "VGWU":
        nearest = bisect_left(scene.cue_starts, quote) - 1
        if nearest >= 0 and scene.cues[nearest].after == quote:
            yield f"{what} right after a cue {scene.cues[nearest].tone}"
    yield f"{what} {shape.case} {shape.opening}{shape.ending} {shape.cued}"
    if shape.single:
        yield f"{what} single"
    if quote < scene.headline:
        yield f"{what} headline"
    previous = scene.choices[-1] if scene.choices else None
    if previous is not None and scene.found.sentence[previous.token] == scene.found.sentence[quote]:
        yield f"{what} after {'speech' if previous.mention != NO_SPEECH else 'no speech'} in the sentence"
    elif previous is not None and scene.found.paragraph[previous.token] == scene.found.paragraph[quote]:
        yield f"{what} after {'speech' if previous.mention != NO_SPEECH else 'no speech'} in the paragraph"


def shape(scene: Scene, quote: int) -> Shape:
    """How the Q at `quote` looks."""
    stretch, kinds, body = scene.found.stretches[quote], scene.found.kinds, scene.found.body
    words = body[stretch.start : min(stretch.end, stretch.start + 80)].split()
    size = "1" if len(words) == 1 else "2" if len(words) == 2 else "3-5" if len(words) < 6 else "6+"
    opening = "S" if kinds[quote - 1] in ".|" else ":" if kinds[quote - 1] in ":" else ","
    opening = opening if opening != "," or kinds[quote - 1] == "," else "f"
    last = body[stretch.end - 1]
    following = body[stretch.closing + 1 : stretch.closing + 2] if stretch.closing >= 0 else ""
    ending = last if last in ",." else "?" if last in "?!…" else "" if following not in (",", ".") else "o"
    capitals = sum(word[:1].isupper() for word in words)
    case = "Title" if capitals == len(words) else "Capital" if words and words[0][:1].isupper() else "lower"
    return Shape(opening, ending, size, case, _cued(scene, quote), stretch.single)


def _cued(scene: Scene, quote: int) -> str:
    """Whether a cue that takes quotations stands in the sentence of the Q."""
    here, sentence = bisect_left(scene.cue_starts, quote), scene.found.sentence
    after = any(
        cue.first <= quote + 12 and sentence[cue.first] == sentence[quote] and "q" in cue.takes
        for cue in scene.cues[here : here + 2]
    )
    before = any(
        sentence[cue.first] == sentence[quote] and "q" in cue.takes for cue in scene.cues[max(0, here - 3) : here]
    )
    return {(True, True): "cues around", (True, False): "cue ahead", (False, True): "cue behind"}.get(
        (after, before), "no cue"
    )


def _bucket(length: int) -> str:
    """A distance in tokens, in steps."""
    return "0" if length == 0 else "1" if length == 1 else "2-4" if length < 5 else "5-9" if length < 10 else "10+"

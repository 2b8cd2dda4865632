"""What speaks for and against each possible speaker of a marked stretch, as short readable features.

A feature is a phrase that is present or not ("cue right after", "previous speaker, same paragraph"); its weight
lies in data/models/speaker_ranking.json. Q is the marked stretch; letters such as V and w are the kinds of tokens.
The methods of a scene gather facts; the functions behind them name the features that these facts make.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.text.cues import Cue
from analysis.text.names import POSSESSORS, Mention
from analysis.text.ranking import Clue, Group
from analysis.text.scene import NO_SPEECH, NOBODY, Candidate, Scene

SIGNALS = frozenset(["naming word", "doubting word", "work"])
TELLING = frozenset(["say", "tell", "add", "write", "call"])  # verbs with a weight of their own
WEAK = frozenset(["it", "i", "we", "you"])
BEHIND_SUBJECT = "wVAbWRU"  # kinds of tokens


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


def find(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> list[Clue]:
    """What speaks for and against `candidate`."""
    if candidate.mention < 0:
        return _absent(scene, quote, candidate.mention, shape)
    history = _history(scene, quote, candidate, shape)
    if candidate.cue >= 0:
        return [*history, *_by_cue(scene, quote, candidate, shape)]
    return [*history, *_by_place(scene, quote, candidate, shape)]


def _by_cue(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> tuple[Clue, Clue]:
    """A candidate that is the subject of a cue: of the place of the cue, and of the cue itself."""
    cue, mention = scene.cues[candidate.cue], scene.known.mentions[candidate.mention]
    place, detail = _place(scene, quote, cue, mention)
    between = min(_between(scene, cue.after, quote), 3) if place == "cue before" else -1
    is_weak = mention.kind == "pronoun" and scene.found.low[mention.head] in WEAK
    after_preposition = scene.found.kinds[mention.first - 1] in "iFt" and cue.form != "a"
    verb = cue.verb if cue.verb in TELLING else ""
    return (
        (_cue_at, place, detail, f"{shape.opening}{shape.ending}", between),
        (
            _cue_like,
            (place, cue.tone, cue.form, cue.side, mention.kind, verb),
            (cue.passive, "q" not in cue.takes, after_preposition, is_weak),
        ),
    )


def _cue_at(place: str, detail: str, shaped: str, between: int) -> Group:
    found = [f"{place}", f"{place} {detail}", f"{place} {shaped}", f"{place} {detail} {shaped}"]
    return (*found, f"cue before, {between} cues between") if between >= 0 else tuple(found)


def _cue_like(words: tuple[str, str, str, str, str, str], flags: tuple[bool, bool, bool, bool]) -> Group:
    place, tone, form, side, kind, verb = words
    passive, takes_none, after_preposition, is_weak = flags
    found = [f"{place} {tone}", f"{place} form {form} {side}", f"{place} {kind}"]
    found += [f"{place} passive"] if passive else []
    found += [f"{place} takes no quotation"] if takes_none else []
    found += [f"{place} {verb}"] if verb else []
    found += ["after a preposition"] if after_preposition else []
    found += [f"{place} weak pronoun"] if is_weak else []
    return tuple(found)


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


def _by_place(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> tuple[Clue, Clue]:
    """A candidate without a cue: of its place, and of what stands beside it."""
    mention = scene.known.mentions[candidate.mention]
    kinds = scene.found.kinds
    same = scene.found.sentence[mention.first] == scene.found.sentence[quote]
    side = "before" if mention.first < quote else "after"
    place = f"no cue {side}" if same else f"no cue {side}, other sentence"
    gap = kinds[mention.after : quote] if mention.first < quote else kinds[quote + 1 : mention.first]
    before, behind = kinds[mention.first - 1], kinds[mention.after]
    after_word = scene.found.low[mention.first - 1] if before in "iFt" and len(gap) < 6 else ""
    short_gap = f"{gap} {kinds[quote + 1 : quote + 2] if side == 'before' else ''}" if len(gap) < 3 else ""
    owns = scene.found.low[mention.first] in POSSESSORS and mention.after == mention.first + 1
    return (
        (
            _placed,
            place,
            f"{shape.opening}{shape.ending}",
            mention.kind,
            _bucket(len(gap)),
            short_gap,
            before in ".|",
            "Q" in gap,
            mention.first in scene.listeners,
        ),
        (
            _between_words,
            place,
            before if before in "iFt|" else "",
            behind if behind in BEHIND_SUBJECT or (behind == ":" and side == "before") else "",
            after_word,
            owns,
            shape.opening,
        ),
    )


def _placed(
    place: str,
    shaped: str,
    kind: str,
    distance: str,
    short_gap: str,
    opens_sentence: bool,
    quote_between: bool,
    is_listener: bool,
) -> Group:
    found = [place, f"{place} {shaped}", f"{place} {kind}", f"{place} {distance}"]
    found += [f"{place} gap {short_gap}"] if short_gap else []
    found += [f"{place} opens sentence", f"{place} opens sentence {shaped}"] if opens_sentence else []
    found += [f"{place} other quote between"] if quote_between else []
    found += ["listener"] if is_listener else []
    return tuple(found)


def _between_words(place: str, before: str, behind: str, after_word: str, owns: bool, opening: str) -> Group:
    found: list[str] = []
    if before and before != "|":
        found.append(f"{place} after {after_word}" if after_word else "after a preposition")
    if owns:
        found.append(f"{place} possessive")
    elif behind and behind != ":" and before in ("", "|"):
        found += [f"{place} before a verb", f"{place} before a verb {opening}"]
    if behind == ":":
        found.append(f"{place} names itself before a colon{' that opens the line' if before == '|' else ''}")
    return tuple(found)


def _history(scene: Scene, quote: int, candidate: Candidate, shape: Shape) -> tuple[Clue, ...]:
    """Continuing the speech of the quotation before."""
    previous = scene.previous()
    if previous is None:
        return ()
    voice_of, sentence, paragraph = scene.known.voice_of, scene.found.sentence, scene.found.paragraph
    same_mention = candidate.mention == previous.mention
    same_voice = candidate.mention in voice_of and voice_of[candidate.mention] == voice_of.get(previous.mention)
    if not (same_mention or same_voice):
        return ()
    if paragraph[previous.token] == paragraph[quote]:
        gap = scene.found.kinds[previous.token + 1 : quote]
        where = "same sentence" if sentence[previous.token] == sentence[quote] else "same paragraph"
        near = "adjacent " + gap[:1] if len(gap) <= 1 else "near" if len(gap) < 8 else "far"
    else:
        where = f"{min(paragraph[quote] - paragraph[previous.token], 3)} paragraphs back"
        near = "open" if scene.found.stretches[previous.token].closing < 0 else ""
    what = "previous speaker" if same_mention else "previous voice"
    same_cue = same_mention and candidate.cue >= 0 and candidate.cue == previous.cue
    return ((_continuing, what, where, near, f"{shape.opening}{shape.ending}", shape.cued, same_cue),)


def _continuing(what: str, where: str, near: str, shaped: str, cued: str, same_cue: bool) -> Group:
    found = (f"{what}, {where}", f"{what}, {where} {near} {shaped}", f"{what}, {where}, {cued}")
    return (*found, f"previous cue, {where}") if same_cue else found


def _absent(scene: Scene, quote: int, which: int, shape: Shape) -> list[Clue]:
    """A stretch that nobody says."""
    what = "nobody" if which == NOBODY else "no speech"
    kinds, low = scene.found.kinds, scene.found.low
    signalled = tuple(signals().get(low[quote - back], "") if quote >= back else "" for back in (1, 2, 3))
    tone = ""
    if kinds[quote - 1] in "VGWU":
        nearest = bisect_left(scene.cue_starts, quote) - 1
        if nearest >= 0 and scene.cues[nearest].after == quote:
            tone = scene.cues[nearest].tone
    previous, after = scene.choices[-1] if scene.choices else None, ""
    if previous is not None and scene.found.paragraph[previous.token] == scene.found.paragraph[quote]:
        unit = "sentence" if scene.found.sentence[previous.token] == scene.found.sentence[quote] else "paragraph"
        after = f"after {'speech' if previous.mention != NO_SPEECH else 'no speech'} in the {unit}"
    return [
        (_shaped, what, shape, quote < scene.headline),
        (_surrounded, what, kinds[max(0, quote - 2) : quote], kinds[quote + 1 : quote + 3], shape.cued),
        (_preceded, what, low[quote - 1] if kinds[quote - 1] in "DiFCbXBtAR" else "", shape.size, shape.case),
        (_signalled, what, signalled, tone, after),
    ]


def _shaped(what: str, shape: Shape, in_headline: bool) -> Group:
    shaped = f"{shape.opening}{shape.ending}"
    found = [
        what,
        f"{what} {shaped}",
        f"{what} {shape.size} words",
        f"{what} {shape.size} words {shape.case}",
        f"{what} {shape.cued}",
        f"{what} {shape.cued} {shaped}",
        f"{what} {shape.case} {shaped} {shape.cued}",
    ]
    found += [f"{what} single"] if shape.single else []
    found += [f"{what} headline"] if in_headline else []
    return tuple(found)


def _surrounded(what: str, before: str, behind: str, cued: str) -> Group:
    return (
        f"{what} {before[-1:]}Q",
        f"{what} Q{behind[:1]}",
        f"{what} {before[-1:]}Q{behind[:1]}",
        f"{what} {before}Q {cued}",
        f"{what} Q{behind}",
    )


def _preceded(what: str, word: str, size: str, case: str) -> Group:
    return (f"{what} after {word}", f"{what} after {word} {size} {case}") if word else ()


def _signalled(what: str, signals_before: tuple[str, ...], tone: str, after: str) -> Group:
    found = [f"{what} {back} after {signal}" for back, signal in enumerate(signals_before, start=1) if signal]
    found += [f"{what} right after a cue {tone}"] if tone else []
    found += [f"{what} {after}"] if after else []
    return tuple(found)


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

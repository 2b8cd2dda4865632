"""Target clues: what stands around one mention of an actor in its sentence. No opinion; actor_tone weighs them.

The mention is masked as TARGET and every other name as NAME, so that nothing can be learnt about anybody. Words are
brought to stems. The families of clues:

    word, pair       a stem of the sentence; two neighbours
    near, far        a stem up to 4 or 8 words before (-) or behind (+) the target
    tone             how positive and negative the scored words are, in the sentence and near the target
    role             a word of data/lexicons/actor_tone.csv and what the target is to it ("blame object")
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from analysis import lexicons
from analysis.text import stems, words
from analysis.text.remembered import Remembered

LEXICON = "actor_tone"
FAMILIES = ("word", "pair", "near", "far", "tone", "role")
ROLES = frozenset(["blame", "praise", "wrong", "success", "flaw", "merit"])
TARGET, NAME, NUMBER = "TARGET", "NAME", "NUMBER"
NEAR, FAR = 4, 8  # words on either side
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
SIGNS = frozenset('",;:—–()?!')
STEP, MOST = 1.5, 5  # valences are summed up and told in so many steps

Clues = Mapping[str, Sequence[str]]  # family -> clues, as often as they occur


class Spelled(NamedTuple):
    """What one spelling tells wherever it stands."""

    stem: str
    is_capital: bool  # begins with a capital and is no function word
    role: str  # a class of the lexicon, or ""


class Line(NamedTuple):
    """One sentence: its words and signs, each with its offsets, its stem and its valence (0 where it has none)."""

    starts: list[int]
    ends: list[int]
    spelled: list[Spelled]
    valences: list[float]


@cache
def _spellings() -> Remembered[str, Spelled]:
    return Remembered(_spelled)


def _spelled(text: str) -> Spelled:
    plain = text.lower().replace("’", "'")
    stem = stems.of(text)
    if text[0].isdigit():
        return Spelled(NUMBER, False, "")
    return Spelled(stem or plain, text[0].isupper() and bool(stem), _roles().get(stem or plain, ""))


@cache
def _roles() -> Mapping[str, str]:
    """Stem -> class, for the words that say something of those they are said of."""
    found: dict[str, str] = {}
    for row in lexicons.rows(f"lexicons/{LEXICON}.csv"):
        if row["class"] in ROLES:
            found.setdefault(stems.of(row["term"]) or row["term"], row["class"])
    return found


@cache
def _class(name: str) -> frozenset[str]:
    return lexicons.classes(LEXICON)[name]


def read(body: str, start: int, end: int, valences: Mapping[int, float]) -> Line:
    """The sentence `body[start:end]`; valences: offset of a word -> its valence."""
    line = Line([], [], [], [])
    first, after = words.between(body, start, end)
    places, texts, spellings = words.find(body)[first:after], words.texts(body)[first:after], _spellings()
    position = start
    for (begin, stop), text in zip(places, texts, strict=True):
        if begin > position:
            for offset, sign in enumerate(body[position:begin].translate(QUOTES), start=position):
                if sign in SIGNS:
                    _add(line, (offset, offset + 1), Spelled(sign, False, ""), 0.0)
        _add(line, (begin, stop), spellings[text], valences.get(begin, 0.0))
        position = stop
    return line


def _add(line: Line, place: tuple[int, int], spelled: Spelled, valence: float) -> None:
    line.starts.append(place[0])
    line.ends.append(place[1])
    line.spelled.append(spelled)
    line.valences.append(valence)


def find(line: Line, start: int, end: int) -> Clues:
    """The clues around the mention at `start` up to `end`, offsets as in `line`."""
    first, after = bisect_left(line.starts, start), bisect_left(line.starts, end)
    first = min(first, len(line.starts) - 1)
    heard, at, valences = _masked(line, first, max(after, first + 1))
    before, behind = heard[max(0, at - FAR) : at], heard[at + 1 : at + 1 + FAR]
    return {
        "word": heard,
        "pair": [f"{one} {two}" for one, two in pairwise(heard)],
        "near": [f"-{word}" for word in before[-NEAR:]] + [f"+{word}" for word in behind[:NEAR]],
        "far": [f"-{word}" for word in before] + [f"+{word}" for word in behind],
        "tone": [*_tones(valences, at), *_nearest(heard, valences, at)],
        "role": list(_found_roles(heard, at)),
    }


def words_of(line: Line, family: str, clue: str) -> list[tuple[int, int]]:
    """Where the words of a clue stand in its sentence: (start, end) of each; none for those of a name or of nothing."""
    found = []
    for start, end, spelled, valence in zip(line.starts, line.ends, line.spelled, line.valences, strict=True):
        if family == "role":
            is_in = spelled.role != "" and spelled.role == next(iter(ROLES.intersection(clue.split())), "")
        elif family == "tone":
            is_in = (valence > 0 and "good" in clue) or (valence < 0 and "bad" in clue)
        else:
            is_in = spelled.stem in clue.lstrip("+-").split(" ")
        if is_in:
            found.append((start, end))
    return found


def _masked(line: Line, first: int, after: int) -> tuple[list[str], int, list[float]]:
    """(stems with TARGET and NAME, where TARGET stands, valences) of a sentence whose target is first:after."""
    spelled = line.spelled
    capitals = [word.is_capital for word in spelled]
    if 2 * sum(capitals) > len(capitals):
        capitals = [False] * len(capitals)  # a line in Title Case
    elif first > 0 and not (capitals[1] and first > 1):
        capitals[0] = False  # a capital that comes from the place
    heard: list[str] = []
    valences: list[float] = []
    at = 0
    for index, word in enumerate(spelled):
        if first <= index < after:
            if index == first:
                at = len(heard)
                heard.append(TARGET)
                valences.append(0.0)
        elif not capitals[index]:
            heard.append(word.stem)
            valences.append(line.valences[index])
        elif not heard or heard[-1] != NAME:
            heard.append(NAME)
            valences.append(0.0)
    return heard, at, valences


def _tones(valences: Sequence[float], at: int) -> Iterator[str]:
    """Sums of positive and of negative valences, in steps, in five stretches."""
    stretches = {
        "all": valences,
        "near": valences[max(0, at - FAR) : at + FAR + 1],
        "before": valences[:at],
        "behind": valences[at + 1 :],
        "right before": valences[max(0, at - NEAR) : at],
        "right behind": valences[at + 1 : at + 1 + NEAR],
    }
    for name, stretch in stretches.items():
        good = sum(valence for valence in stretch if valence > 0)
        bad = -sum(valence for valence in stretch if valence < 0)
        yield f"{name} {_step(good - bad)}"
        if good and bad:
            yield f"{name} mixed"
        for step in range(1, _step(good) + 1):
            yield f"{name} good {step}"
        for step in range(1, _step(bad) + 1):
            yield f"{name} bad {step}"


def _step(valence: float) -> int:
    """A sum of valences in steps from −5 to 5; 0 only for 0."""
    steps = min(MOST, int(abs(valence) / STEP + 0.99))
    return steps if valence > 0 else -steps


def _nearest(heard: Sequence[str], valences: Sequence[float], at: int) -> Iterator[str]:
    """The scored word nearest to the target, and the words that link the two."""
    scored = [(abs(index - at), index) for index, valence in enumerate(valences) if valence]
    if not scored:
        yield "nothing scored"
        return
    distance, index = min(scored)
    sign = "good" if valences[index] > 0 else "bad"
    side = "before" if index < at else "behind"
    yield f"nearest {sign} {side} {min(distance, 4)}"
    for word in {*heard[min(index, at) + 1 : max(index, at)]} & _class("link"):
        yield f"nearest {sign} {side} over {word}"


def _found_roles(heard: Sequence[str], at: int) -> Iterator[str]:
    """Every word of the lexicon and what the target may be to it."""
    roles, negations = _roles(), _class("negation")
    for index, word in enumerate(heard):
        role = roles.get(word)
        if role is None:
            continue
        if not negations.isdisjoint(heard[max(0, index - 3) : index]):
            role = f"not {role}"
        distance = abs(index - at)
        reach = "1" if distance == 1 else "2-4" if distance < 5 else "5-9" if distance < 10 else "10+"
        yield role
        if index < at:
            between = heard[index + 1 : at]
            yield from (f"{role} before", f"{role} before {reach}")
            if "by" in between:
                yield f"{role} by"
            if distance <= 3 and "and" not in between and "but" not in between:
                yield f"{role} object"
            yield from (f"{role} {link}" for link in between[-2:] if link in _class("link"))
        else:
            between = heard[at + 1 : index]
            yield from (f"{role} behind", f"{role} behind {reach}")
            if not _class("form of be").isdisjoint(between[-3:]):
                yield f"{role} passive"
            elif distance <= 4:
                yield f"{role} subject"
            if heard[index + 1 : index + 2] and (heard[index + 1] == NAME or heard[index + 1] in _class("determiner")):
                yield f"{role} has object"

"""What a class found: agreement by task and by unit, disagreements with their words, class against key and machine.

Coders are the works that count, each with the answers handed in first, which are the blind ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.classroom import agreement, machine, marks, units
from analysis.classroom.agreement import Agreement
from analysis.classroom.records import FRAMES, LETTERS, QUOTATIONS, WRITTEN, Answers, Assignment, Work, tasks
from analysis.classroom.units import Unit
from analysis.comparison import frames
from analysis.model import Article
from analysis.text import words

NUMBER = re.compile(r"(\d+)")
KINDS = (marks.NOBODY, marks.REPORTED, marks.IN_MARKS)

Integers = NDArray[np.int64]
Coders = Mapping[str, Answers]  # name of a coder -> answers


@dataclass(frozen=True, slots=True)
class Judged:
    """One unit as the class judged it. given: value -> names of the coders; key, machine: "" where they are silent."""

    unit: Unit
    words: str
    given: Mapping[str, tuple[str, ...]]
    key: str
    machine: str

    @property
    def counts(self) -> Mapping[str, int]:
        """How many coders gave each value."""
        return {value: len(names) for value, names in self.given.items()}

    @property
    def agreeing(self) -> float:
        """The share of pairs of coders that agree."""
        return agreement.share_agreeing(self.counts)

    @property
    def majority(self) -> str:
        """The value that most coders gave; "" where two are level or nobody answered."""
        top = Counter(self.counts).most_common(2)
        return "" if not top or (len(top) > 1 and top[0][1] == top[1][1]) else top[0][0]


@dataclass(frozen=True, slots=True)
class Match:
    """How many of the units that both `who` and `reference` judged got the same value."""

    who: str
    reference: str
    same: int
    units: int


@dataclass(frozen=True, slots=True)
class Hot:
    """`body[start:end]` of an article was marked, or given the value asked for, by `count` of `coders`."""

    letter: str
    start: int
    end: int
    count: int
    coders: int


@dataclass(frozen=True, slots=True)
class Part:
    """The agreement on a whole task or on a part of it. unit: what was judged, one by one."""

    title: str
    unit: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class TaskResult:
    """One task. parts: the whole task first, then what it consists of."""

    task: str
    parts: tuple[Part, ...]
    judged: tuple[Judged, ...]

    def disagreements(self) -> tuple[Judged, ...]:
        """The units that coders judged differently, those of least agreement first."""
        open_ones = [one for one in self.judged if len(one.given) > 1]
        return tuple(sorted(open_ones, key=lambda one: one.agreeing))


def coders(works: Sequence[Work]) -> Coders:
    """The blind answers of `works` by name."""
    return {work.name: work.submissions[0].answers for work in works}


def compare(assignment: Assignment, by_coder: Coders, task: str, letters: Sequence[str] = ()) -> TaskResult:
    """What the coders found in one task; letters: in these articles only, where any is named."""
    asked = [unit for unit in units.find(assignment, task) if not letters or not unit.letter or unit.letter in letters]
    given = _given(by_coder, task)
    key, told = _by_unit(assignment.key, task), _by_unit(machine.answers(assignment), task)
    judged = tuple(
        Judged(
            unit,
            units.words_of(assignment, unit),
            _names(given.get(unit.id, ()), task),
            category(task, key.get(unit.id, "")),
            category(task, told.get(unit.id, "")),
        )
        for unit in asked
    )
    parts = () if task in WRITTEN else tuple(_parts(assignment, task, judged, given))
    return TaskResult(task, parts, judged)


def category(task: str, value: str) -> str:
    """The value as it is counted: of marks in a sentence, their kind."""
    return marks.kind(value) if task == QUOTATIONS and value else value


def matches(result: TaskResult) -> tuple[Match, ...]:
    """The class (its majority) against key and machine, the machine against the key, each coder against the key."""
    majority = {one.unit.id: one.majority for one in result.judged}
    key = {one.unit.id: one.key for one in result.judged}
    told = {one.unit.id: one.machine for one in result.judged}
    found = [
        _match("The class", majority, "key", key),
        _match("The class", majority, "machine", told),
        _match("The machine", told, "key", key),
    ]
    own: dict[str, dict[str, str]] = {}
    for one in result.judged:
        for value, who in one.given.items():
            for name in who:
                own.setdefault(name, {})[one.unit.id] = value
    found += [_match(name, own[name], "key", key) for name in sorted(own, key=_by_number)]
    return tuple(one for one in found if one.units)


def heat(assignment: Assignment, by_coder: Coders, task: str, value: str) -> tuple[Hot, ...]:
    """The stretches that coders gave `value` in a task on the text, with how many did; of quotations word by word."""
    given = _given(by_coder, task)
    if task != QUOTATIONS:
        found = []
        for unit in units.find(assignment, task):
            values = [one for _, one in given.get(unit.id, ())]
            if unit.end and value in values:
                found.append(Hot(unit.letter, unit.start, unit.end, values.count(value), len(values)))
        return tuple(found)
    return tuple(
        hot
        for letter, article in zip(LETTERS, assignment.articles, strict=False)
        for hot in _hot_words(letter, article, _word_counts(assignment, letter, given), value)
    )


def _given(by_coder: Coders, task: str) -> dict[str, list[tuple[str, str]]]:
    """Unit -> (coder, value) of all who judged it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, answers in by_coder.items():
        for one in answers:
            if one.task == task and one.value:
                found.setdefault(one.unit, []).append((name, one.value))
    return found


def _names(given: Sequence[tuple[str, str]], task: str) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for name, value in given:
        shown = category(task, value)
        names[shown] = (*names.get(shown, ()), name)
    return dict(sorted(names.items(), key=lambda one: -len(one[1])))


def _by_unit(answers: Answers, task: str) -> Mapping[str, str]:
    return {one.unit: one.value for one in answers if one.task == task}


def _parts(
    assignment: Assignment, task: str, judged: Sequence[Judged], given: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[Part]:
    asked = tasks()[task]
    if task == QUOTATIONS:
        yield Part("Nobody, in marks or without marks, word by word", "word", _of_words(assignment, judged, given))
        yield Part("Who speaks, sentence by sentence", asked.unit, _of_speakers(judged, given))
        return
    values = units.choices(task)
    yield Part(asked.title, asked.unit, agreement.compare([one.counts for one in judged], values, asked.level))
    if task == FRAMES:
        by_frame: dict[str, list[Judged]] = {}
        for one in judged:
            by_frame.setdefault(one.unit.id.split(":")[1], []).append(one)
        titles = {question.frame: question.title for question in frames.questions()}
        for frame, own in by_frame.items():
            found = agreement.compare([one.counts for one in own], values, asked.level)
            yield Part(titles[frame], asked.unit, found)


def _of_words(
    assignment: Assignment, judged: Sequence[Judged], given: Mapping[str, Sequence[tuple[str, str]]]
) -> Agreement:
    """Agreement word by word; the words of a sentence are drawn together in the bootstrap."""
    counted: list[Mapping[str, int]] = []
    groups: list[int] = []
    for number, one in enumerate(judged):
        body = assignment.articles[LETTERS.index(one.unit.letter)].body
        for row in _sentence_counts(body, one.unit, given.get(one.unit.id, ())):
            counted.append(dict(zip(KINDS, row.tolist(), strict=True)))
            groups.append(number)
    return agreement.compare(counted, KINDS, groups=groups)


def _of_speakers(judged: Sequence[Judged], given: Mapping[str, Sequence[tuple[str, str]]]) -> Agreement:
    """Agreement on who speaks, among coders who mark somebody; spelling in capitals or not is the same."""
    named = [[marks.speakers(value) for _, value in given.get(one.unit.id, ())] for one in judged]
    spelling: dict[str, str] = {}
    for name in sorted(name for coders in named for names in coders for name in names):  # capitals sort first
        spelling.setdefault(name.casefold(), name)
    counted = [
        Counter(", ".join(sorted({spelling[name.casefold()] for name in names})) for names in coders if names)
        for coders in named
    ]
    return agreement.compare(counted, sorted({name for unit in counted for name in unit}))


def _sentence_counts(body: str, unit: Unit, given: Sequence[tuple[str, str]]) -> Integers:
    """Shape (words of the sentence, kinds): how many coders put each word under each kind."""
    first, after = words.between(body, unit.start, unit.end)
    counts = np.zeros((after - first, len(KINDS)), dtype=np.int64)
    for _, value in given:
        kind = np.zeros(after - first, dtype=np.int64)
        for mark in marks.read(value):
            begin, end = words.between(body, mark.start, mark.end)
            kind[max(0, begin - first) : max(0, end - first)] = KINDS.index(mark.kind)
        counts[np.arange(after - first), kind] += 1
    return counts


def _word_counts(
    assignment: Assignment, letter: str, given: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[tuple[Unit, Integers]]:
    body = assignment.articles[LETTERS.index(letter)].body
    for unit in units.find(assignment, QUOTATIONS):
        if unit.letter == letter and unit.id in given:
            yield unit, _sentence_counts(body, unit, given[unit.id])


def _hot_words(
    letter: str,
    article: Article,
    counted: Iterator[tuple[Unit, Integers]],
    value: str,
) -> Iterator[Hot]:
    """Runs of words that equally many coders gave `value`."""
    for unit, counts in counted:
        places = words.find(article.body, unit.start, unit.end)
        column, coded = counts[:, KINDS.index(value)].tolist(), int(counts[:1].sum())
        run: list[tuple[int, int]] = []
        for at, (place, count) in enumerate(zip(places, column, strict=False)):
            if count:
                run.append(place)
            if run and (at + 1 == len(column) or column[at + 1] != count):
                yield Hot(letter, run[0][0], run[-1][1], count, coded)
                run = []


def _by_number(name: str) -> tuple[str | int, ...]:
    """Sorts “Coder 2” before “Coder 10”."""
    return tuple(int(part) if part.isdecimal() else part.casefold() for part in NUMBER.split(name))


def _match(who: str, own: Mapping[str, str], reference: str, right: Mapping[str, str]) -> Match:
    both = [unit for unit, value in own.items() if value and right.get(unit)]
    return Match(who, reference, sum(own[unit] == right[unit] for unit in both), len(both))

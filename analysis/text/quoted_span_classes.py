"""What the marks of each short quoted span are doing: its class, why, and how sure that is.

The clues of `analysis.text.quoted_span_clues` are weighed by a multinomial logistic regression with readable weights
(data/models/quoted_spans.json, fitted by tests/benchmarks/fit_quoted_spans.py). Four clues decide alone, because they
are the definition. Spans with the same words in one body are read together: each leans toward the others.
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis import lexicons
from analysis.errors import BrokenData
from analysis.text import quoted_span_clues, quoted_spans
from analysis.text.quoted_spans import QuotedSpan

CLASSES = ("speech", "scare", "title", "term", "other")
DECISIVE = {"place_code": "other", "doubt_before": "scare", "named_as_words": "term", "inside_a_name": "title"}
DECIDED = 0.9  # the probability of a class that one clue decides
SURE = 2  # a span that one clue decides draws those with the same words twice as strongly
PATH = lexicons.DATA / "models" / "quoted_spans.json"

ELSEWHERE = {
    "speech": "the same words stand in marks elsewhere, where they are somebody's",
    "scare": "the same words stand in marks elsewhere, where the marks keep a distance",
    "title": "the same words stand in marks elsewhere, as a name or a title",
    "term": "the same words stand in marks elsewhere, as a term",
    "other": "the same words stand in marks elsewhere, where they are none of the other classes",
}

Logs = tuple[float, ...]  # the logarithm of the probability of each of CLASSES


class Model(NamedTuple):
    """Clue -> weight per class, in the order of CLASSES ("": the start of every span); how far same words lean."""

    weights: Mapping[str, tuple[float, ...]]
    same_words: float


class Classified(NamedTuple):
    """A span, its class, what the clue that decided says, and the probability of the class (0 to 1)."""

    span: QuotedSpan
    cls: str
    reason: str
    confidence: float


@lru_cache(maxsize=256)
def find(body: str) -> tuple[Classified, ...]:
    """Every short quoted span of `body` with its class, in order."""
    spans, clues = quoted_spans.find(body), quoted_span_clues.find(body)
    alone = [_logs(names, model()) for names in clues]
    settled = _settle(alone, clues, [words_of(body, span) for span in spans], model().same_words)
    found = []
    for span, names, own, logs in zip(spans, clues, alone, settled, strict=True):
        cls, confidence = _likeliest(logs)
        is_own = own is logs or _likeliest(own)[0] == cls
        found.append(Classified(span, cls, _reason(names, cls) if is_own else ELSEWHERE[cls], confidence))
    return tuple(found)


def words_of(body: str, span: QuotedSpan) -> str:
    """The words of a span without case and punctuation."""
    inner = body[span.inner_start : span.inner_end]
    return " ".join(word for word in quoted_span_clues.tokens_of(inner) if word[0].isalnum())


def settle(clues: Sequence[frozenset[str]], words: Sequence[str], model: Model) -> list[tuple[str, float]]:
    """The class and the probability of each span of one body, those with the same words read together."""
    logs = [_logs(names, model) for names in clues]
    return [_likeliest(one) for one in _settle(logs, clues, words, model.same_words)]


def _settle(
    logs: Sequence[Logs], clues: Sequence[frozenset[str]], words: Sequence[str], same_words: float
) -> list[Logs]:
    """`logs`, those of spans with the same words drawn toward one another."""
    alike: dict[str, list[int]] = {}
    for index, (said, names) in enumerate(zip(words, clues, strict=True)):
        if said and "place_code" not in names:
            alike.setdefault(said, []).append(index)
    decided = [not names.isdisjoint(DECISIVE) for names in clues]
    leaned = list(logs)
    for indices in alike.values():
        if len(indices) > 1:
            pulls = [same_words * (SURE if decided[index] else 1) for index in indices]
            drawn = [[pull * log for log in logs[index]] for pull, index in zip(pulls, indices, strict=True)]
            sums, whole = [sum(column) for column in zip(*drawn, strict=True)], sum(pulls)
            for own, pull, index in zip(drawn, pulls, indices, strict=True):
                if not decided[index]:
                    others = (total - mine for total, mine in zip(sums, own, strict=True))
                    mixed = zip(logs[index], others, strict=True)
                    leaned[index] = tuple((log + other) / (1 + whole - pull) for log, other in mixed)
    return leaned


def _likeliest(logs: Logs) -> tuple[str, float]:
    best = max(range(len(CLASSES)), key=logs.__getitem__)
    return CLASSES[best], 1 / sum(math.exp(log - logs[best]) for log in logs)


def _logs(clues: frozenset[str], model: Model) -> Logs:
    """What the clues say of each class, as logarithms of probabilities."""
    for clue, cls in DECISIVE.items():
        if clue in clues:
            rest = (1 - DECIDED) / (len(CLASSES) - 1)
            return tuple(math.log(DECIDED if one == cls else rest) for one in CLASSES)
    rows = [model.weights[""], *(model.weights[clue] for clue in clues if clue in model.weights)]
    sums = [math.fsum(column) for column in zip(*rows, strict=True)]  # the same in any order
    top = max(sums)
    whole = top + math.log(sum(math.exp(total - top) for total in sums))
    return tuple(total - whole for total in sums)


@cache
def model() -> Model:
    """The stored weights.

    Raises BrokenData where the file cannot be read.
    """
    try:
        stored = json.loads(PATH.read_text(encoding="utf-8"))
        weights = {clue: tuple(row[cls] for cls in CLASSES) for clue, row in stored["weights"].items()}
        return Model(weights, float(stored["same_words"]))
    except (OSError, ValueError, KeyError) as error:
        raise BrokenData(
            f"data/models/{PATH.name} cannot be read ({error!r}); restore it from the repository."
        ) from error


def _reason(clues: frozenset[str], cls: str) -> str:
    """What the clue that speaks loudest for `cls` says, from data/lexicons/quoted_spans.csv.

    Clues of the class "plain" (length, place) weigh like others, but explain little: they speak where no other does.
    """
    decisive = [clue for clue in DECISIVE if clue in clues]
    if decisive:
        return lexicons.terms("quoted_spans")[decisive[0]]["reason"]
    said = [_voices()[clue] for clue in sorted(clues) if clue in _voices()]
    column = CLASSES.index(cls)
    telling = [voice for voice in said if voice.tells and voice.loudness[column] > 0] or said
    return max(telling, key=lambda voice: voice.loudness[column]).reason if telling else "no clue stands out"


class _Voice(NamedTuple):
    """What a clue says: its reason, how loudly it speaks for each class, and whether that explains anything."""

    reason: str
    loudness: tuple[float, ...]
    tells: bool


@cache
def _voices() -> Mapping[str, _Voice]:
    explained = lexicons.terms("quoted_spans")
    return {
        clue: _Voice(
            explained[clue]["reason"],
            tuple(weight - sum(row) / len(row) for weight in row),
            explained[clue]["class"] != "plain",
        )
        for clue, row in model().weights.items()
        if clue in explained
    }

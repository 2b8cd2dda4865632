"""Your judgement beside the count

Counts: what a reader answered on each article (which side gets more room, whether the wording is for or against an
  actor, and why), and beside it the words of each side and the sentences by tone toward that actor.
Unit: one answer of one reader; words and sentences for the machine.
Read as: two readings of one text. Answers given before the reveal owe nothing to the name of the outlet; where reader
  and machine differ, open the passages and decide.
Misses: what nobody asked. One answer is no measurement: compare coders before you draw a conclusion. Hiding covers the
  names, addresses and handles of the outlets compared; style and spelling, places, topics, photographers, columnists
  named by others, nicknames that no list knows and a story that you remember can still tell them.
Source: code blind first, because coders who see a label first tend to agree with it; questions ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis import lexicons
from analysis.model import Article, Result

ROOM, WORDING, WHY = QUESTIONS = ("room", "wording", "why")
WORDS = "words: "  # how the parts of a balance begin that count the words of a side
BEFORE, SEEN, AFTER = ("before the reveal", "outlets hidden, but seen earlier", "after the reveal")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One answer of a reader. about: the actor asked about, or "". when: BEFORE, SEEN or AFTER; at: ISO 8601 time.

    For answers on frames see `frames.given`.
    """

    article: str
    question: str
    about: str
    answer: str
    when: str
    at: str


class Beside(NamedTuple):
    """One answer and what the machine counted; `machine` is a sentence, or why there is none."""

    article: str
    question: str
    answer: str
    when: str
    at: str
    machine: str


@cache
def rows() -> Mapping[str, lexicons.Row]:
    """The questions of data/judgements.csv, by key."""
    return {row["question"]: row for row in lexicons.rows("judgements.csv")}


def text(question: str, about: str = "") -> str:
    """The question as a reader sees it."""
    return rows()[question]["text"].format(about=about)


def choices(question: str) -> tuple[str, ...]:
    """The answers that every event has."""
    return tuple(filter(None, rows()[question]["choices"].split("; ")))


def laid_over(earlier: Iterable[Judgement], new: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """`earlier` and `new`; an answer replaces one to the same question, but never one from before the reveal."""
    asked = {(one.article, one.question, one.about, one.when) for one in new}
    return (*(one for one in earlier if (one.article, one.question, one.about, one.when) not in asked), *new)


def compare(
    articles: Sequence[Article],
    judgements: Iterable[Judgement],
    balance: Mapping[str, Result],
    tones: Mapping[str, Result],
) -> tuple[Beside, ...]:
    """The judgements on `articles`, in their order, each beside the machine.

    balance: article id -> result of side_balance; tones: article id -> result of actor_tone.
    """
    given = sorted(judgements, key=lambda one: (QUESTIONS.index(one.question), one.about, one.at))
    return tuple(
        Beside(one.article, text(one.question, one.about), one.answer, one.when, one.at, _machine(one, balance, tones))
        for article in articles
        for one in given
        if one.article == article.id
    )


def _machine(one: Judgement, balance: Mapping[str, Result], tones: Mapping[str, Result]) -> str:
    """What was counted on the question, in words."""
    if one.question == ROOM and one.article in balance:
        words = [value for value in balance[one.article].values if value.part.startswith(WORDS) and value.number]
        told = ", ".join(f"{value.part.removeprefix(WORDS)} {value.number:.0f}" for value in words)
        return f"Words: {told}" if told else balance[one.article].missing or "No words of any side were found."
    if one.question == WORDING and one.article in tones:
        sentences = [value for value in tones[one.article].values if value.labels == (one.about,)]
        told = ", ".join(f"{value.part.partition(':')[0]} {value.number:.0f}" for value in sentences)
        return f"Sentences: {told}" if told else "This actor is not named in the narration."
    return rows()[one.question]["machine"]

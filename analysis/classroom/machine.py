"""What the machine answers, in the values that coders use, so that both can be compared.

It answers no questions on frames and writes nothing. Its answers come after the students' own: coders who see them
first agree with them more than with each other.
"""

from collections.abc import Iterator
from functools import lru_cache

from analysis.classroom import marks, units
from analysis.classroom.marks import IN_MARKS, REPORTED, Mark
from analysis.classroom.records import CLAIMS, LETTERS, QUOTATIONS, SPANS, TONE, Answer, Answers, Assignment
from analysis.comparison import statements
from analysis.measures import scare_quotes, sentiment
from analysis.model import Article
from analysis.text import quotations, stems


@lru_cache(maxsize=32)
def answers(assignment: Assignment) -> Answers:
    """The machine's answer to every unit that it can answer, in the order of the tasks."""
    return tuple(answer for task in assignment.tasks for answer in _of(assignment, task))


def _of(assignment: Assignment, task: str) -> Iterator[Answer]:
    if task == CLAIMS:
        yield from _claims(assignment)
        return
    told = {QUOTATIONS: _quotations, SPANS: _spans, TONE: _tone}.get(task)
    if told is None:
        return
    asked = {unit.id for unit in units.find(assignment, task)}
    for letter, article in zip(LETTERS, assignment.articles, strict=False):
        for place, value in told(article):
            if f"{letter}:{place}" in asked:
                yield Answer(task, f"{letter}:{place}", value)


def _quotations(article: Article) -> Iterator[tuple[str, str]]:
    found = [
        Mark(one.start, one.end, REPORTED if one.kind == "indirect" else IN_MARKS, one.speaker)
        for one in quotations.of(article)
    ]
    yield from by_sentence(article, found)


def by_sentence(article: Article, found: list[Mark]) -> Iterator[tuple[str, str]]:
    """(place, value) of every sentence of `article`, each mark of `found` cut at the ends of sentences."""
    for start, end in units.places(article):
        cut = [one._replace(start=max(start, one.start), end=min(end, one.end)) for one in found]
        yield f"{start}-{end}", marks.write(one for one in cut if one.start < one.end)


def _spans(article: Article) -> Iterator[tuple[str, str]]:
    for span in scare_quotes.classify(article):
        yield f"{span.start}-{span.end}", span.cls


def _tone(article: Article) -> Iterator[tuple[str, str]]:
    for sentence in sentiment.sentences(article):
        yield f"{sentence.start}-{sentence.end}", sentence.label


def _claims(assignment: Assignment) -> Iterator[Answer]:
    """Reported where most of a claim's content words stand close together; other words for the same are missed."""
    for claim in assignment.claims:
        core = frozenset(one.stem for one in stems.find(claim.text))
        holding = statements.holding(assignment.articles, core) if core else frozenset()
        for number, letter in enumerate(LETTERS[: len(assignment.articles)]):
            if assignment.articles[number].body and core:
                yield Answer(CLAIMS, f"{letter}:{claim.id}", "reported" if number in holding else "not reported")

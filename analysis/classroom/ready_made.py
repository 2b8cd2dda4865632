"""Assignments made from the teaching cases, with the cases' answer keys."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis import cases, lexicons
from analysis.classroom import drafting
from analysis.classroom.machine import by_sentence
from analysis.classroom.marks import IN_MARKS, REPORTED, Mark
from analysis.classroom.records import CLAIMS, FRAMES, LETTERS, QUOTATIONS, SPANS, Answer, Answers, Assignment, Claim
from analysis.model import Article

USUAL = (SPANS, CLAIMS, FRAMES)  # what a class codes in one lesson
INSTRUCTIONS = (
    "Read the articles first, then answer by yourself. You see which outlets they are, and what the machine and the "
    "class say, after you have handed in."
)


def articles(case_id: str, chosen: Sequence[str] = ()) -> tuple[Article, ...]:
    """The articles of a teaching case, cleaned; those of `chosen` only, where any is."""
    found = [one for one in cases.articles(case_id) if not chosen or one.id in chosen]
    return drafting.for_coding(found)


def make(case_id: str, chosen: Sequence[str] = (), tasks: Sequence[str] = USUAL) -> Assignment:
    """An assignment on a teaching case with its answer key for short spans, quotations and claims."""
    case, key = cases.load(case_id), cases.key(case_id)
    found = articles(case_id, chosen)
    claims = _claims(key, [one.id for one in found])
    return Assignment(
        id=secrets.token_hex(8),
        title=case.title,
        instructions=INSTRUCTIONS,
        articles=found,
        tasks=tuple(tasks),
        sides=case.sides,
        claims=tuple(Claim(one["id"], one["text"]) for one in claims),
        key=answers(case_id, found),
    )


def answers(case_id: str, found: Sequence[Article]) -> Answers:
    """The key of the case for `found`, in the values that coders use."""
    key = cases.key(case_id)
    return (*_spans(key, found), *_quotations(key, found), *_reported(_claims(key, [one.id for one in found]), found))


def _spans(key: Mapping[str, Any], found: Sequence[Article]) -> Iterator[Answer]:
    for letter, article in zip(LETTERS, found, strict=False):
        for row in key["articles"][article.id]["spans"]:
            start = _place(article.body, row)
            if start >= 0:
                yield Answer(SPANS, f"{letter}:{start}-{start + len(row['text'])}", row["class"])


def _quotations(key: Mapping[str, Any], found: Sequence[Article]) -> Iterator[Answer]:
    for letter, article in zip(LETTERS, found, strict=False):
        keyed = []
        for row in key["articles"][article.id]["quotations"]:
            start = _place(article.body, row)
            if start >= 0:
                kind = REPORTED if row["kind"] == "indirect" else IN_MARKS
                keyed.append(Mark(start, start + len(row["text"]), kind, row["speaker"]))
        for place, value in by_sentence(article, keyed):
            yield Answer(QUOTATIONS, f"{letter}:{place}", value)


def _reported(claims: Sequence[Mapping[str, Any]], found: Sequence[Article]) -> Iterator[Answer]:
    for letter, article in zip(LETTERS, found, strict=False):
        for one in claims:
            yield Answer(
                CLAIMS, f"{letter}:{one['id']}", "reported" if article.id in one["articles"] else "not reported"
            )


def _claims(key: Mapping[str, Any], chosen: Sequence[str]) -> list[Mapping[str, Any]]:
    """The claims that tell the chosen articles apart: in some and not in all, the evenest first, in the key's order."""

    def apart(claim: Mapping[str, Any]) -> int:
        reporting = sum(one in claim["articles"] for one in chosen)
        return min(reporting, len(chosen) - reporting)

    telling = sorted((one for one in key["claims"] if apart(one)), key=lambda one: -apart(one))
    kept = {one["id"] for one in telling[: int(lexicons.threshold("ready_claims"))]}
    return [one for one in key["claims"] if one["id"] in kept]


def _place(body: str, row: Mapping[str, Any]) -> int:
    """Where the keyed words stand in the body, by their occurrence; -1 where they do not."""
    start = -1
    for _ in range(row["occurrence"]):
        start = body.find(row["text"], start + 1 if start < 0 else start + len(row["text"]))
        if start < 0:
            break
    return start

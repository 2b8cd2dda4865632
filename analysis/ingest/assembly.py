"""From judged lines to the Article: the lines that stay make the body, the others are told in `removed`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.ingest import credits
from analysis.ingest.lines import Line
from analysis.model import Article, Removed, Span
from analysis.text.marks import INDENT

SPACES = re.compile(r"[ \t\xa0]{2,}")
BETWEEN = "\n\n"  # paragraphs of a body
QUOTED = "block quotation"


def assemble(lines: tuple[Line, ...], article: Article, keep: frozenset[int] = frozenset()) -> Article:
    """`article` (its id and whatever the user typed) with body, parts and removed filled in from `lines`.

    keep: numbers of lines the user put back; they stand in the body in full, where they stood in the input.
    What the user typed (headline, byline, outlet, published) wins over what the lines say.
    """
    lines = tuple(_put_back(line) if line.number in keep else line for line in lines)
    first = next((line for line in lines if line.label == "headline" and line.stays), None)
    headline = article.headline or (_remaining(first) if first else "")
    staying = [(_remaining(line), line.kind) for line in lines if line.stays and line is not first]
    paragraphs = [(_indented(text, kind), kind) for text, kind in ((headline, ""), *staying) if text]
    return replace(
        article,
        body=BETWEEN.join(text for text, _ in paragraphs),
        blocks=tuple(_blocks(paragraphs)),
        headline=headline,
        byline=article.byline or _found_byline(lines),
        dateline=_first_part(lines, "dateline").strip(" :—–-"),
        credit="; ".join(
            line.text for line in lines if line.label == "credit" and line.reason == "agency or source credit"
        ),
        outlet=article.outlet or _found_outlet(lines),
        published=article.published or _found_date(lines),
        removed=tuple(_removed(lines)),
    )


def _put_back(line: Line) -> Line:
    return replace(line, label="headline" if line.label == "headline" and line.stays else "body", reason="", parts=())


def _remaining(line: Line) -> str:
    """The line without its set-aside parts; double spaces where a part was cut out become one."""
    if not line.parts:
        return line.text
    pieces, start = [], 0
    for part in line.parts:
        pieces.append(line.text[start : part.start])
        start = part.end
    pieces.append(line.text[start:])
    return SPACES.sub(" ", "".join(pieces)).strip()


def _indented(text: str, kind: str) -> str:
    """The paragraph, set in as a page shows it where it is a block quotation: it often has no marks."""
    return f"{INDENT}{text}" if kind == QUOTED else text


def _blocks(paragraphs: list[tuple[str, str]]) -> Iterator[Span]:
    """The paragraphs of the body that have a kind, where they stand in it."""
    start = 0
    for text, kind in paragraphs:
        if kind:
            yield Span(start + text.startswith(INDENT), start + len(text), kind)
        start += len(text) + len(BETWEEN)


def _removed(lines: tuple[Line, ...]) -> Iterator[Removed]:
    for line in lines:
        if line.reason:
            yield Removed(line.text, line.reason, line.label, line.number)
        for part in line.parts:
            yield Removed(line.text[part.start : part.end], part.reason, part.label, line.number)


def _first_part(lines: tuple[Line, ...], label: str) -> str:
    return next((line.text[p.start : p.end] for line in lines for p in line.parts if p.label == label), "")


def _found_byline(lines: tuple[Line, ...]) -> str:
    for line in lines:
        if line.label == "byline":
            name = credits.byline(line.text) or credits.named_author(line.text, any_outlet=True)
            if name or credits.byline(line.text) is None:
                return name or line.text
    return ""


def _found_outlet(lines: tuple[Line, ...]) -> str:
    suffix = re.split(r"\s[|–—»•·-]\s|\|", _first_part(lines, "credit"))[-1].strip(" |–—-:»•·")
    return suffix or next((line.text for line in lines if line.reason == "outlet's name alone on a line"), "")


def _found_date(lines: tuple[Line, ...]) -> str:
    """The first date on a date line or byline; one marked as an update only where there is no other."""
    found = [
        (("updated" in line.text.lower() or "modified" in line.text.lower()), credits.without_dates(line.text)[1])
        for line in lines
        if line.reason == "date of publication" or line.label == "byline"
    ]
    dated = [(is_update, iso) for is_update, iso in found if iso]
    return min(dated, key=lambda pair: pair[0])[1] if dated else ""

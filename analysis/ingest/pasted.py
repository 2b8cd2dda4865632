"""Reads pasted text: one article, or several between lines of dashes, each with what its first lines say of it.

Outlet: Elmstead Courier
URL: https://courier.example/wall
Date: 14 March 2026

Council votes to rebuild harbour wall
…
-----
(the next article)
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from analysis import lexicons
from analysis.errors import UnreadableInput
from analysis.ingest import batch, exports
from analysis.ingest.batch import Batch
from analysis.ingest.manuscript import Manuscript
from analysis.ingest.page_facts import iso_date

DIVIDER = re.compile(r"^[ \t]*(?:-{3,}|—{2,}|–{3,}|={3,}|_{5,}|\*{5,}|#{5,})[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{1,20})[ \t]*:[ \t]*(\S.*?)[ \t]*")
ADDRESS = re.compile(r"[ \t]*(https?://\S{4,2000})[ \t]*")
FIRST_LINES = 8  # lines in which an article may be described
LEAST_WORDS = 15  # fewer words between two dividers belong to the article above: a short break inside it


def read(text: str, *, id: str = "pasted", typed: Mapping[str, str] | None = None) -> Batch:
    """The articles in pasted text. Their ids are `id`, or `id`-1, `id`-2 … where there are several.

    typed: fields of a manuscript (title, outlet, url, published, byline, event) that a person typed beside a single
    article; they win over its first lines.
    """
    return batch.gathered(_read(text, id, typed or {}))


def _read(text: str, id: str, typed: Mapping[str, str]) -> Iterator[Manuscript | UnreadableInput]:
    """See `read`. A list of addresses gives one reference for each."""
    limit = int(lexicons.threshold("input_limit"))
    if len(text) > limit * 1_000_000:
        yield UnreadableInput(f"The pasted text is longer than {limit} MB; paste single articles.")
        return
    exported = exports.find(text, id)
    if exported:
        yield from exported
        return
    listed = [line for line in text.split("\n") if line.strip()]
    if listed and all(ADDRESS.fullmatch(line) for line in listed):
        yield from (Manuscript(id=f"{id}-{n}", text="", url=line.strip()) for n, line in enumerate(listed, start=1))
        return
    pieces = _pieces(text)
    if not pieces:
        yield UnreadableInput("Nothing to analyse yet; paste an article.")
    elif len(pieces) == 1:
        described = _described(pieces[0], id)
        yield replace(described, **{field: value for field, value in typed.items() if value})  # type: ignore[arg-type]
    else:
        yield from (_described(piece, f"{id}-{number}") for number, piece in enumerate(pieces, start=1))


def _pieces(text: str) -> list[str]:
    """The text between dividers; a stretch too short for an article stays with the one above."""
    pieces: list[str] = []
    start = 0
    for divider in (*DIVIDER.finditer(text), None):
        piece = text[start : divider.start() if divider else None]
        start = divider.end() if divider else 0
        if pieces and len(piece.split()) < LEAST_WORDS:
            pieces[-1] += piece
        elif piece.strip():
            pieces.append(piece)
    return pieces


def _described(piece: str, id: str) -> Manuscript:
    """The article, with the fields and the address that its first lines give taken out of the text."""
    lines = piece.strip("\n").split("\n")
    told: dict[str, str] = {}
    taken = 0
    for line in lines[:FIRST_LINES]:
        address, field = ADDRESS.fullmatch(line), FIELD.fullmatch(line)
        name = _names().get(" ".join(field[1].casefold().split()), "") if field else ""
        if address:
            told.setdefault("url", address[1])
        elif name and field:
            told.setdefault(name, field[2])
        elif line.strip():
            break
        taken += 1
    if "published" in told:
        told["published"] = iso_date(told["published"]) or told["published"]
    text = "\n".join(lines[taken:]) if told else piece
    if not text.strip() and not told.keys() & {"url", "title"}:
        return Manuscript(id=id, text=piece)  # "Source: Reuters" alone is a text and describes none
    return replace(Manuscript(id=id, text=text), **told)  # type: ignore[arg-type]


@cache
def _names() -> dict[str, str]:
    """Field of the record by what people write before a colon."""
    return {row["term"]: row["class"] for row in lexicons.rows("lexicons/columns.csv") if row["pasted"] == "yes"}
